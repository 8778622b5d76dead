import { compter } from '#domain/nombre'
import {
  AUTRES_FICHIERS_BILAN_MAX,
  type ChampBilan,
  LONGUEUR_LIGNE_BILAN,
  type RefusDeRendreBilan,
  type RefusReponseBilan,
  type ReponseBilanRefusee,
  TEXTE_BILAN_MAX,
  TEXTE_BILAN_MIN,
  TEXTES_BILAN,
} from '#domain/suite-accord/bilan-rendu'
import { REFUS_D_ENVOI, REFUS_DE_PIECE } from '#libelles/demande-en-ligne/demande-en-ligne'

/** What is asked of what was done with a grant. */
export const QUESTION_BILAN: Record<ChampBilan, string> = {
  debut: 'Date de début réelle',
  fin: 'Date de fin réelle',
  participants: 'Nombre de jeunes ou de participants réellement concernés',
  compteRendu: 'Ce qui a été fait',
  depense: 'Total réellement dépensé, en euros',
  subvention: 'Subvention du Département réellement utilisée, en euros',
  ecarts: 'Pourquoi les dates ou les dépenses ne sont pas celles prévues',
}

const MONTANT = 'Par exemple\u00a0: 10\u00a0000, 10000€ ou 10\u00a0000,00. Les centimes sont admis.'

/** How to answer. */
export const AIDE_BILAN: Record<ChampBilan, string> = {
  debut: 'Par exemple\u00a0: 12/07/2027',
  fin: 'Par exemple\u00a0: 19/07/2027',
  participants: 'En chiffres. 0 si l’action n’a pas eu lieu.',
  compteRendu: `Les activités, les partenaires, ce que les participants en ont retiré. ${compter(TEXTE_BILAN_MAX, 'caractère')} au plus.`,
  depense: MONTANT,
  subvention: `La part de la subvention qui a servi à cette action. ${MONTANT}`,
  ecarts: 'Demandé si vous avez dépensé ou utilisé moins que la subvention, ou si les dates ont changé.',
}

const REFUS: Record<Exclude<RefusReponseBilan, 'TROP_LONG'>, string> = {
  SANS_REPONSE: 'Cette réponse est demandée.',
  TROP_COURT: `Dites-le en une phrase au moins\u00a0: ${compter(TEXTE_BILAN_MIN, 'caractère')}.`,
  JOUR: 'Écrivez une date comme 12/07/2027.',
  NOMBRE: 'Écrivez un nombre entier, par exemple 24.',
  MONTANT: 'Ce montant ne se lit pas, ou se lit de deux façons. Écrivez 10\u00a0000, 10000€ ou 10\u00a0000,00.',
  NEGATIF: 'Ce montant ne peut pas être négatif\u00a0: vérifiez-le.',
  FIN_AVANT_DEBUT: 'La date de fin est avant la date de début.',
  FIN_A_VENIR: 'L’action n’est pas finie à cette date\u00a0: le bilan se rend une fois l’action terminée.',
  PLUS_QU_ACCORDE:
    'C’est plus que la subvention accordée\u00a0: donnez la part de cette subvention qui a été utilisée.',
  PLUS_QUE_DEPENSE: 'C’est plus que le total dépensé\u00a0: vérifiez les deux montants.',
  ECARTS_A_DIRE:
    'Expliquez en une phrase\u00a0: les dates ne sont pas celles de la demande, ou vous avez dépensé ou utilisé moins que la subvention.',
}

/** Why an answer will not do, and how it would. */
export function phraseDuBilan({ champ, refus }: ReponseBilanRefusee): string {
  if (refus !== 'TROP_LONG') return REFUS[refus]
  const max = TEXTES_BILAN.includes(champ) ? TEXTE_BILAN_MAX : LONGUEUR_LIGNE_BILAN
  return `Raccourcissez\u00a0: ${compter(max, 'caractère')} au plus.`
}

/** Why a file is not taken, for what a bilan says otherwise than a demande. */
export const REFUS_DE_FICHIER_DE_BILAN = {
  RIEN_A_RENDRE: 'Aucun bilan n’est à rendre pour cette demande.',
  DEJA_RENDU: 'Ce bilan est déjà rendu\u00a0: il ne se modifie plus. La mission l’examine.',
  TROP_DE_FICHIERS_DE_BILAN: `Ce bilan contient déjà ${compter(AUTRES_FICHIERS_BILAN_MAX, 'autre document', 'autres documents')}\u00a0: retirez-en un, ou réunissez plusieurs pages en un seul fichier.`,
} as const

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

const REFUS_D_UN_FICHIER: Readonly<Record<string, string>> = {
  ...REFUS_DE_PIECE,
  ...REFUS_DE_FICHIER_DE_BILAN,
  LECTEUR_SEUL: phraseDeRendre('LECTEUR_SEUL'),
  SUR_LE_PORTAIL: phraseDeRendre('SUR_LE_PORTAIL'),
}

/** Why a file sent whole is not taken; `detail` says it for what is looked at in the file. */
export const phraseDeFichierDeBilan = (refus: string, detail?: string): string =>
  (refus === 'TROP_DE_FICHIERS_DE_BILAN' ? undefined : detail) ?? REFUS_D_UN_FICHIER[refus] ?? REFUS_DE_PIECE.OCCUPE

/** Why a sending of files was not taken whole. */
export const phraseDEnvoiDeBilan = (refus: keyof typeof REFUS_D_ENVOI): string => REFUS_D_ENVOI[refus]

/** Why a bilan is asked for. */
export const POURQUOI_UN_BILAN =
  'Une subvention oblige à rendre compte de son emploi\u00a0: ce qui a été fait, ce qui a été dépensé, et le compte rendu financier (loi n°\u00a02000-321 du 12\u00a0avril 2000, article\u00a010).'

/** What is sworn by who gives it. */
export const ATTESTATION_DU_BILAN =
  'Je certifie que ces informations sont exactes et sincères, et que la subvention a servi à l’action pour laquelle elle a été accordée'
