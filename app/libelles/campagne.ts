import type { Dispositif } from '#domain/campagne/dispositif'

export const LIBELLE_DISPOSITIF: Record<Dispositif, string> = {
  MEI: 'Mobilité européenne et internationale',
  JUMELAGES: 'Jumelages',
}

/** « de l’appel », « Mobilité européenne et internationale 2025 »: how a campagne is named in a sentence. */
export const nomDeCampagne = (dispositif: Dispositif, annee: number): string =>
  `${LIBELLE_DISPOSITIF[dispositif]} ${annee}`
