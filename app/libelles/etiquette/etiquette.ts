import {
  type CouleurEtiquette,
  ETIQUETTES_MAX,
  NOM_ETIQUETTE_MAX,
  type RefusEtiquetage,
  type RefusEtiquette,
} from '#domain/etiquette/etiquette'
import { compter } from '#domain/nombre'
import { CAMPAGNE_ARCHIVEE } from '#libelles/campagne/vie-campagne'

export const LIBELLE_COULEUR: Record<CouleurEtiquette, string> = {
  GRIS: 'Gris',
  ROUGE: 'Rouge',
  ORANGE: 'Orange',
  VERT: 'Vert',
  TURQUOISE: 'Turquoise',
  BLEU: 'Bleu',
  VIOLET: 'Violet',
  ROSE: 'Rose',
}

export const LIBELLE_REFUS_ETIQUETTE: Record<RefusEtiquette | 'CAMPAGNE_ARCHIVEE', string> = {
  CAMPAGNE_ARCHIVEE,
  NOM_VIDE: 'Donnez un nom à cette étiquette.',
  NOM_TROP_LONG: `Raccourcissez ce nom\u00a0: ${compter(NOM_ETIQUETTE_MAX, 'caractère')} au plus.`,
  NOM_DEJA_PRIS: 'Une étiquette de cette campagne porte déjà ce nom, peut-être archivée.',
  TROP_D_ETIQUETTES: `Une campagne a au plus ${compter(ETIQUETTES_MAX, 'étiquette')}\u00a0: archivez-en une.`,
}

export const LIBELLE_REFUS_ETIQUETAGE: Record<RefusEtiquetage, string> = {
  ETIQUETTE_INCONNUE: 'La campagne de ce dossier n’a pas cette étiquette.',
  ETIQUETTE_ARCHIVEE: 'Cette étiquette est archivée.',
  RIEN_A_CHANGER: 'Rien ne change pour ce dossier.',
}

/** What was done to an étiquette of a campagne, as the journal tells it. */
export const LIBELLE_FAIT_ETIQUETTE: Record<string, string> = {
  AJOUTEE: 'ajoutée',
  MODIFIEE: 'modifiée',
  ARCHIVEE: 'archivée',
  REPRISE: 'sortie des archives',
  DEPLACEE: 'déplacée',
}
