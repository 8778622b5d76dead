import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useSujet } from '#ui/kit/direct/etat'

const charger = () => import('#ui/kit/direct/flux')
type Venu = Awaited<ReturnType<typeof charger>>

/** What draws what the stream says comes with it, once the page is at rest; without a network, it is done without. */
function useVenu() {
  const [venu, venir] = useState<Venu | null>(null)
  useEffect(() => {
    const attente = requestIdleCallback(() => void charger().then(venir, () => undefined))
    return () => cancelIdleCallback(attente)
  }, [])
  return venu
}

/** Opens the stream of this tab, and says what others did to what the page shows. */
export function Direct() {
  const { revalidate } = useRevalidator()
  const revoir = useRef(revalidate)
  revoir.current = revalidate
  const venu = useVenu()
  useEffect(() => venu?.ouvrirFlux(() => revoir.current()), [venu])
  return venu && <venu.Changement prendre={revalidate} />
}

/** Who else has this before their eyes, where the page says what it shows. */
export function EnDirect({ sujet, version }: { sujet: string; version: number }) {
  useSujet(sujet, version)
  const venu = useVenu()
  return venu && <venu.Presents />
}
