import type { Etape } from '#domain/demande-en-ligne/etapes'
import { formatInstant } from '#libelles/temps'
import commun from '#ui/extranet/extranet.module.css'

/** A word of an officer on a step. */
export type MotDit = { id: string; etape: Etape; texte: string; par: string; ecritLe: Date }

/** What the mission said of this step, last first. */
export function MotsDEtape({ mots, etape }: { mots: readonly MotDit[]; etape: Etape }) {
  const siens = mots.filter((mot) => mot.etape === etape)
  if (siens.length === 0) return null
  return (
    <section aria-label="Ce que la mission dit de cette étape" className={commun.fait}>
      {siens.map(({ id, texte, par, ecritLe }) => (
        <div key={id}>
          <p>
            <strong>{par}</strong>, de la mission, le {formatInstant(ecritLe)}
            {'\u00a0'}:
          </p>
          <p style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{texte}</p>
        </div>
      ))}
    </section>
  )
}
