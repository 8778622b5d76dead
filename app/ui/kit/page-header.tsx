import type { ReactNode } from 'react'
import css from '#ui/kit/page-header.module.css'

/** The one title of a page, what it says of itself, and its acts on the right. */
export function PageHeader({ titre, sousTitre, actes }: { titre: string; sousTitre?: ReactNode; actes?: ReactNode }) {
  return (
    <div className={css.tete}>
      <div>
        <h1>{titre}</h1>
        {sousTitre && <div className={css.sousTitre}>{sousTitre}</div>}
      </div>
      {actes && <div className={css.actes}>{actes}</div>}
    </div>
  )
}
