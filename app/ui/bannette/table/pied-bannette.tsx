import { Link } from '@remix-run/react'
import { type Densite, DENSITES } from '#domain/bannette/colonnes'
import { formatEntier } from '#domain/nombre'
import { useAdresseBannette } from '#ui/bannette/bannette-adresse'
import css from '#ui/bannette/table/pied-bannette.module.css'
import { Icone, type NomIcone } from '#ui/kit/icone/icone'

/** How many rows a page may have. */
const TAILLES = [25, 50, 100]

const LIBELLE_DENSITE: Record<Densite, string> = { serree: 'Lignes serrées', aeree: 'Lignes aérées' }

type Props = {
  total: number
  page: number
  size: number
  lignes: number
  densite: Densite
  serrer: (densite: Densite) => void
}

/**
 * The foot of a bannette: which rows of how many, the pages before and after, how many rows a page has, all of it links; how close the rows
 * stand, where they are rows.
 */
export function PiedBannette({ total, page, size, lignes, densite, serrer }: Props) {
  const { vers } = useAdresseBannette()
  const derniere = Math.max(0, Math.ceil(total / size) - 1)
  const pas = (visee: number, nom: string, icone: NomIcone) =>
    visee < 0 || visee > derniere ? (
      <span className={css.pas} aria-hidden="true">
        <Icone nom={icone} />
      </span>
    ) : (
      <Link
        className={css.pas}
        to={vers({ page: visee > 0 ? String(visee) : null })}
        preventScrollReset
        aria-label={nom}
        title={nom}
      >
        <Icone nom={icone} />
      </Link>
    )
  return (
    <nav className={css.pied} aria-label="Pages">
      <span className={css.densites}>
        {DENSITES.map((une) => (
          <button key={une} type="button" aria-pressed={une === densite} onClick={() => serrer(une)}>
            {LIBELLE_DENSITE[une]}
          </button>
        ))}
      </span>
      <span className={css.tailles}>
        Lignes par page{' '}
        {TAILLES.map((taille) => (
          <Link
            key={taille}
            to={vers({ size: String(taille) })}
            preventScrollReset
            aria-current={taille === size ? 'true' : undefined}
          >
            {taille}
          </Link>
        ))}
      </span>
      <span className={css.compte}>
        {formatEntier(page * size + 1)}–{formatEntier(page * size + lignes)} sur {formatEntier(total)}
      </span>
      {pas(page - 1, 'Page précédente', 'navigate-before')}
      {pas(page + 1, 'Page suivante', 'navigate-next')}
    </nav>
  )
}
