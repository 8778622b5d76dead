import type { Etape } from '#domain/demande-en-ligne/etapes'
import type { PresentSurDemande } from '#domain/demande-en-ligne/presence'
import { adresseDePresence } from '#libelles/demande-en-ligne/presence'

/** In ms: how often a page that is looked at asks who else is there. */
const PERIODE = 30_000

type Presence = { autres: readonly PresentSurDemande[]; version: number }

/**
 * Asks who else fills in this demande, for as long as the page is looked at. Beside the router, so that a session that ended leads nobody away from what they
 * write. Gives what ends it.
 */
export function suivrePresences(
  { id, etape }: { id: string; etape: Etape },
  dire: (lue: Presence) => void,
): () => void {
  const regarder = async () => {
    if (document.visibilityState !== 'visible') return
    try {
      const reponse = await fetch(`${adresseDePresence(id)}?etape=${etape}`)
      if (reponse.ok && !reponse.redirected) dire((await reponse.json()) as Presence)
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
}
