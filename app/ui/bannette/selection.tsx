import { useSearchParams } from '@remix-run/react'
import { useCallback, useEffect, useMemo, useState } from 'react'

/** What is not a filter in the address of a bannette: it changes what is seen of the same rows. */
const VUES = ['page', 'size', 'sort', 'dir']

export type Selection = {
  ids: ReadonlySet<string>
  choisir: (ids: Iterable<string>) => void
  basculer: (id: string) => void
}

/** The rows an officer has chosen, kept from page to page; other filters begin again, so that no act falls on a row that is no longer listed. */
export function useSelection(): Selection {
  const [params] = useSearchParams()
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const filtres = useMemo(() => {
    const suite = new URLSearchParams(params)
    VUES.forEach((nom) => suite.delete(nom))
    return suite.toString()
  }, [params])
  useEffect(() => setIds(new Set()), [filtres])
  const choisir = useCallback((choisis: Iterable<string>) => setIds(new Set(choisis)), [])
  const basculer = useCallback((id: string) => {
    setIds((avant) => {
      const apres = new Set(avant)
      if (!apres.delete(id)) apres.add(id)
      return apres
    })
  }, [])
  return { ids, choisir, basculer }
}
