import { useNavigation, useRevalidator } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useOccupe } from '#ui/kit/acte/en-voie'
import { auRepos } from '#ui/kit/au-repos'
import { useSujet } from '#ui/kit/direct/etat'

const charger = () => import('#ui/kit/direct/flux')
type Venu = Awaited<ReturnType<typeof charger>>

/** What draws what the stream says comes with it, once the page is at rest; without a network, it is done without. */
function useVenu() {
  const [venu, venir] = useState<Venu | null>(null)
  useEffect(() => auRepos(() => void charger().then(venir, () => undefined)), [])
  return venu
}

/**
 * Reads the page again, once nothing of the officer's own is on its way: read in the middle of the answer to an act, the page would be asked twice,
 * and the word on what was done would go with the answer that nobody waits for.
 */
function useRevoir(): () => void {
  const { revalidate } = useRevalidator()
  const enVoie = useOccupe()
  const occupe = useNavigation().state !== 'idle' || enVoie
  const etat = useRef({ occupe, due: false, revalidate })
  useEffect(() => {
    const due = etat.current.due && !occupe
    etat.current = { occupe, due: etat.current.due && occupe, revalidate }
    if (due) revalidate()
  }, [occupe, revalidate])
  return useCallback(() => {
    if (etat.current.occupe) etat.current.due = true
    else etat.current.revalidate()
  }, [])
}

/** Opens the stream of this tab, and says what others did to what the page shows. */
export function Direct() {
  const revoir = useRevoir()
  const venu = useVenu()
  useEffect(() => venu?.ouvrirFlux(revoir), [venu, revoir])
  return venu && <venu.Changement prendre={revoir} />
}

/** Who else has this before their eyes, where the page says what it shows; `enCours`: a work on it goes on, which moves no version. */
export function EnDirect({ sujet, version, enCours }: { sujet: string; version: number; enCours: boolean }) {
  useSujet(sujet, version, enCours)
  const venu = useVenu()
  return venu && <venu.Presents />
}
