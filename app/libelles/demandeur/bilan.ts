import { compter } from '#domain/nombre'
import {
  type ChampBilan,
  LONGUEUR_LIGNE_BILAN,
  type RefusReponseBilan,
  type ReponseBilanRefusee,
  TEXTE_BILAN_MAX,
  TEXTE_BILAN_MIN,
  TEXTES_BILAN,
} from '#domain/suite-accord/bilan-rendu'

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

/** What is sworn by who gives it. */
export const ATTESTATION_DU_BILAN =
  'Je certifie que ces informations sont exactes et sincères, et que la subvention a servi à l’action pour laquelle elle a été accordée'
