import type { Provenance } from '#domain/pre-projet/saisie'
import { LIBELLE_REFUS_SAISIE } from '#libelles/pre-projet/fiche'

/** How a fiche that no mail brought arrived, as the form and the journal say it. */
export const LIBELLE_PROVENANCE: Record<Provenance, string> = {
  PAPIER: 'sur papier',
  TELEPHONE: 'par téléphone',
  AUTRE: 'autrement',
}

/** Why the fiche is not opened, and what to do. */
export const LIBELLE_REFUS_FICHE = {
  ...LIBELLE_REFUS_SAISIE,
  STRUCTURE_MANQUANTE: 'Donnez le nom de la structure\u00a0: la fiche est rangée à ce nom.',
  JOUR_A_VENIR: 'Ce jour est à venir\u00a0: donnez celui où la fiche est arrivée.',
  CAMPAGNE_NON_OUVERTE: 'Cette campagne n’est pas ouverte\u00a0: choisissez-en une autre.',
  CAMPAGNE_INCONNUE: 'Cette campagne n’existe plus\u00a0: choisissez-en une autre.',
}
