import { Bandeau } from '#ui/kit/bandeau'
import { Link as Lien } from '@mui/material'
import { Link } from '@remix-run/react'
import { compter } from '#domain/nombre'
import { formatInstant } from '#libelles/temps'

type Props = { vueLe: Date | null; erreur: string | null; aLire: number }

/** Where the reading of the MCEI's mailbox stands. */
export function EtatBoite({ vueLe, erreur, aLire }: Props) {
  const lue = vueLe
    ? `La boîte de la MCEI a été lue le ${formatInstant(vueLe)}.`
    : 'La boîte de la MCEI n’a pas encore été lue.'
  return (
    <Bandeau severity={erreur ? 'error' : 'info'} marges="mb2">
      {erreur} {lue} {aLire > 0 && `${compter(aLire, 'message')} en attente de lecture. `}
      <Lien component={Link} to="/courriels?sens=recus">
        Voir les messages reçus
      </Lien>
    </Bandeau>
  )
}
