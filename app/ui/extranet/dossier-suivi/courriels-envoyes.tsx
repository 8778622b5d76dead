import { formatInstant } from '#libelles/temps'
import css from '#ui/extranet/dossier-suivi/dossier-suivi.module.css'

export type CourrielEnvoye = { id: string; sujet: string; texte: string; destinataire: string; envoyeLe: Date }

/** Every mail that was sent about the dossier, each opened in its place. */
export const CourrielsEnvoyes = ({ courriels }: { courriels: readonly CourrielEnvoye[] }) => (
  <section aria-labelledby="courriels">
    <h2 id="courriels">Les courriels que vous avez reçus</h2>
    {courriels.length === 0 && <p>Aucun courriel ne vous a encore été envoyé au sujet de cette demande.</p>}
    {courriels.map(({ id, sujet, texte, destinataire, envoyeLe }) => (
      <details key={id} className={css.courriel}>
        <summary>
          {sujet}
          <span className={css.quand}>
            {formatInstant(envoyeLe)}, à {destinataire}
          </span>
        </summary>
        <pre>{texte}</pre>
      </details>
    ))}
  </section>
)
