import { REFUS_DE_REMPLIR } from '#libelles/demande-en-ligne/demande-en-ligne'
import { phraseEnVol } from '#libelles/demande-en-ligne/televersement'

export const REFUS_DE_COMMENCER = {
  LECTEUR_SEUL:
    'Votre rôle de lecteur ne permet pas de faire une demande. Demandez-le au représentant légal ou à un rédacteur de la structure.',
  CAMPAGNE_CLOSE: 'Cette campagne ne prend pas de demande en ce moment. Choisissez-en une autre.',
  HORS_EXTRANET:
    'Les demandes de cette campagne se font sur e-partenaire, et non ici\u00a0: la page de la campagne dit où.',
  GENRE_NON_ADMIS: 'Cette aide n’est pas ouverte à une structure comme la vôtre. Lisez le règlement de la campagne.',
  TROP_DE_DEMANDES:
    'Votre structure a déjà 20 demandes commencées. Déposez-en ou supprimez-en une avant d’en commencer une autre.',
  FICHE_D_UNE_AUTRE:
    'Cette fiche a été envoyée pour une autre campagne. Choisissez le type de demande de sa campagne, ou ne reprenez aucune fiche.',
} as const

const REFUS_DE_VALIDER = {
  LECTEUR_SEUL: REFUS_DE_REMPLIR.LECTEUR_SEUL,
  CAMPAGNE_CLOSE: 'La campagne est close\u00a0: cette demande n’est pas déposée. Écrivez à la mission.',
  INCOMPLETE: 'Il manque des réponses\u00a0: elles sont nommées plus bas, chacune avec le lien qui y mène.',
  CHANGEE: 'La demande a changé depuis que cette page est affichée. Relisez le résumé, puis validez de nouveau.',
  SANS_NUMERO: 'Aucun numéro ne peut être donné cette année. La demande n’est pas déposée\u00a0: écrivez à la mission.',
} as const

/** Why what was opened again could not be sent. */
const REFUS_DE_REDEPOSER = {
  LECTEUR_SEUL: REFUS_DE_REMPLIR.LECTEUR_SEUL,
  REFERMEE:
    'Le dossier s’est refermé\u00a0: ce que vous aviez écrit avant est gardé, et la mission l’examine. Demandez une nouvelle modification depuis la page du dossier.',
  INCOMPLETE: REFUS_DE_VALIDER.INCOMPLETE,
  CHANGEE: REFUS_DE_VALIDER.CHANGEE,
} as const

const phraseInfecte = (nomFichier: string): string =>
  `«\u00a0${nomFichier}\u00a0» est infecté par un virus\u00a0: la demande ne se dépose pas avec lui. Retirez-le à l’étape des pièces, puis validez.`

/** Why a demande was not deposited, or not again; `detail` names the file that keeps it. */
export function phraseDeDepot(
  reason: keyof typeof REFUS_DE_VALIDER | keyof typeof REFUS_DE_REDEPOSER | 'FICHIER_EN_VOL' | 'FICHIER_INFECTE',
  detail = '',
): string {
  if (reason === 'FICHIER_EN_VOL') return phraseEnVol(detail)
  if (reason === 'FICHIER_INFECTE') return phraseInfecte(detail)
  return { ...REFUS_DE_VALIDER, ...REFUS_DE_REDEPOSER }[reason]
}
