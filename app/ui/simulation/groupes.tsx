import { Box } from '@mui/material'
import { formatMontant, type Montant, ratio } from '#domain/budget/montant'
import { formatEntier } from '#domain/nombre'
import type { Agregat, LettreDeScenario } from '#domain/simulation/scenario'
import css from '#ui/simulation/simulation.module.css'

type Props = { titre: string; groupes: readonly Agregat[]; lettres: readonly [LettreDeScenario, LettreDeScenario] }

/** Sums by what dossiers have in common: figures in a table, and bars that the eye compares. */
export function Groupes({ titre, groupes, lettres }: Props) {
  const plus = groupes.reduce((max, { demandeCents }) => (demandeCents > max ? demandeCents : max), 1n)
  return (
    <Box className={css.cadre} role="group" aria-label={titre} tabIndex={0}>
      <table className={css.table}>
        <caption>{titre}</caption>
        <thead>
          <tr>
            <th scope="col">{titre}</th>
            <th scope="col" className={css.droite}>
              Dossiers
            </th>
            <th scope="col" className={css.droite}>
              Jeunes
            </th>
            <th scope="col">Demandé</th>
            {lettres.map((lettre, rang) => (
              <th scope="col" key={rang}>
                Scénario {lettre}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groupes.map(({ cle, n, jeunes, demandeCents, parts }) => (
            <tr key={cle}>
              <th scope="row">{cle}</th>
              <td className={css.droite}>{formatEntier(n)}</td>
              <td className={css.droite}>{formatEntier(jeunes)}</td>
              <td>
                <Barre cents={demandeCents} plus={plus} sorte={css.demande} />
              </td>
              {lettres.map((_, rang) => (
                <td key={rang}>
                  <Barre cents={parts[rang] ?? 0n} plus={plus} sorte={rang === 0 ? css.gauche : css.autre} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  )
}

function Barre({ cents, plus, sorte }: { cents: Montant; plus: Montant; sorte: string | undefined }) {
  return (
    <>
      {formatMontant(cents)}
      <div className={css.piste} aria-hidden="true">
        <div className={sorte} style={{ width: `${100 * (ratio(cents, plus) ?? 0)}%` }} />
      </div>
    </>
  )
}
