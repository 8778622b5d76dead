import { Link } from '@remix-run/react'
import { accorder, formatEntier } from '#domain/nombre'
import { TUILES, type Tuile } from '#libelles/accueil'
import css from '#ui/cadre/tuiles.module.css'

/** What is a fault as soon as it is not zero. */
const FAUTES: readonly Tuile[] = ['retenus', 'nonRemis', 'parCourrier', 'enEchec']

type Props = { noms: readonly Tuile[]; nombres: Record<Tuile, number> }

/** Figures, each the count of the list it opens. */
export const Tuiles = ({ noms, nombres }: Props) => (
  <ul className={css.tuiles}>
    {noms.map((nom) => {
      const { vers, un, plusieurs } = TUILES[nom]
      const n = nombres[nom]
      return (
        <li key={nom}>
          <Link to={vers}>
            <span className={n > 0 && FAUTES.includes(nom) ? css.alerte : css.nombre}>{formatEntier(n)}</span>{' '}
            <span className={css.quoi}>{accorder(n, un, plusieurs)}</span>
          </Link>
        </li>
      )
    })}
  </ul>
)
