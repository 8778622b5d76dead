import type { BudgetLu, Cofinancement, LigneBudget } from '#domain/budget/budget'
import type { Attentes, Constat } from '#domain/budget/constat'
import { ecart, TOLERANCE } from '#domain/budget/lecture/groupes'
import { somme, type Montant } from '#domain/budget/montant'
import { origineDe, subventionsDe, subventionsPubliques, totalDesLignes } from '#domain/budget/lecture/ressources'
import { estDuDepartement } from '#domain/budget/totaux'
import { motsCommuns } from '#domain/budget/lecture/mots-communs'
import { plier } from '#domain/texte'

/** Requests that were refused bring nothing. */
export const cofinancementsRetenus = (budget: BudgetLu): Cofinancement[] =>
  budget.cofinancements.filter(({ etat }) => !/^refus/.test(plier(etat)))

/** B11 and B12: who else pays, named one by one, and coherent with what is known elsewhere. */
export function constatsCofinancements(budget: BudgetLu, attentes: Attentes): Constat[] {
  return [...nommes(budget), ...ailleurs(budget, attentes)]
}

const estCelui = (ligne: LigneBudget) => (c: Cofinancement) =>
  (estDuDepartement(ligne) && /departement|\bcd ?62\b/.test(plier(`${c.financeur} ${c.type}`))) ||
  motsCommuns(ligne.libelle, `${c.financeur} ${c.type}`) > 0

/** Each subvention with the funder that announces it: the same amount first, else the same words; each funder once. */
function apparier(lignes: readonly LigneBudget[], retenus: readonly Cofinancement[]) {
  const libres = new Set(retenus)
  const prendre = (trouve: Cofinancement | undefined) => {
    if (trouve) libres.delete(trouve)
    return trouve
  }
  const egal = (ligne: LigneBudget) => (c: Cofinancement) =>
    c.montantCents !== null && ecart(c.montantCents, ligne.montantCents ?? 0n) <= TOLERANCE
  const parMontant = lignes.map((ligne) => {
    const egaux = [...libres].filter(egal(ligne))
    return prendre(egaux.find(estCelui(ligne)) ?? egaux[0])
  })
  return lignes.map((ligne, i) => ({ ligne, annonce: parMontant[i] ?? prendre([...libres].find(estCelui(ligne))) }))
}

/** B11: each subvention over zero has a named funder and a state, and the sheet of funders adds up to account 74. */
function nommes(budget: BudgetLu): Constat[] {
  const retenus = cofinancementsRetenus(budget)
  const lignes = subventionsDe(budget).filter(({ montantCents }) => (montantCents ?? 0n) > 0n)
  if (budget.cofinancements.length === 0) {
    const autre = lignes.find((ligne) => !estDuDepartement(ligne))
    return autre ? [{ regle: 'B11', gravite: 'INFO', cellule: autre.cellule, cas: 'COFINANCEMENTS_ABSENTS' }] : []
  }
  if (lignes.length === 0) return []
  const commun = { regle: 'B11', gravite: 'AVERTISSEMENT' } as const
  const lignesFausses = apparier(lignes, retenus).flatMap(({ ligne, annonce }): Constat[] => {
    const { cellule, libelle, montantCents } = ligne
    const [nom, ecrit]: [string, Montant] = [libelle || ligne.code, montantCents ?? 0n]
    if (!annonce) return [{ ...commun, cellule, cas: 'FINANCEUR_ABSENT', libelle: nom, montant: ecrit }]
    const differe = annonce.montantCents === null || ecart(annonce.montantCents, ecrit) > TOLERANCE
    if (!differe) return []
    return [{ ...commun, cellule: annonce.cellule, cas: 'FINANCEUR_DIFFERENT', libelle: nom, financeur: annonce.financeur, ecrit, annonce: annonce.montantCents ?? 0n }] // prettier-ignore
  })
  const [ecrit, calcule] = [totalDesLignes(lignes), somme(retenus.map(({ montantCents }) => montantCents ?? 0n))]
  const inegal = lignesFausses.length === 0 && ecart(ecrit, calcule) > TOLERANCE
  return [
    ...lignesFausses,
    ...(inegal
      ? [{ ...commun, cellule: retenus[0]?.cellule ?? null, cas: 'COFINANCEMENTS_INEGAUX' as const, ecrit, calcule }]
      : []),
    ...retenus
      .filter(({ etat, montantCents }) => etat === '' && (montantCents ?? 0n) > 0n)
      .map(({ cellule, financeur }): Constat => ({ ...commun, cellule, cas: 'FINANCEUR_SANS_ETAT', financeur })),
  ]
}

/** B12: what the other dossiers of the structure declare, and what the certification says of « l'ensemble des demandes ». */
function ailleurs(budget: BudgetLu, { voisins }: Attentes): Constat[] {
  if (!voisins) return []
  const commun = { regle: 'B12', gravite: 'INFO' } as const
  const departement = subventionsDe(budget).find(estDuDepartement)?.cellule ?? budget.lignes.at(-1)?.cellule ?? null
  const declares = budget.cofinancements.filter(({ financeur }) => !/departement|\bcd ?62\b/.test(plier(financeur)))
  const memes = voisins.flatMap(({ numero, cofinancements }) =>
    declares.flatMap(({ financeur, montantCents, cellule }): Constat[] => {
      const meme = cofinancements.some(
        (c) => plier(c.financeur) === plier(financeur) && c.montantCents === montantCents && (montantCents ?? 0n) > 0n,
      )
      return meme
        ? [{ ...commun, cellule, cas: 'MEME_FINANCEMENT', numero, financeur, montant: montantCents ?? 0n }]
        : []
    }),
  )
  const autrePublic =
    subventionsPubliques(budget).some((l) => origineDe(l) === 'PUBLIC' && (l.montantCents ?? 0n) > 0n) ||
    declares.length > 0
  return [
    ...voisins.map(({ numero, montantDemandeCents }): Constat => ({ ...commun, cellule: departement, cas: 'AUTRE_DEMANDE', numero, montantDemande: montantDemandeCents })), // prettier-ignore
    ...memes,
    ...(autrePublic ? [] : [{ ...commun, cellule: departement, cas: 'AUCUN_AUTRE_PUBLIC' as const }]),
  ]
}
