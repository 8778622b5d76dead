import { lettresDe } from '#domain/budget/lecture/grille'
import { somme } from '#domain/budget/montant'
import type { LigneEnAttente } from '#domain/rapport/ligne-de-commission'
import { resteAPayer, type Sommes } from '#domain/rapport/sommes'
import { SENS_DU_BUDGET } from '#libelles/rapport'
import { agregatsRapport } from '#queries/rapport/agregats-rapport'
import { rowsEnAttenteDeVote } from '#queries/rapport/rows-en-attente-de-vote'
import { champsDuRapport, type Perimetre, rowsBudgets, rowsDossiers } from '#queries/rapport/rows-rapport'
import { cofinancementsDe, cofinancementsDuBudget } from '#reports/budget/cofinancements'
import { dossiersDuBudget } from '#reports/budget/dossiers'
import { ensembleDe, syntheseDuBudget } from '#reports/budget/synthese'
import { commissionDuBudget } from '#reports/commission/en-attente'
import { parametres, type TotalRepris } from '#reports/parametres'
import { feuilleDe, type Sheet } from '#reports/sheet'
import type { DossierDeRapport } from '#domain/rapport/dossier-de-rapport'
import type { FaireLesFeuilles, OnProgress } from '#usecases/rapport/feuilles'

const repris = (libelle: string, formule: string, resultat: bigint | number): TotalRepris => ({
  libelle,
  valeur: { valeur: { formule, resultat }, format: typeof resultat === 'bigint' ? 'euros' : 'entier' },
})

/** The amounts of the Synthèse that the sheet of dossiers has too: the heading of its column, and the name of their total. */
const REPRIS = [
  ['Demandé', 'Demande_total', (s: Sommes) => s.demandeCents],
  ['Proposé', 'Propose_total', (s: Sommes) => s.proposeCents],
  ['Voté', 'Vote_total', (s: Sommes) => s.voteCents],
  ['Engagé', 'Engage_total', (s: Sommes) => s.engageCents],
  ['Payé', 'Paye_total', (s: Sommes) => s.payeCents],
] as const

/** Each total of the Synthèse, as the sheet of dossiers adds it up again, and what parts them: nothing. */
function controle(feuille: Sheet<DossierDeRapport>, sommes: Sommes): TotalRepris[] {
  const { nombre } = sommes
  if (nombre === 0) return []
  const deux = REPRIS.flatMap(([entete, nom, de]) => {
    const lettres = lettresDe(feuille.columns.findIndex(({ header }) => header === entete) + 1)
    const lignes = `Dossiers!$${lettres}$2:$${lettres}$${nombre + 1}`
    return [
      repris(`${entete}, feuille Dossiers`, `SUM(${lignes})`, de(sommes)),
      repris(`${entete}, écart avec la Synthèse`, `ROUND(SUM(${lignes})-${nom},2)`, 0n),
    ]
  })
  return [repris('Dossiers, feuille Dossiers', `COUNTA(Dossiers!$A$2:$A$${nombre + 1})`, nombre), ...deux]
}

const totaux = (s: Sommes): TotalRepris[] => [
  repris('Dossiers', 'Dossiers_total', s.nombre),
  ...REPRIS.map(([entete, nom, de]) => repris(entete, nom, de(s))),
  repris('Reste à payer (voté moins payé)', 'Reste_a_payer_total', resteAPayer(s)),
]

/** What waits for a vote, as its own sheet adds it up. */
const enAttente = (lignes: readonly LigneEnAttente[]): TotalRepris[] => [
  { libelle: 'Dossiers, feuille Commission', valeur: { valeur: lignes.length, format: 'entier' } },
  repris('Demandé, feuille Commission', 'Demande_commission', somme(lignes.map(({ demandeCents }) => demandeCents))),
  repris(
    'Proposé, feuille Commission',
    'Propose_commission',
    somme(lignes.map(({ proposeCents }) => proposeCents ?? 0n)),
  ),
  repris('Voté à la main, feuille Commission', 'Vote_commission', 0n),
]

/** What a campagne holds, or all of them: `objet` in words, and how many dossiers. */
const perimetreDit = ({ campagneCode }: Perimetre, campagnes: readonly { campagne: string; libelle: string }[]) => {
  const [une] = campagnes
  return campagneCode && une
    ? { objet: `Campagne ${une.campagne} · ${une.libelle}`, filtres: `campagne ${une.campagne}, dossiers déposés` }
    : { objet: 'Toutes les campagnes', filtres: 'aucun, tous les dossiers déposés' }
}

function compterJusqua(total: number, dire: OnProgress) {
  let faits = 0
  return async (pas: number) => {
    faits += pas
    await dire(faits, total)
  }
}

/** The sheets of the budget report: the Synthèse, the dossiers, who else pays, what waits for a vote, and how it was made. Each dossier counts for two in the progress: itself, then its budget. */
export const feuillesDuBudget: FaireLesFeuilles<Perimetre> = async (source, perimetre, { enTete, avancer: dire }) => {
  const { agregats, enveloppes } = await agregatsRapport(source.tx, perimetre)
  const tous = ensembleDe(agregats)
  const avancer = compterJusqua(2 * tous.nombre, dire)
  const classeurs: string[] = []
  async function* dossiers() {
    for await (const row of rowsDossiers(source.tx, perimetre)) {
      if (row.aUnClasseur) classeurs.push(row.numero)
      yield row
      await avancer(row.aUnClasseur ? 1 : 2)
    }
  }
  async function* cofinancements() {
    for await (const { budget, ...dossier } of rowsBudgets(source, classeurs)) {
      if (budget) yield* cofinancementsDe(dossier, budget)
      await avancer(1)
    }
  }
  const dit = { ...enTete, ...perimetreDit(perimetre, enveloppes) }
  const lignes = await rowsEnAttenteDeVote(source.tx, perimetre)
  const feuille = dossiersDuBudget(await champsDuRapport(source.tx, perimetre))
  return {
    lignes: tous.nombre,
    feuilles: [
      syntheseDuBudget({ enTete: dit, agregats, enveloppes }),
      feuilleDe(feuille, dossiers()),
      feuilleDe(cofinancementsDuBudget, cofinancements()),
      commissionDuBudget({ enTete: dit, lignes, attendus: tous.complets, agregats, enveloppes }),
      parametres(dit, {
        totaux: [...totaux(tous), ...controle(feuille, tous), ...enAttente(lignes)],
        sens: SENS_DU_BUDGET,
      }),
    ],
  }
}
