import type { RefusDeRendreBilan } from '#domain/suite-accord/bilan-rendu'
import { REFUS_DE_FICHIER_DE_BILAN } from '#libelles/demandeur/refus-de-fichier-de-bilan'

const REFUS_DE_RENDRE: Record<RefusDeRendreBilan, (detail: string) => string> = {
  LECTEUR_SEUL: () =>
    'Votre rôle de lecteur ne permet pas de rendre le bilan. Adressez-vous au représentant légal ou à un rédacteur de la structure.',
  SUR_LE_PORTAIL: () =>
    'Cette demande a été déposée sur le portail\u00a0: envoyez le bilan en répondant au courriel de la mission.',
  RIEN_A_RENDRE: () => REFUS_DE_FICHIER_DE_BILAN.RIEN_A_RENDRE,
  DEJA_RENDU: () => REFUS_DE_FICHIER_DE_BILAN.DEJA_RENDU,
  CHANGE: (qui) =>
    `${qui} a changé ce bilan depuis que cette page est affichée. Relisez le résumé, puis rendez-le de nouveau.`,
  INCHANGE: () =>
    'Rien n’a changé depuis le bilan déjà rendu\u00a0: complétez-le, ou joignez le document demandé, puis rendez-le.',
  A_REPRENDRE: () => 'Il manque des réponses\u00a0: elles sont nommées plus bas, chacune avec le lien qui y mène.',
  SANS_COMPTE_RENDU: () => 'Il manque le compte rendu financier\u00a0: joignez-le à la page des fichiers.',
  FICHIER_INFECTE: (nom) =>
    `«\u00a0${nom}\u00a0» contient un virus\u00a0: retirez-le à la page des fichiers, puis donnez-en une version saine.`,
  FICHIER_EN_VOL: (nom) =>
    `«\u00a0${nom}\u00a0» n’est pas encore arrivé en entier\u00a0: le bilan n’est pas rendu. Reprenez ou abandonnez cet envoi à la page des fichiers.`,
}

/** Why a bilan is not given, and what to do. */
export const phraseDeRendre = (refus: RefusDeRendreBilan, detail = ''): string => REFUS_DE_RENDRE[refus](detail)
