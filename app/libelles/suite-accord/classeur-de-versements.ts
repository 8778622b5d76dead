import { compter } from '#domain/nombre'
import { LIGNES_MAX } from '#domain/lot-actes/acte-de-lot'
import type { LigneRefusee, RefusDeLigne } from '#domain/suite-accord/classeur-de-versements'
import { LONGUEUR_REFERENCE, type RefusVersement } from '#domain/suite-accord/versement'
import { abreger, nettoyer } from '#domain/texte'
import { LIBELLE_REFUS_VERSEMENT } from '#libelles/suite-accord/versement'

const MOTS: Record<RefusDeLigne, string> = {
  NUMERO_INCONNU: 'aucun dossier ne porte ce numéro. Vérifiez-le.',
  NATURE_ILLISIBLE: 'la nature n’est ni «\u00a0Acompte\u00a0», ni «\u00a0Solde\u00a0», ni «\u00a0Reversement\u00a0».',
  MONTANT_ILLISIBLE: 'le montant ne se lit pas, ou n’est pas plus grand que zéro.',
  DATE_ILLISIBLE: 'la date ne se lit pas\u00a0: écrivez JJ/MM/AAAA.',
  REFERENCE_ILLISIBLE: `la référence manque, ou a plus de ${compter(LONGUEUR_REFERENCE, 'caractère')}.`,
  DEJA_ENREGISTRE: 'ce versement est déjà enregistré. Rien ne change.',
  ANNULE_ICI: 'ce versement a été annulé ici. S’il est bien payé, enregistrez-le depuis la page du dossier.',
  EN_DOUBLE: 'ce versement est déjà sur une ligne plus haut\u00a0: même dossier, même nature, même référence.',
}

/** « Ligne 7, dossier 2025-10001 : la date ne se lit pas : écrivez JJ/MM/AAAA. » */
export function phraseLigneRefusee({ reason, rang, numero }: LigneRefusee): string {
  const dit = abreger(nettoyer(numero), 40)
  return `Ligne ${rang}${dit ? `, dossier ${dit}` : ''}\u00a0: ${MOTS[reason]}`
}

export const LIBELLE_REFUS_CLASSEUR_DE_VERSEMENTS = {
  AUCUN_DOSSIER: 'Ce fichier n’a aucune ligne sous ses titres de colonnes\u00a0: vérifiez-le et redéposez-le.',
  TROP_DE_DOSSIERS: `Ce fichier a trop de dossiers\u00a0: ${compter(LIGNES_MAX, 'dossier')} au plus. Découpez-le.`,
} as const

/** Why the payments of one dossier are refused: `detail` is the reference of the one that is. */
export const libelleRefusVersements = ({ reason, detail }: { reason: RefusVersement; detail?: string }): string =>
  detail ? `Référence ${detail}\u00a0: ${LIBELLE_REFUS_VERSEMENT[reason]}` : LIBELLE_REFUS_VERSEMENT[reason]
