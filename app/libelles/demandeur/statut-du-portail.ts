import { type EtatDit, estRendu } from '#domain/demandeur/etat-dit'
import type { OrigineDossier } from '#domain/dossier/origine'
import { sensDuStatut } from '#domain/portail/statut-portail'

/** The words of the portal for where a demande stands; where it has none, ours as it would write them (docs/domaine.md § 8.1). */
export const STATUT_DU_PORTAIL = {
  BROUILLON: 'En cours de saisie',
  DEPOSE: 'En cours d’analyse',
  INCOMPLET: 'Demande de complément',
  COMPLET: 'En cours d’instruction',
  EN_INSTRUCTION: 'En cours d’instruction',
  ACCORDE: 'Accordé',
  ACCORDE_PARTIEL: 'Accordé',
  REFUSE: 'Refusé',
  SANS_SUITE: 'Classé sans suite',
  DECIDE_AILLEURS: 'Clos',
  REJET_IMPLICITE: 'Rejeté',
  RETIRE: 'Retiré',
  HORS_DELAI: 'Inéligible',
  INELIGIBLE: 'Inéligible',
} as const satisfies Record<EtatDit, string>

type Dossier = {
  origine: OrigineDossier
  /** What the portal last said of it; what was deposited here keeps the word of its deposit. */
  statutPortail: string
  /** Where it stands in what its structure was told: nothing that is hidden from it is read here. */
  etat: EtatDit
  rouverte: boolean
}

/**
 * The statut of a dossier, in the words of the portal. What was deposited here follows what its structure was told; what was deposited there says what
 * the portal says of it, unless its end was told and the portal does not know it yet.
 */
export function statutDuPortail({ origine, statutPortail, etat, rouverte }: Dossier): string {
  if (origine === 'EXTRANET') return STATUT_DU_PORTAIL[rouverte && !estRendu(etat) ? 'BROUILLON' : etat]
  if (statutPortail === '') return STATUT_DU_PORTAIL[etat]
  return estRendu(etat) && sensDuStatut(statutPortail, true) !== 'TERMINEE' ? STATUT_DU_PORTAIL[etat] : statutPortail
}
