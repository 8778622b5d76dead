import type { RefusRetrait } from '#domain/ouverture-de-compte/membre'
import type { RefusReponse } from '#domain/ouverture-de-compte/reponse'
import { LIBELLE_REFUS_REPONSE } from '#libelles/ouverture-de-compte/ouverture'

/** What may just have been done on the page of the members; `deja`: somebody else was first. */
export const FAITS_MEMBRES = ['accepte', 'refuse', 'retire', 'role', 'deja'] as const
export type FaitMembres = (typeof FAITS_MEMBRES)[number]

export const PHRASE_FAIT_MEMBRES: Record<FaitMembres, string> = {
  accepte: 'La personne rejoint votre structure\u00a0: un courriel le lui dit.',
  refuse: 'La demande est refusée\u00a0: un courriel le dit à la personne, avec votre motif.',
  retire: 'La personne ne fait plus partie de votre structure.',
  role: 'Le rôle de la personne est changé\u00a0: il vaut dès maintenant.',
  deja: 'Quelqu’un a agi avant vous\u00a0: rien de plus n’a été fait. La page est maintenant à jour.',
}

/** Why an act on the members of a structure was not done. */
export const phraseRefusMembres = (refus: RefusReponse | RefusRetrait): string =>
  refus === 'DERNIER_REPRESENTANT'
    ? 'Vous êtes le seul représentant légal de cette structure\u00a0: demandez d’abord à la mission d’en nommer un autre.'
    : LIBELLE_REFUS_REPONSE[refus]
