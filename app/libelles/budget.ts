import type { Cote } from '#domain/budget/budget'
import type { Fait, Gravite, Regle } from '#domain/budget/constat'
import type { MotifSansBudget } from '#domain/budget/lecture'
import { formatMontant, formatPourcent } from '#domain/budget/montant'

export const LIBELLE_COTE: Record<Cote, string> = { CHARGES: 'Charges', PRODUITS: 'Produits' }

export const LIBELLE_GRAVITE: Record<Gravite, string> = {
  BLOQUANT: 'Bloquant',
  AVERTISSEMENT: 'À vérifier',
  INFO: 'Pour information',
}

export const LIBELLE_REGLE: Record<Regle, string> = {
  B01: 'Équilibre des charges et des produits',
  B02: 'Exactitude des sommes',
  B03: 'Équilibre des contributions en nature',
  B04: 'Subvention du Département et montant demandé',
  B05: 'Ligne unique du Département',
  B06: 'Montant demandé dans les limites de la campagne',
  B07: 'Taux d’aide',
  B08: 'Part de financements publics',
  B10: 'Montants lisibles et positifs',
  B11: 'Cohérence des cofinancements',
}

const ecartDe = (a: bigint, b: bigint): string => formatMontant(a > b ? a - b : b - a)

/** What was found, both figures and what differs, in one sentence. */
export function phraseConstat(fait: Fait): string {
  switch (fait.cas) {
    case 'DESEQUILIBRE':
      return `Le total des charges (${formatMontant(fait.charges)}${fait.celluleCharges ? `, ${fait.celluleCharges}` : ''}) et le total des produits (${formatMontant(fait.produits)}) diffèrent de ${ecartDe(fait.charges, fait.produits)}.`
    case 'GROUPE_FAUX':
      return `Le groupe «\u00A0${fait.libelle}\u00A0» indique ${formatMontant(fait.ecrit)}, mais ses lignes font ${formatMontant(fait.calcule)}.`
    case 'TOTAL_FAUX':
      return `Le total des ${fait.cote === 'CHARGES' ? 'charges' : 'produits'} indique ${formatMontant(fait.ecrit)}, mais ses lignes font ${formatMontant(fait.calcule)}.`
    case 'NATURE_INEGALE':
      return `Les contributions en nature diffèrent\u00A0: ${formatMontant(fait.emplois)} en emplois (86), ${formatMontant(fait.ressources)} en ressources (87).`
    case 'DEPARTEMENT_DIFFERENT':
      return `Le budget inscrit ${formatMontant(fait.ecrit)} du Département, mais la demande est de ${formatMontant(fait.montantDemande)}.`
    case 'DEPARTEMENT_ABSENT':
      return fait.montantDemande === null
        ? 'Aucune ligne de produits ne nomme le Département du Pas-de-Calais.'
        : `Aucune ligne de produits ne nomme le Département du Pas-de-Calais, alors que ${formatMontant(fait.montantDemande)} lui sont demandés.`
    case 'DEPARTEMENT_REPETE':
      return `Le Département apparaît sur ${fait.cellules.length} lignes (${fait.cellules.join(', ')})\u00A0: une seule est attendue.`
    case 'DEMANDE_HORS_LIMITES':
      return fait.sens === 'MAX'
        ? `Le montant demandé (${formatMontant(fait.montantDemande)}) dépasse le plafond de la campagne (${formatMontant(fait.limite)}).`
        : `Le montant demandé (${formatMontant(fait.montantDemande)}) est inférieur au minimum de la campagne (${formatMontant(fait.limite)}).`
    case 'TAUX_DEPASSE':
      return `Le taux d’aide demandé (${formatPourcent(fait.taux)}) dépasse celui de la campagne (${formatPourcent(fait.max)}).`
    case 'PART_PUBLIQUE':
      return `Les financements publics font ${formatPourcent(fait.part)} des produits, au-delà de ${formatPourcent(fait.max)}.`
    case 'MONTANT_NEGATIF':
      return `La ligne «\u00A0${fait.libelle}\u00A0» porte un montant négatif (${formatMontant(fait.montant)}).`
    case 'MONTANT_ILLISIBLE':
      return `La ligne «\u00A0${fait.libelle}\u00A0» ne porte pas un montant lisible\u00A0: «\u00A0${fait.texte}\u00A0».`
    case 'MONTANT_EN_TEXTE':
      return `Le montant de la ligne «\u00A0${fait.libelle}\u00A0» est écrit en texte («\u00A0${fait.texte}\u00A0»)\u00A0; il a été lu ${formatMontant(fait.montant)}.`
    case 'COFINANCEMENTS_INEGAUX':
      return `Les subventions du budget font ${formatMontant(fait.ecrit)}, mais la feuille des cofinancements en annonce ${formatMontant(fait.calcule)}.`
  }
}

const ENREGISTRER = 'Enregistrez-le sur le modèle de budget (.xlsx) et redéposez-le.'

/** The end of « Le fichier « x » … », then what to do. */
export const PHRASE_SANS_BUDGET: Record<MotifSansBudget | 'LIENS_EXTERNES' | 'AUTRE_FORMAT', string> = {
  AUCUN_BUDGET: `ne contient pas de tableau de charges et de produits. ${ENREGISTRER}`,
  BUDGET_MASQUE: 'a un budget sur une feuille masquée. Affichez cette feuille, enregistrez-le et redéposez-le.',
  LIENS_EXTERNES: 'tire des montants d’autres classeurs. Remplacez ces liens par leurs valeurs et redéposez-le.',
  AUTRE_FORMAT: `n’est pas un classeur Excel au format .xlsx. ${ENREGISTRER}`,
}
