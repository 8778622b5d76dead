import { Link } from '@remix-run/react'
import css from '#ui/cadre/liste-courte.module.css'

type Ligne = { cle: string; vers: string; texte: string; precision: string }

/** The head of a list: what each is, with a link, and what is to be known of it; one sentence when there is none. */
export function ListeCourte({ lignes, vide }: { lignes: readonly Ligne[]; vide: string }) {
  if (lignes.length === 0) return <p className={css.vide}>{vide}</p>
  return (
    <ul className={css.liste}>
      {lignes.map(({ cle, vers, texte, precision }) => (
        <li key={cle}>
          <Link to={vers}>{texte}</Link>
          <span>{precision}</span>
        </li>
      ))}
    </ul>
  )
}
