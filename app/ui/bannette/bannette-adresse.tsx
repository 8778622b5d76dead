import { useLocation, useNavigate, useSearchParams } from '@remix-run/react'

/** What changes in the address: a value sets a parameter, null takes it away. */
export type Changement = Record<string, string | null>

/**
 * The state of a bannette is its address. `vers` gives the address after a change (back to the first page, unless the change is
 * the page itself); `aller` goes there and leaves a step to come back to.
 */
export function useAdresseBannette() {
  const [params] = useSearchParams()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const vers = (changement: Changement): string => {
    const suite = new URLSearchParams(params)
    suite.delete('page')
    for (const [nom, valeur] of Object.entries(changement)) {
      if (valeur === null || valeur === '') suite.delete(nom)
      else suite.set(nom, valeur)
    }
    const recherche = suite.toString()
    return recherche ? `${pathname}?${recherche}` : pathname
  }
  const aller = (changement: Changement, { replace = false } = {}) =>
    navigate(vers(changement), { replace, preventScrollReset: true })
  return { vers, aller }
}
