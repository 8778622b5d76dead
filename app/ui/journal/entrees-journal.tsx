import { Link } from '@remix-run/react'
import type { Recit } from '#libelles/journal/recit-journal'
import { formatInstant } from '#libelles/temps'
import css from '#ui/journal/journal.module.css'

export type EntreeMontree = Recit & {
  id: string
  le: Date
  acteur: string
  /** What it is about and where that is shown; absent where the page is about it. */
  chose?: { nom: string; vers: string | null }
}

/** What happened, the newest first: one sentence, who, what it adds, and each thing before and after. */
export const EntreesJournal = ({ entrees }: { entrees: readonly EntreeMontree[] }) => (
  <ol className={css.entrees}>
    {entrees.map(({ id, le, acteur, phrase, precisions, changements, chose }) => (
      <li key={id}>
        <time dateTime={le.toISOString()}>{formatInstant(le)}</time>
        <div>
          <strong>{phrase}</strong> · {acteur}
          {chose && <> · {chose.vers ? <Link to={chose.vers}>{chose.nom}</Link> : chose.nom}</>}
          {precisions.length > 0 && <div>{precisions.join(' · ')}</div>}
          {changements.map(({ champ, avant, apres }) => (
            <div key={champ}>
              <span>
                {champ}
                {'\u00a0'}:{' '}
              </span>
              {avant} → {apres}
            </div>
          ))}
        </div>
      </li>
    ))}
  </ol>
)
