import type { BudgetLu, Cofinancement, MontantLu } from '#domain/budget/budget'
import { adresse, celluleDe, type Cellule, type Classeur, type Feuille } from '#domain/budget/lecture/grille'
import { lireMontant, texteDe } from '#domain/budget/lecture/lire-cellule'
import { plier } from '#domain/texte'

/** Where the identity of a project is looked for: the top of each sheet. */
const LIGNES_EXPLOREES = 40
const COFINANCEMENTS_MAX = 200

const IDENTITE = {
  structure: /^(structure|nom de la structure|association|raison sociale|organisme|demandeur)$/,
  siret: /^(n )?siret\b/,
  titre: /^(intitule|titre|nom)( du projet| de l action)?$/,
  periode: /^(periode|dates?)( du projet| du sejour| de l action)?$/,
  exercice: /^(exercice|annee)$/,
} as const

const MONTANT_DEMANDE =
  /^(montant (demande|sollicite|souhaite)|(montant de la )?subvention (demandee|sollicitee)|montant de la subvention)\b/

type Annexes = Pick<BudgetLu, 'identification' | 'cellules' | 'montantDemande' | 'cofinancements'>

/** What stands beside the budget: who asks for what, and the other funders. */
export function lireAnnexes(classeur: Classeur, visibles: readonly Feuille[]): Annexes {
  const ordre = [...visibles].sort((a, b) => rangIdentite(a) - rangIdentite(b))
  return {
    ...lireIdentite(ordre),
    montantDemande: lireMontantDemande(classeur, ordre),
    cofinancements: lireCofinancements(classeur, visibles),
  }
}

const rangIdentite = ({ nom }: Feuille) => (/identification|identite|presentation/.test(plier(nom)) ? 0 : 1)

type Etiquette = { feuille: Feuille; libelle: string; valeur: Cellule }

/** Each label of the top of the sheets with the first cell filled at its right. */
function* etiquettes(feuilles: readonly Feuille[]): Generator<Etiquette> {
  for (const feuille of feuilles) {
    for (const [ligne, rangee] of feuille.lignes) {
      if (ligne > LIGNES_EXPLOREES) continue
      const cellules = [...rangee.values()]
        .filter((c) => texteDe(c) !== '' || c.formule)
        .sort((a, b) => a.colonne - b.colonne)
      for (const [i, cellule] of cellules.entries()) {
        const valeur = cellules[i + 1]
        if (valeur && typeof cellule.valeur === 'string') yield { feuille, libelle: plier(cellule.valeur), valeur }
      }
    }
  }
}

/** The year the workbook says it is about: its « Exercice », else « ANNÉE 2025 » in a title. */
export function lireExercice(feuilles: readonly Feuille[]): string | undefined {
  const dit = /\b20\d\d\b/.exec(lireIdentite(feuilles).identification.exercice ?? '')?.[0]
  if (dit) return dit
  for (const feuille of feuilles) {
    for (const [ligne, rangee] of feuille.lignes) {
      if (ligne > LIGNES_EXPLOREES) continue
      for (const cellule of rangee.values()) {
        const lu = /\b(?:annee|exercice)\b\D{0,12}\b(20\d\d)\b/.exec(plier(texteDe(cellule)))
        if (lu?.[1]) return lu[1]
      }
    }
  }
  return undefined
}

function lireIdentite(feuilles: readonly Feuille[]): Pick<BudgetLu, 'identification' | 'cellules'> {
  const identification: BudgetLu['identification'] = {}
  const cellules: BudgetLu['cellules'] = {}
  for (const { feuille, libelle, valeur } of etiquettes(feuilles)) {
    for (const [cle, motif] of Object.entries(IDENTITE) as [keyof typeof IDENTITE, RegExp][]) {
      if (!motif.test(libelle) || identification[cle] !== undefined) continue
      identification[cle] = texteDe(valeur)
      cellules[cle] = adresse(feuille.nom, valeur)
    }
  }
  return { identification, cellules }
}

function lireMontantDemande(classeur: Classeur, feuilles: readonly Feuille[]): MontantLu | null {
  const nomme = classeur.noms.get('MONTANT_DEMANDE')
  const cible = nomme && feuilles.find((f) => f.nom === nomme.feuille)
  const candidates = [
    ...(nomme && cible ? [{ feuille: cible, valeur: celluleDe(cible, nomme.ligne, nomme.colonne) }] : []),
    ...[...etiquettes(feuilles)].filter(({ libelle }) => MONTANT_DEMANDE.test(libelle)),
  ]
  for (const { feuille, valeur } of candidates) {
    const { montantCents } = lireMontant(classeur, feuille, valeur)
    if (valeur && montantCents !== null) return { montantCents, cellule: adresse(feuille.nom, valeur) }
  }
  return null
}

const COLONNES = {
  financeur: /^(financeurs?|organisme|nom)/,
  type: /^(type|nature|categorie)/,
  montant: /^montants?/,
  etat: /^(statut|etat|situation)/,
} as const

function lireCofinancements(classeur: Classeur, feuilles: readonly Feuille[]): Cofinancement[] {
  const feuille = feuilles.find(({ nom }) => /co ?finance/.test(plier(nom)))
  const entete =
    feuille &&
    [...feuille.lignes].find(([, r]) => [...r.values()].some((c) => COLONNES.financeur.test(plier(texteDe(c)))))
  if (!feuille || !entete) return []
  const colonne = (motif: RegExp) => [...entete[1].values()].find((c) => motif.test(plier(texteDe(c))))?.colonne ?? 0
  const places = { financeur: colonne(COLONNES.financeur), type: colonne(COLONNES.type), montant: colonne(COLONNES.montant), etat: colonne(COLONNES.etat) } // prettier-ignore
  return [...feuille.lignes]
    .filter(([ligne]) => ligne > entete[0])
    .sort(([a], [b]) => a - b)
    .map(([ligne]) => ({
      financeur: texteDe(celluleDe(feuille, ligne, places.financeur)),
      type: texteDe(celluleDe(feuille, ligne, places.type)),
      montantCents: lireMontant(classeur, feuille, celluleDe(feuille, ligne, places.montant)).montantCents,
      etat: texteDe(celluleDe(feuille, ligne, places.etat)),
      cellule: adresse(feuille.nom, { ligne, colonne: places.montant || places.financeur }),
    }))
    .filter(
      ({ financeur, montantCents }) => financeur !== '' && !/^total/.test(plier(financeur)) && montantCents !== null,
    )
    .slice(0, COFINANCEMENTS_MAX)
}
