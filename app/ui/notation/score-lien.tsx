import { Link as MuiLink } from '@mui/material'
import { Link } from '@remix-run/react'
import { compter } from '#domain/nombre'
import { direMoyenne } from '#libelles/notation/notation'

type Props = { adresse: string; score: number | null; lectures: number; cachees: number }

/** The score beside the proposition, and the way to its lectures. */
export const ScoreLien = ({ adresse, score, lectures, cachees }: Props) => (
  <p>
    {score !== null
      ? `Score\u00a0: ${direMoyenne(score, lectures)}. `
      : cachees > 0
        ? `${compter(cachees, 'lecture rendue', 'lectures rendues')}, à lire après la vôtre. `
        : 'Aucune lecture rendue. '}
    <MuiLink component={Link} underline="always" to={`${adresse}/notation`}>
      Grille de notation
    </MuiLink>
  </p>
)
