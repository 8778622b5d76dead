import type { RefusDeRepondre } from '#domain/demande-en-ligne/reponse-au-complement'
import { REFUS_DE_REMPLIR } from '#libelles/demande-en-ligne/demande-en-ligne'
import { REFUS_DE_PIECE } from '#libelles/demande-en-ligne/refus-de-piece'

/** Why a file could not be given in answer to what is asked. */
export const REFUS_DE_COMPLEMENT = {
  ...REFUS_DE_PIECE,
  LECTEUR_SEUL: REFUS_DE_REMPLIR.LECTEUR_SEUL,
  SUR_LE_PORTAIL: 'Cette demande a été déposée sur le portail\u00a0: donnez la pièce là-bas.',
  RIEN_DEMANDE: 'Cette pièce n’est plus demandée. Rechargez la page pour voir ce qui l’est.',
} as const satisfies Record<RefusDeRepondre | keyof typeof REFUS_DE_PIECE, string>
