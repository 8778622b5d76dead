import type { Cote, LigneBudget } from '#domain/budget/budget'
import { lireExercice } from '#domain/budget/annexes'
import {
  blocsDe,
  debutDeDroite,
  derniereColonne,
  derniereLigne,
  lignesEntre,
  type Bloc,
} from '#domain/budget/lecture/blocs'
import { cellulesDe, COTE_A_COTE, ENTETES, placesDe, type Place } from '#domain/budget/lecture/entetes'
import {
  celluleDe,
  lettresDe,
  partie,
  positionDe,
  sansParties,
  type Classeur,
  type Etendue,
  type Feuille,
  type Zone,
} from '#domain/budget/lecture/grille'
import { texteDe } from '#domain/budget/lecture/lire-cellule'
import { aUnMontant, lireLignes } from '#domain/budget/lecture/lignes'
import { plier } from '#domain/texte'

/** A budget of a workbook: the name by which an officer chooses it, its two sides, and its sheet without the other budgets. */
export type Tableau = { nom: string; blocs: Bloc[]; reste: Feuille }

/** Headings of one row of tables, from left to right; never twice the same side in a row. */
type Bande = { haut: number; bas: number; tetes: Tete[] }
type Tete = Place & { cote: Cote }

/** A table that may be a budget, with the lines read in it. */
type Lu = { zone: Zone; tetes: Etendue; titre: string; blocs: Bloc[]; lignes: LigneBudget[] }

/**
 * The budgets of a sheet: one under the other or side by side, each under its own headings. A heading that is repeated on the next page of the same
 * budget, the contributions in nature under headings of their own, and a copy of the form left blank make no other budget.
 */
export function tableauxDe(classeur: Classeur, feuille: Feuille, exercice: string | undefined): Tableau[] {
  const lus = lireTableaux(classeur, feuille, exercice)
  const remplis = lus.filter(estRempli)
  if (remplis.length === 0 || lus.length < 2) {
    const blocs = blocsDe(feuille, exercice)
    return blocs.length === 2 && blocs.some(aUnMontant) ? [{ nom: feuille.nom, blocs, reste: feuille }] : []
  }
  return remplis.map((lu) => ({
    nom: remplis.length > 1 ? nommer(feuille, lu) : feuille.nom,
    blocs: lu.blocs,
    reste: sansParties(feuille, lus.filter((autre) => autre !== lu).map(({ zone }) => zone)), // prettier-ignore
  }))
}

function lireTableaux(classeur: Classeur, feuille: Feuille, exercice: string | undefined): Lu[] {
  const lire = (zone: Zone, tetes: Etendue): Lu => {
    const part = partie(feuille, zone)
    const titre = titreDe(part, tetes.premiere)
    const blocs = blocsDe(part, lireExercice([part]) ?? /\b20\d\d\b/.exec(titre)?.[0] ?? exercice)
    const lignes = blocs.length === 2 ? blocs.flatMap((bloc) => lireLignes(classeur, bloc)) : []
    return { zone, tetes, titre, blocs, lignes }
  }
  const rangs = rangsDe(feuille)
  const derniere = derniereLigne(feuille)
  let debut = 1
  let lus: Lu[] = []
  for (const [i, { haut, bas, tetes }] of rangs.entries()) {
    const avant = (rangs[i + 1]?.haut ?? derniere + 1) - 1
    const colonnes = colonnesDe(feuille, tetes, { premiere: bas + 1, derniere: avant })
    const essais = colonnes.map((c) => lire({ lignes: { premiere: debut, derniere: avant }, colonnes: c }, { premiere: haut, derniere: bas })) // prettier-ignore
    const fin = i + 1 < rangs.length ? Math.max(bas, ...essais.map(finDe)) : derniere
    const faits = essais.map(({ zone, tetes: t }) => lire({ ...zone, lignes: { premiere: debut, derniere: fin } }, t))
    lus = ajouter(lus, faits, lire)
    debut = fin + 1
  }
  return lus
}

/** Rows of tables: headings side by side, or one side alone then the other under it; none where the headings do not go by pairs. */
function rangsDe(feuille: Feuille): Bande[] {
  const rangs: Bande[] = []
  const bandes = bandesDe(feuille)
  for (let i = 0; i < bandes.length; i += 1) {
    const [bande, suivante] = [bandes[i], bandes[i + 1]]
    if (!bande) break
    if (bande.tetes.length % 2 === 0) rangs.push(bande)
    else if (
      bande.tetes.length === 1 &&
      suivante?.tetes.length === 1 &&
      suivante.tetes[0]?.cote !== bande.tetes[0]?.cote
    ) {
      rangs.push({ ...bande, bas: suivante.bas })
      i += 1
    } else return []
  }
  return rangs
}

function bandesDe(feuille: Feuille): Bande[] {
  const places = (['CHARGES', 'PRODUITS'] as const)
    .flatMap((cote) => placesDe(feuille, ENTETES[cote]).map((place): Tete => ({ cote, ...place })))
    .filter((place) => !estUneLigne(feuille, place))
    .sort((a, b) => a.ligne - b.ligne)
  const bandes: Tete[][] = []
  for (const place of places) {
    const bande = bandes.at(-1)
    if (bande?.[0] && place.ligne - bande[0].ligne <= COTE_A_COTE) bande.push(place)
    else bandes.push([place])
  }
  return bandes.map((bande) => {
    const deGauche = bande.toSorted((a, b) => a.colonne - b.colonne || a.ligne - b.ligne)
    const rangees = bande.map(({ ligne }) => ligne)
    return {
      haut: Math.min(...rangees),
      bas: Math.max(...rangees),
      tetes: deGauche.filter((tete, i) => tete.cote !== deGauche[i - 1]?.cote),
    }
  })
}

