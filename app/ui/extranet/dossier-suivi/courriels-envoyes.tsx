import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Preuve } from '#domain/courriel/preuve'
import { REMISE_DITE } from '#libelles/demandeur/courriels'
import { formatInstant } from '#libelles/temps'
import css from '#ui/extranet/dossier-suivi/dossier-suivi.module.css'

export type CourrielEnvoye = {
  id: string
  sujet: string
  texte: string
  destinataire: string
  envoyeLe: Date
  preuve: Preuve | null
}

/** The way to every mail that was sent to them. */
export const VosCourriels = () => (
  <p>
    <Link to="/extranet/courriels">Relire tous les courriels que nous vous avons envoyés</Link>
  </p>
)

/** Every mail that was sent about the dossier, each opened in its place. */
export const CourrielsEnvoyes = ({ courriels }: { courriels: readonly CourrielEnvoye[] }) => (
  <section aria-labelledby="courriels">
    <h2 id="courriels">Les courriels que nous vous avons envoyés</h2>
    {courriels.length === 0 && <p>Aucun courriel ne vous a encore été envoyé au sujet de cette demande.</p>}
    {courriels.map((courriel) => (
      <CourrielRelu key={courriel.id} courriel={courriel} />
    ))}
  </section>
)

/** One mail: when, to whom and what became of it, then its words. `children` stand between the two. */
export function CourrielRelu({ courriel, children }: { courriel: CourrielEnvoye; children?: ReactNode }) {
  const { sujet, texte, destinataire, envoyeLe, preuve } = courriel
  return (
    <details className={css.courriel}>
      <summary>
        {sujet}
        <span className={css.quand}>
          {formatInstant(envoyeLe)}, à {destinataire}
        </span>
        {preuve && <span className={preuve === 'REFUSE' ? css.refuse : css.quand}>{REMISE_DITE[preuve]}</span>}
      </summary>
      {children}
      <pre>{texte}</pre>
    </details>
  )
}
