import { useLocation, useNavigate, useNavigation } from '@remix-run/react'
import { useEffect } from 'react'

/** What changes in the address: a value sets a parameter, null takes it away. */
export type Changement = Record<string, string | null>

/** What `aller` asked for last, until the page comes to an address: React may not have drawn it yet when the next change is asked. */
let demandee: { pathname: string; search: string } | null = null

/**
 * The state of a bannette is its address: page, order, filters, tab and search are nowhere else. `vers` gives the address after a change
 * (back to the first page, unless the change is the page itself); `aller` goes there and leaves a step to come back to. A change asked
 * while another is on its way adds to it.
 */
export function useAdresseBannette() {
  const ici = useLocation()
  const enRoute = useNavigation().location
  const navigate = useNavigate()
  useEffect(() => {
    demandee = null
  }, [ici.key])
  const apres = (changement: Changement, depuis: { pathname: string; search: string } | null | undefined) => {
    const { pathname, search } = depuis?.pathname === ici.pathname ? depuis : ici
    const suite = new URLSearchParams(search)
    suite.delete('page')
    for (const [nom, valeur] of Object.entries(changement)) {
      if (valeur === null || valeur === '') suite.delete(nom)
      else suite.set(nom, valeur)
    }
    const recherche = suite.toString()
    return { pathname, search: recherche && `?${recherche}` }
  }
  const vers = (changement: Changement): string => {
    const { pathname, search } = apres(changement, enRoute)
    return pathname + search
  }
  const aller = (changement: Changement, { replace = false } = {}) => {
    demandee = apres(changement, demandee ?? enRoute)
    navigate(demandee, { replace, preventScrollReset: true })
  }
  return { vers, aller }
}
