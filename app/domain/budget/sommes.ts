import type { BudgetLu, Cote, LigneBudget } from '#domain/budget/budget'
import type { Constat, Gravite } from '#domain/budget/constat'
import { cellulesNommees } from '#domain/budget/lecture/formule'
import { ecart, TOLERANCE } from '#domain/budget/lecture/groupes'
import { somme, type Montant } from '#domain/budget/montant'
import { detailsDe, estNonLue, lignesDe, sommeDuCote, sommeNonLue, totalEcrit } from '#domain/budget/totaux'

/** Over this a wrong sum is no longer a slip (B02). */
const ECART_BLOQUANT: Montant = 500n

const graviteDeLEcart = (a: Montant, b: Montant): Gravite =>
  ecart(a, b) > ECART_BLOQUANT ? 'BLOQUANT' : 'AVERTISSEMENT'

/** B02: groups are the sum of their lines, totals that of the groups, and each formula still gives the result that is shown. */
export function constatsSommes(budget: BudgetLu): Constat[] {
  const faux = [...groupes(budget), ...totaux(budget)]
  const dites = new Set(faux.map(({ cellule }) => cellule))
  return [...faux, ...budget.lignes.filter((l) => !dites.has(l.cellule)).flatMap(resultatPerime)]
}

const sansFeuille = (cellule: string) => cellule.slice(cellule.lastIndexOf('!') + 1)

/** The lines that the formula of their sum does not reach, directly or through the group they belong to. */
function oubliees(formule: string | undefined, membres: readonly LigneBudget[]): string[] {
  const nommees = formule === undefined ? null : cellulesNommees(formule)
  if (!nommees || nommees.size === 0) return []
  const dehors = membres.filter((l) => (l.montantCents ?? 0n) !== 0n && !nommees.has(sansFeuille(l.cellule)))
  return dehors.length === membres.length ? [] : dehors.map((l) => l.cellule)
}

function groupes(budget: BudgetLu): Constat[] {
  return budget.lignes.flatMap((ligne, rang): Constat[] => {
    const tous = detailsDe(budget, rang)
    const details = tous.filter((l) => l.montantCents !== null)
    if (tous.some(estNonLue)) return []
    if (ligne.nature !== 'GROUPE' || ligne.montantCents === null || details.length === 0) return []
    const [ecrit, calcule] = [ligne.montantCents, somme(details.map((l) => l.montantCents ?? 0n))]
    if (ecart(ecrit, calcule) <= TOLERANCE) return []
    const libelle = [ligne.code, ligne.libelle].filter(Boolean).join(' ')
    return [
      {
        regle: 'B02',
        gravite: graviteDeLEcart(ecrit, calcule),
        cellule: ligne.cellule,
        cas: 'GROUPE_FAUX',
        libelle,
        ecrit,
        calcule,
        oubliees: oubliees(ligne.formule, details),
      },
    ]
  })
}

function totaux(budget: BudgetLu): Constat[] {
  return (['CHARGES', 'PRODUITS'] as const).flatMap((cote): Constat[] => {
    const total = totalEcrit(budget, cote)
    if (!total || sommeNonLue(budget, cote)) return []
    const { montantCents: ecrit, cellule } = total
    const calcule = sommeDuCote(budget, cote)
    const ligne = lignesDe(budget, cote).find((l) => l.cellule === cellule)
    const tape = ligne?.formule === undefined && groupesCalcules(budget, cote)
    if (ecart(ecrit, calcule) <= TOLERANCE) {
      return tape && ligne ? [{ regle: 'B02', gravite: 'INFO', cellule, cas: 'TOTAL_TAPE', cote, ecrit }] : []
    }
    const premieres = lignesDe(budget, cote).filter(
      (l) => l.nature === 'GROUPE' || (l.nature === 'DETAIL' && l.groupe === null),
    )
    return [
      {
        regle: 'B02',
        gravite: graviteDeLEcart(ecrit, calcule),
        cellule,
        cas: 'TOTAL_FAUX',
        cote,
        ecrit,
        calcule,
        oubliees: oubliees(ligne?.formule, premieres),
        tape,
      },
    ]
  })
}

const groupesCalcules = (budget: BudgetLu, cote: Cote): boolean =>
  lignesDe(budget, cote).some((l) => l.nature === 'GROUPE' && l.formule !== undefined)

/** The result a workbook keeps of a formula is what people see; where its cells have changed since, they see a wrong figure. */
function resultatPerime({ cellule, code, libelle, montantCents, calculeCents, formule }: LigneBudget): Constat[] {
  if (montantCents === null || calculeCents === null || formule === undefined) return []
  if (ecart(montantCents, calculeCents) <= TOLERANCE) return []
  return [
    {
      regle: 'B02',
      gravite: graviteDeLEcart(montantCents, calculeCents),
      cellule,
      cas: 'RESULTAT_PERIME',
      libelle: libelle || code,
      ecrit: montantCents,
      calcule: calculeCents,
      formule,
    },
  ]
}
