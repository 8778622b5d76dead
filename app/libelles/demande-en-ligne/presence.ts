import type { PresentSurDemande } from '#domain/demande-en-ligne/presence'
import { TITRE_ETAPE } from '#libelles/demande-en-ligne/demande-en-ligne'

/** Somebody else of the structure has the same demande before their eyes. */
export const phrasePresence = ({ nom, etape }: PresentSurDemande): string =>
  `${nom} remplit aussi cette demande (étape «\u00a0${TITRE_ETAPE[etape]}\u00a0»).`

/** Where it is asked who is there. */
export const adresseDePresence = (id: string): string => `/extranet/demandes/${id}/presence`
