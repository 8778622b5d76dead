import type { Dispositif } from '#domain/dispositif'

/** The types of demande as the portal calls them. */
export const TYPE_DU_PORTAIL: Record<Dispositif, string> = {
  MEI: 'Pas-de-Calais, Mobilité Européenne et Internationale (public)',
  JUMELAGES: 'Jumelages (public)',
}
