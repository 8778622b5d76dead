import type { Cote, NatureLigne } from '#domain/budget/budget'
import { plier } from '#domain/texte'

/** A line as it was written, before its place among the others is known. */
export type LigneEcrite = { cote: Cote; code: string; libelle: string }

/** Labels of the groups of the chart (docs/domaine.md § 4.1), for workbooks that give no code. */
const GROUPES: Record<Cote, RegExp> = {
  CHARGES:
    /^(achats|services exterieurs|autres services exterieurs|impots et taxes|charges de personnel|autres charges de gestion courante|charges financieres|charges exceptionnelles|dotations? aux amortissements|impot sur les benefices|charges indirectes)\b/,
  PRODUITS:
    /^(ventes?|dotations et produits|subventions? d exploitation|autres produits de gestion courante|produits financiers|produits exceptionnels|reprises?|transferts? de charges|ressources propres|autofinancement)\b/,
}

export const isLibelleDeGroupe = ({ cote, libelle }: LigneEcrite): boolean => GROUPES[cote].test(plier(libelle))

/** Contributions in nature: 86 and 87, or their name. */
const estEnNature = (code: string, libelle: string) =>
  /^8[67]/.test(code) || /contributions? volontaires?|contributions? en nature/.test(libelle)

/** What a line says it is by itself; GROUPE and DETAIL are told apart by their neighbours, so both come out as DETAIL. */
export function natureEcrite(
  { code, libelle }: LigneEcrite,
  { totalVu, dansNature }: { totalVu: boolean; dansNature: boolean },
): NatureLigne {
  const plie = plier(libelle)
  if (/^(sous |sub |grand )?total|^subtotal|^montant total/.test(plie))
    return natureDuTotal(plie, { totalVu, dansNature })
  if (estEnNature(code, plie)) return /^8[67]\d/.test(code) ? 'DETAIL_NATURE' : 'NATURE'
  return dansNature && !/^[67]/.test(code) ? 'DETAIL_NATURE' : 'DETAIL'
}

function natureDuTotal(plie: string, { totalVu, dansNature }: { totalVu: boolean; dansNature: boolean }): NatureLigne {
  if (/^sous total|^sub ?total|^total \d\d\b|\b(in)?directes?\b/.test(plie)) return 'SOUS_TOTAL'
  if (/hors contributions/.test(plie)) return totalVu ? 'TOTAL_GENERAL' : 'TOTAL'
  if (/contributions?|en nature|volontaires?/.test(plie)) return dansNature ? 'SOUS_TOTAL' : 'TOTAL_GENERAL'
  if (totalVu || (dansNature && !/charges|depenses|produits|recettes|ressources|expen|income|revenue/.test(plie)))
    return 'TOTAL_GENERAL'
  const seul =
    /^(montant |grand )?total( general)?( (des|de|du|les|of))?( (charges|depenses|emplois|produits|recettes|ressources|expenses|expenditures?|costs|incomes?|revenues?|resources|ausgaben|einnahmen|projet|project|budget|euros?|eur|previsionnel(le)?s?))*$/
  return seul.test(plie) ? 'TOTAL' : 'SOUS_TOTAL'
}
