import type { NatureRecue } from '#domain/courriel-recu/reclassement'
import type { EtatLot, ResultatLigne } from '#domain/portail/lot-vues'
import { LIBELLE_ETAT_LOT, LIBELLE_NATURE_RECUE, LIBELLE_RESULTAT } from '#libelles/portail/lot'
import { Etiquette } from '#ui/kit/icone/etiquette'

const ETAT = {
  EN_ATTENTE: { icone: 'schedule', ton: 'neutre' },
  EN_COURS: { icone: 'autorenew', ton: 'depose' },
  A_CONFIRMER: { icone: 'help', ton: 'alerte' },
  TERMINE: { icone: 'check-circle', ton: 'accorde' },
  ECHEC: { icone: 'cancel', ton: 'depasse' },
  ECARTE: { icone: 'remove-circle', ton: 'neutre' },
} as const

const RESULTAT = {
  CREE: { icone: 'fiber-new', ton: 'depose' },
  MIS_A_JOUR: { icone: 'autorenew', ton: 'complet' },
  INCHANGE: { icone: 'remove-circle', ton: 'neutre' },
  BROUILLON: { icone: 'edit', ton: 'neutre' },
  HORS_PERIMETRE: { icone: 'remove-circle', ton: 'neutre' },
  REJET: { icone: 'cancel', ton: 'depasse' },
  PIECE_REFUSEE: { icone: 'cancel', ton: 'depasse' },
  MESSAGE: { icone: 'mail', ton: 'depose' },
} as const

export const EtatLotChip = ({ etat }: { etat: EtatLot }) => (
  <Etiquette {...ETAT[etat]}>{LIBELLE_ETAT_LOT[etat]}</Etiquette>
)

/** What became of a line; a mail says what it turned out to be. */
export const ResultatChip = ({ resultat, nature }: { resultat: ResultatLigne; nature?: NatureRecue | undefined }) => (
  <Etiquette {...RESULTAT[nature === 'ILLISIBLE' ? 'REJET' : resultat]}>
    {(nature && LIBELLE_NATURE_RECUE[nature]) ?? LIBELLE_RESULTAT[resultat]}
  </Etiquette>
)
