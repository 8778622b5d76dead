import { accorder } from '#domain/nombre'
import type { Cote, Remarque } from '#domain/budget/budget'
import type { Gravite, Regle } from '#domain/budget/constat'
import type { MotifSansBudget } from '#domain/budget/lecture/lecture'
import type { Origine } from '#domain/budget/lecture/ressources'

export const LIBELLE_COTE: Record<Cote, string> = { CHARGES: 'Charges', PRODUITS: 'Produits' }

export const LIBELLE_ORIGINE: Record<Origine, string> = {
  DEPARTEMENT: 'Département',
  PUBLIC: 'Autres fonds publics',
  PRIVE: 'Aides privées',
  FAMILLES: 'Familles',
  PROPRE: 'Ressources propres',
}

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
  B09: 'Présence d’une autre ressource',
  B10: 'Montants lisibles et positifs',
  B11: 'Cofinancements nommés et cohérents',
  B12: 'Cohérence avec les autres demandes',
  B13: 'Dates du projet et exercice',
  B14: 'Participation des familles',
  B15: 'Part des déplacements',
  B16: 'Coût par participant et par jour',
  B17: 'Identité de la structure et du projet',
  B18: 'Cohérence avec le budget de la structure',
}

const entreGuillemets = (texte: string) => `«\u00a0${texte}\u00a0»`

/** How the workbook was read where it could have been read otherwise, in one sentence. */
export function phraseRemarque(remarque: Remarque, feuille: string): string {
  switch (remarque.cas) {
    case 'AUTRES_BUDGETS':
      return `Ce classeur contient plusieurs budgets. Celui de ${entreGuillemets(feuille)} a été lu\u00a0; ${remarque.feuilles.map(entreGuillemets).join(', ')} ne l’${accorder(remarque.feuilles.length, 'a', 'ont')} pas été.`
    case 'MILLIERS':
      return `Les montants sont en milliers d’euros (${remarque.cellule})\u00a0: ils ont été lus en euros.`
    case 'COLONNE_CHOISIE':
      return `Côté ${LIBELLE_COTE[remarque.cote].toLowerCase()}, la colonne ${entreGuillemets(remarque.entete)} a été lue, et non ${remarque.ecartees.map(entreGuillemets).join(', ')}.`
    case 'COLONNES_MASQUEES':
      return accorder(
        remarque.colonnes.length,
        `Une colonne est masquée\u00a0: ${remarque.colonnes.join('')}.`,
        `Des colonnes sont masquées\u00a0: ${remarque.colonnes.join(', ')}.`,
      )
    case 'CONVERTI':
      return `Ce fichier .${remarque.format} a été converti en .xlsx pour être lu\u00a0: en cas de doute, ouvrez l’original.`
  }
}

/** « Budgets : « A », « B ». » */
export const phraseDesFeuilles = (feuilles: readonly string[]): string =>
  `Budgets\u00a0: ${feuilles.map(entreGuillemets).join(', ')}.`

const ENREGISTRER = 'Enregistrez-le sur le modèle de budget (.xlsx) et redéposez-le.'

/** The end of « Le fichier « x » … », then what to do. */
export const PHRASE_SANS_BUDGET: Record<
  MotifSansBudget | 'LIENS_EXTERNES' | 'AUTRE_FORMAT' | 'CONVERSION_IMPOSSIBLE',
  string
> = {
  AUCUN_BUDGET: `ne contient pas de tableau de charges et de produits. ${ENREGISTRER}`,
  PLUSIEURS_BUDGETS: 'contient plusieurs budgets, et rien n’y dit lequel est celui du projet.',
  BUDGET_MASQUE: 'a un budget sur une feuille masquée. Affichez cette feuille, enregistrez-le et redéposez-le.',
  LIENS_EXTERNES: 'tire des montants d’autres classeurs. Remplacez ces liens par leurs valeurs et redéposez-le.',
  CONVERSION_IMPOSSIBLE: `est dans un ancien format et n’a pas pu être converti. ${ENREGISTRER}`,
  AUTRE_FORMAT: `n’est pas un classeur Excel au format .xlsx. ${ENREGISTRER}`,
}
