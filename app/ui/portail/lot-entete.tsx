import { compter } from '#domain/nombre'
import type { EtatLot } from '#domain/portail/lot-vues'
import { formatInstant } from '#libelles/temps'
import { EtatLotChip } from '#ui/portail/lot-etat-chip'

type Props = {
  lot: { etat: EtatLot; fichiers: string[]; creeLe: Date; deposePar: { prenom: string; nom: string } | null }
}

const NOMS_MONTRES = 3

/** The names of a delivery, the first ones only: two hundred mails would fill the page. */
export function nomsEnMots(fichiers: readonly string[]): string {
  const reste = fichiers.length - NOMS_MONTRES
  const montres = fichiers.slice(0, NOMS_MONTRES).join(', ')
  return reste > 0 ? `${montres} et ${compter(reste, 'autre')}` : montres
}

/** Who delivered what, when, and where it stands. */
export const LotEntete = ({ lot: { etat, fichiers, creeLe, deposePar } }: Props) => (
  <>
    <EtatLotChip etat={etat} /> · {nomsEnMots(fichiers)} · déposé le{' '}
    <time dateTime={creeLe.toISOString()}>{formatInstant(creeLe)}</time> par{' '}
    {deposePar ? `${deposePar.prenom} ${deposePar.nom}` : 'la ligne de commande'}
  </>
)
