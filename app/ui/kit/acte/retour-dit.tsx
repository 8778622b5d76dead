import type { ActeJournal } from '#domain/journal/entree'
import { phraseRetour } from '#libelles/journal/retours'
import css from '#ui/kit/acte/retour.module.css'

export type PropsRetour = {
  /** The act, as the journal names it. */
  de: ActeJournal
  /** The words of its button, where several are near. */
  verbe?: string
}

export const RetourDit = ({ de, verbe }: PropsRetour) => (
  <span className={css.retour}>
    {verbe && <strong>{verbe}. </strong>}
    {phraseRetour(de)}
  </span>
)