/** « Charges | 10 000 » in a summary is a line; « CHARGES | 2025 » is a heading. */
function estUneLigne(feuille: Feuille, { ligne, colonne }: Place): boolean {
  const suivante = celluleDe(feuille, ligne, colonne + 1)
  if (suivante?.formule !== undefined) return true
  return typeof suivante?.valeur === 'number' && !/^20\d\d$/.test(String(suivante.valeur))
}

/** The columns of each table of a row of tables: one begins at its heading, or one column before when that column holds its codes. */
function colonnesDe(feuille: Feuille, tetes: readonly Tete[], lignes: Etendue): Etendue[] {
  const debuts = [1]
  for (let i = 2; i < tetes.length; i += 2) {
    const [gauche, droite] = [tetes[i - 1], tetes[i]]
    if (gauche && droite) debuts.push(debutDeDroite(feuille, { gauche, droite }, { lignes, cote: droite.cote }))
  }
  return debuts.map((premiere, i) => ({ premiere, derniere: (debuts[i + 1] ?? derniereColonne(feuille) + 1) - 1 }))
}

/** The last row of a table: that of its last line with an amount, else with words. */
function finDe({ lignes, tetes }: Lu): number {
  const rangee = ({ cellule }: LigneBudget) => positionDe(cellule.slice(cellule.lastIndexOf('!') + 1))?.ligne ?? 0
  const ecrites = lignes.filter(({ texteLu }) => texteLu !== '')
  return Math.max(tetes.derniere, ...(ecrites.length > 0 ? ecrites : lignes).map(rangee))
}

/** Puts the tables of a row after those above them; one that only goes on with the one above is read with it. */
function ajouter(lus: readonly Lu[], faits: readonly Lu[], lire: (zone: Zone, tetes: Etendue) => Lu): Lu[] {
  const dessus = lus.at(-1)
  const [seul] = faits
  if (!dessus || !seul || faits.length > 1 || !continueDe(dessus, seul)) return [...lus, ...faits]
  const colonnes = {
    premiere: Math.min(dessus.zone.colonnes.premiere, seul.zone.colonnes.premiere),
    derniere: Math.max(dessus.zone.colonnes.derniere, seul.zone.colonnes.derniere),
  }
  const lignes = { premiere: dessus.zone.lignes.premiere, derniere: seul.zone.lignes.derniere }
  return [...lus.slice(0, -1), lire({ lignes, colonnes }, dessus.tetes)]
}

const aUnDetail = ({ lignes }: Lu) => lignes.some(({ nature, montantCents }) => nature === 'DETAIL' && montantCents)
const estRempli = (lu: Lu) => lu.blocs.length === 2 && aUnDetail(lu)

/** Only contributions in nature or totals, or lines that no total closes above and that the table above does not hold. */
function continueDe(dessus: Lu, lu: Lu): boolean {
  if (!lu.lignes.some(({ montantCents }) => montantCents)) return false
  if (!aUnDetail(lu)) return true
  if (dessus.lignes.some(({ nature, montantCents }) => nature === 'TOTAL' && montantCents)) return false
  if (ditUnBudget(lu.titre) && plier(lu.titre) !== plier(dessus.titre)) return false
  const noms = (lignes: readonly LigneBudget[]) => new Set(lignes.map(({ cote, code, libelle }) => `${cote} ${code} ${plier(libelle)}`)) // prettier-ignore
  const [a, b] = [noms(dessus.lignes), noms(lu.lignes)]
  return [...b].filter((nom) => a.has(nom)).length * 3 < b.size
}

const ditUnBudget = (titre: string) => /budget|\b20\d\d\b|exercice|annee|projet|association/.test(plier(titre))

/** The words above the headings: the nearest that speak of a budget, else the nearest. */
function titreDe(feuille: Feuille, haut: number): string {
  const textes = lignesEntre(feuille, { premiere: 1, derniere: haut - 1 })
    .reverse()
    .flatMap((ligne) => {
      const premiere = [...(feuille.lignes.get(ligne)?.values() ?? [])].find(({ valeur }) => typeof valeur === 'string')
      return texteDe(premiere) || []
    })
  return textes.find(ditUnBudget) ?? textes[0] ?? ''
}

const TITRE_MAX = 40

/** « Feuil1, Budget 2026 (A15:D27) ». */
function nommer(feuille: Feuille, { zone, titre }: Lu): string {
  const cellules = cellulesDe(partie(feuille, zone))
  const [lignes, colonnes] = [cellules.map(({ ligne }) => ligne), cellules.map(({ colonne }) => colonne)]
  const coin = (choisir: (...n: number[]) => number) => `${lettresDe(choisir(...colonnes))}${choisir(...lignes)}`
  const court = titre.length > TITRE_MAX ? `${titre.slice(0, TITRE_MAX - 1)}…` : titre
  return `${feuille.nom}${court && `, ${court}`} (${coin(Math.min)}:${coin(Math.max)})`
}
