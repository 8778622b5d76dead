import { Typography } from '@mui/material'
import { Fragment } from 'react'
import type { Cote, LigneBudget, NatureLigne } from '#domain/budget/budget'
import { formatNombre } from '#domain/budget/montant'
import { LIBELLE_COTE } from '#libelles/budget/budget'
import type { ConstatDit } from '#libelles/budget/constats-dits'
import { ancreDeCellule, UnConstat } from '#ui/budget/budget-constats'
import css from '#ui/budget/tableau.module.css'

type Props = { cote: Cote; lignes: LigneBudget[]; constats: ConstatDit[] }

/** `Budget!F14` → `F14`: the sheet is named above the tables. */
const sansFeuille = (cellule: string) => cellule.slice(cellule.lastIndexOf('!') + 1)

const FORTES: NatureLigne[] = ['GROUPE', 'NATURE', 'SOUS_TOTAL', 'TOTAL', 'TOTAL_GENERAL']
const TOTAUX: NatureLigne[] = ['SOUS_TOTAL', 'TOTAL', 'TOTAL_GENERAL']

/** One side of the budget, line by line as in the workbook, each finding under the cell it speaks of. */
export function BudgetCote({ cote, lignes, constats }: Props) {
  const siennes = lignes.filter((ligne) => ligne.cote === cote)
  const id = `cote-${cote}`
  return (
    <section aria-labelledby={id}>
      <Typography variant="h2" id={id} sx={{ mb: 0.5 }}>
        {LIBELLE_COTE[cote]}
      </Typography>
      <table className={css.tableau}>
        <thead>
          <tr>
            <th scope="col">Ligne</th>
            <th scope="col" className={css.chiffres}>
              Montant (€)
            </th>
            <th scope="col">Cellule</th>
          </tr>
        </thead>
        <tbody>
          {siennes.map((ligne, rang) => (
            <Ligne
              key={`${ligne.cellule} ${rang}`}
              ligne={ligne}
              constats={constats.filter((c) => c.cellule === ligne.cellule)}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Ligne({ ligne, constats }: { ligne: LigneBudget; constats: ConstatDit[] }) {
  const { nature, code, libelle, montantCents, texteLu, cellule, formule, masquee } = ligne
  const fort = FORTES.includes(nature)
  const total = TOTAUX.includes(nature)
  return (
    <Fragment>
      <tr
        id={ancreDeCellule(cellule)}
        className={[total && css.total, constats.length > 0 && css.suivie].filter(Boolean).join(' ')}
      >
        <th scope="row" className={[css.mots, fort ? css.fort : css.retrait].join(' ')}>
          {[code, libelle].filter(Boolean).join(' ')}
          {masquee && <span className={css.discret}> (masquée)</span>}
        </th>
        <td className={fort ? `${css.chiffres} ${css.fort}` : css.chiffres}>
          {montantCents === null ? texteLu : formatNombre(montantCents).replace(',00', '')}
        </td>
        <td className={css.discret} title={formule && `=${formule}`}>
          {sansFeuille(cellule)}
        </td>
      </tr>
      {constats.map((constat) => (
        <tr key={constat.regle + constat.message}>
          <td colSpan={3} className={css.retrait}>
            <UnConstat constat={constat} />
          </td>
        </tr>
      ))}
    </Fragment>
  )
}
