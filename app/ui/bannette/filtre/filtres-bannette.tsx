import { Link, useLocation } from '@remix-run/react'
import type { Jour } from '#domain/temps/jour'
import { useAdresseBannette } from '#ui/bannette/bannette-adresse'
import css from '#ui/bannette/filtre/filtres-bannette.module.css'
import { RechercheBannette } from '#ui/bannette/filtre/recherche-bannette'
import { FiltreChoix, type MenuFiltre } from '#ui/bannette/filtre/filtre-choix'
import { FormulaireAdresse } from '#ui/kit/formulaire/formulaire-adresse'
import { FiltreJours } from '#ui/bannette/filtre/filtre-jours'

/** The values of the filters as the server read them: what it did not understand is not set. */
export type Valeurs = Readonly<Record<string, unknown>> & {
  q: string
  depuis?: Jour | undefined
  jusqua?: Jour | undefined
}

export const texteDe = (valeurs: Valeurs, nom: string): string | undefined => {
  const valeur = valeurs[nom]
  return typeof valeur === 'string' && valeur !== '' ? valeur : undefined
}

type Props = { choix: readonly MenuFiltre[]; valeurs: Valeurs; jours?: string; recherche: string }

/**
 * Search and filters of a bannette. Each filter that is set says itself in words and is taken away by its cross. It is a form: a choice is
 * followed at once where scripts run, and by its button where none does.
 */
export function FiltresBannette({ choix, valeurs, jours, recherche }: Props) {
  const { aller, vers } = useAdresseBannette()
  const { pathname } = useLocation()
  const noms = [...choix.map(({ nom }) => nom), 'depuis', 'jusqua', 'q']
  const poses = noms.filter((nom) => texteDe(valeurs, nom))
  const sans = (...retires: string[]) => vers(Object.fromEntries(retires.map((nom) => [nom, null])))
  return (
    <FormulaireAdresse
      role="search"
      action={pathname}
      className={css.filtres}
      onSubmit={(event) => {
        event.preventDefault()
        const donnees = new FormData(event.currentTarget)
        const lue = (nom: string) => {
          const valeur = donnees.get(nom)
          return typeof valeur === 'string' && valeur !== '' ? valeur : null
        }
        aller(Object.fromEntries(noms.map((nom) => [nom, lue(nom)])))
      }}
    >
      <Gardes sauf={noms} />
      <RechercheBannette q={valeurs.q} libelle={recherche} />
      {choix.map((un) => (
        <FiltreChoix
          key={un.nom}
          choix={un}
          valeur={texteDe(valeurs, un.nom)}
          sans={sans(un.nom)}
          onChange={(valeur) => aller({ [un.nom]: valeur })}
        />
      ))}
      {jours && (
        <FiltreJours libelle={jours} depuis={valeurs.depuis} jusqua={valeurs.jusqua} sans={sans('depuis', 'jusqua')} />
      )}
      <button type="submit" className={css.filtrer}>
        Filtrer
      </button>
      {poses.length > 1 && (
        <Link to={sans(...poses)} preventScrollReset className={css.effacer}>
          Tout effacer
        </Link>
      )}
    </FormulaireAdresse>
  )
}

/** What the address says beside the filters, the page aside: the form must not lose it. */
function Gardes({ sauf }: { sauf: string[] }) {
  const { search } = useLocation()
  return [...new URLSearchParams(search)]
    .filter(([nom]) => nom !== 'page' && !sauf.includes(nom))
    .map(([nom, valeur]) => <input key={nom} type="hidden" name={nom} value={valeur} />)
}
