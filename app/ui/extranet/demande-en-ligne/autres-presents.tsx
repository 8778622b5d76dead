import { useRevalidator } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { Etape } from '#domain/demande-en-ligne/etapes'
import type { PresentSurDemande } from '#domain/demande-en-ligne/presence'
import { adresseDePresence, phrasePresence } from '#libelles/demande-en-ligne/presence'

/** In ms: how often a page that is looked at asks who else is there. */
const PERIODE = 30_000

type Props = { id: string; etape: Etape; version: number; autres: readonly PresentSurDemande[] }

/**
 * Who else fills in this demande. What they wrote comes in the page while it is looked at, but on the last step: what is certified is what was read. Asked
 * beside the router, so that a session that ended leads nobody away from what they write.
 */
export function AutresPresents({ id, etape, version, autres }: Props) {
  const [vus, dire] = useState(autres)
  const { revalidate } = useRevalidator()
  useEffect(() => dire(autres), [autres])
  useEffect(() => {
    const regarder = async () => {
      if (document.visibilityState !== 'visible') return
      try {
        const reponse = await fetch(`${adresseDePresence(id)}?etape=${etape}`)
        if (!reponse.ok || reponse.redirected) return
        const lue = (await reponse.json()) as Pick<Props, 'autres' | 'version'>
        dire(lue.autres)
        if (lue.version > version && etape !== 'CERTIFICATION') revalidate()
      } catch {
        // Without a network nobody is seen; the next time may.
      }
    }
    const demander = () => void regarder()
    const minuterie = setInterval(demander, PERIODE)
    document.addEventListener('visibilitychange', demander)
    return () => {
      clearInterval(minuterie)
      document.removeEventListener('visibilitychange', demander)
    }
  }, [id, etape, version, revalidate])
  return <p role="status">{vus.map(phrasePresence).join(' ')}</p>
}
