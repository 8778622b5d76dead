import { Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Jour } from '#domain/temps/jour'
import { useAdresseBannette } from '#ui/bannette/bannette-adresse'
import css from '#ui/bannette/filtre/filtres-bannette.module.css'
import { RechercheBannette } from '#ui/bannette/filtre/recherche-bannette'
import { FiltreChoix, type MenuFiltre } from '#ui/bannette/filtre/filtre-choix'
import { FormulaireAdresse } from '#ui/kit/formulaire/formulaire-adresse'

/** The values of the filters as the server read them: what it did not understand is not set. */
export type Valeurs = Readonly<Record<string, unknown>> & {
  q: string
  depuis?: Jour | undefined
  jusqua?: Jour | undefined
}

/** The days that are set, and the address without them. */
export type BornesPosees = { depuis: Jour | undefined; jusqua: Jour | undefined; sans: string }

export const texteDe = (valeurs: Valeurs, nom: string): string | undefined => {
  const valeur = valeurs[nom]
  return typeof valeur === 'string' && valeur !== '' ? valeur : undefined
}

type Props = {
  choix: readonly MenuFiltre[]
  valeurs: Valeurs
  /** Its filter between two days, where it has one. */
  jours?: (bornes: BornesPosees) => ReactNode
  /** Its filters of several fields: their names, and their panels; `sans` gives the address without some. */
  panneaux?: { noms: readonly string[]; montrer: (sans: (...noms: readonly string[]) => string) => ReactNode }
  recherche: string
}

/**
 * Search and filters of a bannette. Each filter that is set says itself in words and is taken away by its cross. It is a form: a choice is
 * followed at once where scripts run, and by its button where none does.
 */
export function FiltresBannette({ choix, valeurs, jours, panneaux, recherche }: Props) {
  const { aller, vers } = useAdresseBannette()
  const { pathname } = useLocation()
  const noms = [...choix.map(({ nom }) => nom), ...(panneaux?.noms ?? []), 'depuis', 'jusqua', 'q']
  const poses = noms.filter((nom) => texteDe(valeurs, nom))
  const sans = (...retires: readonly string[]) => vers(Object.fromEntries(retires.map((nom) => [nom, null])))
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
          return typeof valeur === 'string' && valeur !== '' ? enAdresse(valeur) : null
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
      {jours?.({ depuis: valeurs.depuis, jusqua: valeurs.jusqua, sans: sans('depuis', 'jusqua') })}
      {panneaux?.montrer(sans)}
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

/** An address holds ISO days: what the field wrote in full is turned, and the server reads what was sent before that. */
const enAdresse = (valeur: string): string => valeur.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$2-$1')

/** What the address says beside the filters, the page aside: the form must not lose it. */
function Gardes({ sauf }: { sauf: string[] }) {
  const { search } = useLocation()
  return [...new URLSearchParams(search)]
    .filter(([nom]) => nom !== 'page' && !sauf.includes(nom))
    .map(([nom, valeur]) => <input key={nom} type="hidden" name={nom} value={valeur} />)
}
