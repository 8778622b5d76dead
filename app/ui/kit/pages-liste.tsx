import { Link } from '@remix-run/react'
import { Icone } from '#ui/kit/icone/icone'
import css from '#ui/kit/pages-liste.module.css'

/** The pages named beside the first, the current one and the last. */
const AUTOUR = 1

/** The ranks to write, from 0; null where some are left out. */
function rangs(page: number, pages: number): (number | null)[] {
  const ecrits = Array.from({ length: pages }, (_, rang) => rang).filter(
    (rang) => rang === 0 || rang === pages - 1 || Math.abs(rang - page) <= AUTOUR,
  )
  return ecrits.flatMap((rang, i) => (rang - (ecrits[i - 1] ?? rang) > 1 ? [null, rang] : [rang]))
}

/** The pages of a list as links, nothing where one page holds it all; `page` counts from 0, as in the address. */
export function PagesListe({
  page,
  pages,
  adresse,
}: {
  page: number
  pages: number
  adresse: (page: number) => string
}) {
  if (pages <= 1) return null
  return (
    <nav aria-label="Pages" className={css.pages}>
      {page > 0 && (
        <Link to={adresse(page - 1)} aria-label="Page précédente">
          <Icone nom="navigate-before" />
        </Link>
      )}
      {rangs(page, pages).map((rang, i) =>
        rang === null ? (
          <span key={`reste-${i}`} aria-hidden="true">
            …
          </span>
        ) : (
          <Link
            key={rang}
            to={adresse(rang)}
            aria-label={`Page ${rang + 1}`}
            aria-current={rang === page ? 'page' : undefined}
          >
            {rang + 1}
          </Link>
        ),
      )}
      {page < pages - 1 && (
        <Link to={adresse(page + 1)} aria-label="Page suivante">
          <Icone nom="navigate-next" />
        </Link>
      )}
    </nav>
  )
}
