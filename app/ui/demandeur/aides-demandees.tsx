import { Link as MuiLink } from '@mui/material'
import { Link } from '@remix-run/react'
import { formatInstant } from '#libelles/temps'

type Aide = { id: string; structure: string; campagne: string; demandeePar: string; demandeeLe: Date; echeance: Date }

/** The demandes on which a structure asks for help, those that close first. */
export const AidesDemandees = ({ aides }: { aides: readonly Aide[] }) =>
  aides.length === 0 ? (
    <p>Aucune structure ne demande d’aide. Une demande arrive ici dès qu’une structure vous la laisse voir.</p>
  ) : (
    <ul aria-label="Aides demandées">
      {aides.map(({ id, structure, campagne, demandeePar, demandeeLe, echeance }) => (
        <li key={id}>
          <MuiLink component={Link} underline="always" to={`/aides/${id}`}>
            {structure}
          </MuiLink>
          , {campagne}
          {'\u00a0'}: demandée par {demandeePar} le {formatInstant(demandeeLe)}, visible jusqu’au{' '}
          {formatInstant(echeance)}.
        </li>
      ))}
    </ul>
  )
