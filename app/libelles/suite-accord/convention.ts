import type { EtatConvention } from '#domain/suite-accord/accord'
import type { RefusConvention, RefusConventionEcrite, RefusReprendreConvention } from '#domain/suite-accord/convention'

export const LIBELLE_ETAT_CONVENTION: Record<EtatConvention, string> = {
  SANS_OBJET: 'Aucune convention n’est nécessaire pour cette subvention.',
  A_SIGNER: 'Convention à signer\u00a0: rien ne peut être versé avant sa signature.',
  SIGNEE: 'Convention signée',
}

export const LIBELLE_REFUS_CONVENTION: Record<RefusConvention | RefusReprendreConvention, string> = {
  PAS_ACCORDE: 'Ce dossier n’a pas de subvention accordée\u00a0: aucune convention n’est à signer.',
  ENCORE_REPRENABLE: 'La décision peut encore être reprise\u00a0: attendez que son courriel soit parti.',
  SANS_CONVENTION: 'Aucune convention n’est nécessaire pour cette subvention.',
  DEJA_SIGNEE: 'Cette convention est déjà dite signée\u00a0: reprenez d’abord cette signature.',
  JOUR_A_VENIR: 'Ce jour est à venir\u00a0: choisissez aujourd’hui ou un jour passé.',
  AVANT_EXECUTOIRE:
    'La délibération n’était pas encore exécutoire ce jour-là\u00a0: choisissez ce jour-là ou un jour après.',
  PAS_SIGNEE: 'Cette convention n’est plus dite signée.',
  DEJA_VERSE: 'Un versement repose sur cette convention\u00a0: annulez-le d’abord.',
}

/** Why there is no convention to print, to the officer who asked for it. */
export const LIBELLE_REFUS_CONVENTION_ECRITE: Record<RefusConventionEcrite, string> = {
  PAS_ACCORDE: LIBELLE_REFUS_CONVENTION.PAS_ACCORDE,
  SANS_CONVENTION: LIBELLE_REFUS_CONVENTION.SANS_CONVENTION,
  SANS_SIGNATAIRE:
    'Il manque de quoi signer cette convention\u00a0: complétez le signataire dans le règlement de la campagne (page Campagnes).',
  CONVENTION_NON_COMPOSEE:
    'La mise en page de cette convention a échoué\u00a0: aucune n’est donnée plutôt qu’une convention fausse. Prévenez un administrateur.',
}
