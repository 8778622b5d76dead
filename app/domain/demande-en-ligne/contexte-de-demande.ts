import type { Contexte } from '#domain/campagne/contexte'
import type { ReponsesEnLigne } from '#domain/demande-en-ligne/etapes'
import { coutTotalDit, montantDemandeDit } from '#domain/demande-en-ligne/reponses'
import { participantsDits } from '#domain/demande-en-ligne/verification'
import type { Jour } from '#domain/temps/jour'

type Autour = Pick<Contexte, 'dispositif' | 'renouvellement'> & { aujourdhui: Jour }

/**
 * What the conditions of a matrix look at in a demande that is not deposited: what its dossier would say, were it deposited today as it is. What is not
 * answered, or by what will not do, is unknown; so is what the form does not ask.
 */
export const contexteDeDemande = (
  reponses: ReponsesEnLigne,
  { dispositif, renouvellement, aujourdhui }: Autour,
): Contexte => ({
  ...{ dispositif, renouvellement, deposeLe: aujourdhui },
  montantDemandeCents: montantDemandeDit(reponses),
  coutTotalCents: coutTotalDit(reponses),
  nbParticipants: participantsDits(reponses),
  pays: reponses.pays ?? '',
  creeeLe: null,
  mineurs: null,
  signataireDifferent: null,
})
