import { Link, useRevalidator } from '@remix-run/react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Gravite } from '#domain/budget/constat'
import { compter } from '#domain/nombre'
import { LIBELLE_GRAVITE_DEMANDEUR } from '#libelles/demande-en-ligne/verification'
import css from '#ui/extranet/demande-en-ligne/verification.module.css'

type Constat = { cle: string; gravite: Gravite; cellule: string | null; message: string; aFaire: string }

/** What was read in the budget given last. */
export type BudgetDonne = { nomFichier: string } & (
  | { etat: 'VERROUILLE' | 'EN_ATTENTE' }
  | { etat: 'ILLISIBLE'; motif: string }
  | { etat: 'LU'; remarques: readonly string[]; constats: readonly Constat[] }
)

/** How often a page that waits for a reading looks again, in ms, and how many times: a machine that is busy is not asked for ever. */
const REVOIR_MS = 2_000
const FOIS_MAX = 90

/** Reads the page again until what it waits for is there, while somebody has it before their eyes. */
export function useAttente(enAttente: boolean) {
  const { revalidate, state } = useRevalidator()
  const fois = useRef(0)
  useEffect(() => {
    if (!enAttente) fois.current = 0
    if (!enAttente || state !== 'idle') return undefined
    const minuteur = setInterval(() => {
      if (document.visibilityState !== 'visible' || fois.current >= FOIS_MAX) return
      fois.current += 1
      revalidate()
    }, REVOIR_MS)
    return () => clearInterval(minuteur)
  }, [enAttente, revalidate, state])
}

type Props = {
  budget: BudgetDonne
  /** The page that is read again where no script does it. */
  ici: string
  /** Where a budget is given, on a page that is not that one. */
  vers?: string
}

/** What a budget shows, in the words of who filled it in. */
export function LectureDeBudget({ budget, ici, vers }: Props) {
  useAttente(budget.etat === 'EN_ATTENTE')
  return (
    <div className={css.lecture}>
      <p role="status">{phraseDEtat(budget)}</p>
      {budget.etat === 'EN_ATTENTE' && (
        <p>
          Vous pouvez continuer et même déposer sans attendre.{' '}
          <Link to={ici} reloadDocument>
            Actualiser la page
          </Link>
        </p>
      )}
      {budget.etat === 'ILLISIBLE' && (
        <p>
          {budget.motif} Ses montants ne sont pas connus, ce qui ne veut pas dire zéro{'\u00a0'}: vous pouvez déposer
          ainsi, une personne l’ouvrira.
        </p>
      )}
      {budget.etat === 'LU' && budget.remarques.map((remarque) => <p key={remarque}>{remarque}</p>)}
      {budget.etat === 'LU' && budget.constats.length > 0 && (
        <ul className={css.constats} aria-label="Ce que le budget montre">
          {budget.constats.map(({ cle, gravite, cellule, message, aFaire }) => (
            <li key={cle}>
              <Menant vers={vers}>
                <strong>{LIBELLE_GRAVITE_DEMANDEUR[gravite]}</strong>
                {cellule && `, cellule ${cellule}`}
              </Menant>
              {'\u00a0'}: {message} {aFaire}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const Menant = ({ vers, children }: { vers: string | undefined; children: ReactNode }) =>
  vers ? <Link to={vers}>{children}</Link> : children

function phraseDEtat(budget: BudgetDonne): string {
  const nom = `«\u00a0${budget.nomFichier}\u00a0»`
  switch (budget.etat) {
    case 'VERROUILLE':
      return `${nom} est infecté\u00a0: il n’est pas ouvert. Retirez-le, puis donnez un autre fichier.`
    case 'EN_ATTENTE':
      return `Lecture de ${nom} en cours…`
    case 'ILLISIBLE':
      return `Le budget ${nom} n’a pas pu être lu.`
    case 'LU':
      return budget.constats.length === 0
        ? `Le budget ${nom} est lu\u00a0: rien n’y est à reprendre.`
        : `Le budget ${nom} est lu\u00a0: ${compter(budget.constats.length, 'point')} à regarder. Vous pouvez déposer sans les reprendre\u00a0; une personne qui instruit les verra.`
  }
}
