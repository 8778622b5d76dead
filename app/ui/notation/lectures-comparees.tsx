import { Box } from '@mui/material'
import type { LigneComparee, Note } from '#domain/notation/lecture'
import { compter } from '#domain/nombre'
import { direScore } from '#libelles/notation/notation'
import css from '#ui/notation/notation.module.css'

export type LectureMontree = {
  id: string
  par: string
  rendueLe: Date
  points: number
  maximum: number
  score: number
  notes: readonly Note[]
}

type Props = { lignes: readonly LigneComparee[]; lectures: readonly LectureMontree[] }

const direEcart = ({ ecart, marque }: LigneComparee) =>
  ecart === null ? 'sans objet' : `${compter(ecart, 'point')}${marque ? ', écart important' : ''}`

/** Lectures beside each other: critère by critère, then their totals on the same scale. */
export const LecturesComparees = ({ lignes, lectures }: Props) => (
  <Box className={css.cadre} role="region" aria-label="Lectures comparées" tabIndex={0}>
    <table className={css.table}>
      <caption>Points par critère et par lecteur. Un écart d’un tiers du maximum ou plus est dit important.</caption>
      <thead>
        <tr>
          <th scope="col">Critère</th>
          {lectures.map(({ id, par }) => (
            <th scope="col" key={id}>
              {par}
            </th>
          ))}
          <th scope="col">Écart</th>
        </tr>
      </thead>
      <tbody>
        {lignes.map((ligne) => (
          <tr key={ligne.cle}>
            <th scope="row">
              {ligne.libelle}, sur {ligne.maximum}
              <span className={css.discret}>{ligne.aide}</span>
            </th>
            {lectures.map((lecture, rang) => (
              <td key={lecture.id}>
                {ligne.points[rang] ?? 'pas noté'}
                <span className={css.discret}>{justificationDe(lecture, ligne)}</span>
              </td>
            ))}
            <td>{ligne.marque ? <strong>{direEcart(ligne)}</strong> : direEcart(ligne)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Total</th>
          {lectures.map(({ id, points, maximum, score }) => (
            <td key={id}>
              {points} sur {maximum}, soit {direScore(score)}
            </td>
          ))}
          <td />
        </tr>
      </tfoot>
    </table>
  </Box>
)

const justificationDe = ({ notes }: LectureMontree, { libelle, aide, maximum }: LigneComparee): string =>
  notes.find((note) => note.libelle === libelle && note.aide === aide && note.maximum === maximum)?.justification ?? ''
