import { compter } from '#domain/nombre'
import { NOM_TEXTE_MAX, type RefusTexteType, type UsageTexte, variablesDe } from '#domain/texte-type/texte-type'
import { phraseRefusTexte } from '#libelles/campagne/textes'
import { CAMPAGNE_ARCHIVEE } from '#libelles/campagne/vie-campagne'

/** Where ready words are offered, as an officer says it. */
export const LIBELLE_USAGE_TEXTE: Record<UsageTexte, string> = {
  MESSAGE: 'Message à une structure',
  NOTE: 'Note entre agents',
  COMPLEMENT: 'Complément à demander',
  NON_CONFORMITE: 'Pièce non conforme ou sans objet',
  REFUS: 'Refus ou accord partiel',
  IRRECEVABILITE: 'Irrecevabilité',
  SANS_SUITE: 'Classement sans suite ou retrait',
}

/** What may stand between braces there. */
export const variablesDites = (usage: UsageTexte): string => {
  const variables = variablesDe(usage)
  return variables.length === 0
    ? 'Écrit tel quel.'
    : `${variables.map((nom) => `{${nom}}`).join(', ')} sont remplacés par ceux du dossier ou de la fiche.`
}

/** Why ready words are not kept, and what to do; `detail` is the word between braces it is about. */
export function phraseRefusTexteType(reason: RefusTexteType, detail = ''): string {
  switch (reason) {
    case 'SANS_NOM':
      return 'Donnez un nom à ce texte.'
    case 'NOM_TROP_LONG':
      return `Choisissez un nom plus court\u00a0: ${compter(NOM_TEXTE_MAX, 'caractère')} au plus.`
    case 'NOM_PRIS':
      return 'Un texte porte déjà ce nom au même endroit. Modifiez-le, ou choisissez un autre nom.'
    case 'RETIRE':
      return 'Ce texte est retiré\u00a0: proposez-le de nouveau avant de le modifier.'
    case 'RIEN_N_A_CHANGE':
      return 'Rien n’a changé.'
    case 'CAMPAGNE_INCONNUE':
      return 'Cette campagne n’existe pas.'
    case 'CAMPAGNE_ARCHIVEE':
      return CAMPAGNE_ARCHIVEE
    case 'VIDE':
      return 'Écrivez le texte.'
    case 'TROP_LONG':
    case 'PLUSIEURS_LIGNES':
    case 'VARIABLE_INCONNUE':
    case 'VARIABLE_MANQUANTE':
    case 'ACCOLADE':
      return phraseRefusTexte(reason, detail)
  }
}
