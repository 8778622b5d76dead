import type { Dispositif } from '#domain/dispositif'

/** The two words of the portal on a demande that it says nothing more of (docs/domaine.md § 1.2). */
export const STATUT_DU_PORTAIL = { BROUILLON: 'En cours de saisie', DEPOSE: 'En cours d’analyse' } as const

/** The types of demande as the portal calls them. */
export const TYPE_DU_PORTAIL: Record<Dispositif, string> = {
  MEI: 'Pas-de-Calais, Mobilité Européenne et Internationale (public)',
  JUMELAGES: 'Jumelages (public)',
}
