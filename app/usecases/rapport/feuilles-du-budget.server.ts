import { lettresDe } from '#domain/budget/lecture/grille'
import type { Sommes } from '#domain/rapport/sommes'
import { SENS_DU_BUDGET } from '#libelles/rapport'
import { agregatsRapport } from '#queries/rapport/agregats-rapport'
import { champsDuRapport, type Perimetre, rowsBudgets, rowsDossiers } from '#queries/rapport/rows-rapport'
import { cofinancementsDe, cofinancementsDuBudget } from '#reports/budget/cofinancements'
import { dossiersDuBudget } from '#reports/budget/dossiers'
import { ensembleDe, syntheseDuBudget } from '#reports/budget/synthese'
import { parametres, type TotalRepris } from '#reports/parametres'
import { feuilleDe, type Sheet } from '#reports/sheet'
import type { DossierDeRapport } from '#domain/rapport/dossier-de-rapport'
import type { FaireLesFeuilles, OnProgress } from '#usecases/rapport/feuilles'

/** The total of the Synthèse, that of the sheet of dossiers added up again, and what parts them: nothing. */
function controle(feuille: Sheet<DossierDeRapport>, { nombre, demandeCents }: Sommes): TotalRepris[] {
  const lettres = lettresDe(feuille.columns.findIndex(({ header }) => header === 'Demandé') + 1)
  const lignes = `Dossiers!$${lettres}$2:$${lettres}$${nombre + 1}`
  const repris = (libelle: string, formule: string, resultat: bigint | number, format: 'euros' | 'entier') => ({
    libelle,
    valeur: { valeur: { formule, resultat }, format },
  })
  return nombre === 0
    ? []
    : [
        repris('Dossiers, feuille Dossiers', `COUNTA(Dossiers!$A$2:$A$${nombre + 1})`, nombre, 'entier'),
        repris('Demandé, feuille Dossiers', `SUM(${lignes})`, demandeCents, 'euros'),
        repris('Écart avec la Synthèse', `ROUND(SUM(${lignes})-Demande_total,2)`, 0n, 'euros'),
      ]
}

const totaux = (s: Sommes): TotalRepris[] => [
  { libelle: 'Dossiers', valeur: { valeur: { formule: 'Dossiers_total', resultat: s.nombre }, format: 'entier' } },
  { libelle: 'Demandé', valeur: { valeur: { formule: 'Demande_total', resultat: s.demandeCents }, format: 'euros' } },
  { libelle: 'Proposé', valeur: { valeur: { formule: 'Propose_total', resultat: s.proposeCents }, format: 'euros' } },
  { libelle: 'Voté', valeur: { valeur: { formule: 'Vote_total', resultat: s.voteCents }, format: 'euros' } },
  { libelle: 'Engagé', valeur: { valeur: { formule: 'Engage_total', resultat: s.engageCents }, format: 'euros' } },
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

/** The sheets of the budget report: the Synthèse, the dossiers, who else pays, and how it was made. Each dossier counts for two in the progress: itself, then its budget. */
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
  const feuille = dossiersDuBudget(await champsDuRapport(source.tx, perimetre))
  return {
    lignes: tous.nombre,
    feuilles: [
      syntheseDuBudget({ enTete: dit, agregats, enveloppes }),
      feuilleDe(feuille, dossiers()),
      feuilleDe(cofinancementsDuBudget, cofinancements()),
      parametres(dit, { totaux: [...totaux(tous), ...controle(feuille, tous)], sens: SENS_DU_BUDGET }),
    ],
  }
}
