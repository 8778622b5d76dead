import type { ReactNode } from 'react'
import css from '#ui/kit/page-header.module.css'

type Props = { titre: string; sousTitre?: ReactNode; actes?: ReactNode; serree?: boolean }

/** The one title of a page, what it says of itself, and its acts on the right; `serree` above a list that wants the height. */
export function PageHeader({ titre, sousTitre, actes, serree = false }: Props) {
  return (
    <div className={serree ? `${css.tete} ${css.serree}` : css.tete}>
      <div>
        <h1>{titre}</h1>
        {sousTitre && <div className={css.sousTitre}>{sousTitre}</div>}
      </div>
      {actes && <div className={css.actes}>{actes}</div>}
      {actes && <span hidden className={css.fin} />}
    </div>
  )
}
