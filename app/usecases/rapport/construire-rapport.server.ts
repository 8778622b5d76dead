import type { TypeRapport } from '#domain/rapport/rapport'
import { ecrireClasseur } from '#fichiers/classeur/classeur-rapport'
import type { DepsFichiers, DepsLecteur } from '#infra/deps'
import { LIBELLE_TYPE_RAPPORT } from '#libelles/rapport'
import {
  champsDuRapport,
  agregatsRapport,
  compterDossiers,
  rowsBudgets,
  rowsDossiers,
  type Perimetre,
} from '#queries/rapport/rows-rapport'
import { cofinancementsDe, cofinancementsDuBudget } from '#reports/budget/cofinancements'
import { dossiersDuBudget } from '#reports/budget/dossiers'
import { lignesSynthese, syntheseDuBudget } from '#reports/budget/synthese'
import { feuilleDe, type FeuilleAEcrire } from '#reports/sheet'

/** Without a campagne, all of them. `chemin` is where the workbook appears, whole. */
export type RapportAConstruire = { type: TypeRapport; campagneCode?: string; chemin: string }

/** Called as dossiers, then their budgets, are done: each dossier counts for two. */
export type OnProgress = (faits: number, total: number) => void | Promise<void>

/** How long the snapshot may be held, in ms. */
const DUREE_MAX = 60 * 60_000

/**
 * Writes the workbook of a rapport. All its sheets show one instant of the database: they are read in one snapshot, so that the
 * Synthèse is the sum of the Dossiers whatever officers do meanwhile. `lignes` counts the dossiers.
 */
export async function construireRapport(
  { db, storage, now }: DepsFichiers,
  { type, campagneCode, chemin }: RapportAConstruire,
  onProgress: OnProgress = () => undefined,
): Promise<{ lignes: number; dureeMs: number }> {
  const creeLe = now()
  const lignes = await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`
      const dossiers = await compterDossiers(tx, { campagneCode })
      const avancer = compterJusqua(2 * dossiers, onProgress)
      const feuilles = await FEUILLES[type]({ tx, storage, now }, { campagneCode }, avancer)
      const titre = `${LIBELLE_TYPE_RAPPORT[type]} ${campagneCode ?? ''}`.trim()
      await ecrireClasseur(chemin, { titre, creeLe, feuilles })
      return dossiers
    },
    { isolationLevel: 'RepeatableRead', timeout: DUREE_MAX },
  )
  return { lignes, dureeMs: now().getTime() - creeLe.getTime() }
}

function compterJusqua(total: number, onProgress: OnProgress): Avancer {
  let faits = 0
  return async (pas) => {
    faits += pas
    await onProgress(faits, total)
  }
}

type Avancer = (pas: number) => Promise<void>

/** How the sheets of each rapport are made: a type without its own does not compile. */
const FEUILLES: Record<TypeRapport, typeof feuillesDuBudget> = { budget: feuillesDuBudget }

async function feuillesDuBudget(
  source: DepsLecteur,
  perimetre: Perimetre,
  avancer: Avancer,
): Promise<FeuilleAEcrire[]> {
  const { agregats, enveloppes } = await agregatsRapport(source.tx, perimetre)
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
  return [
    feuilleDe(syntheseDuBudget, lignesSynthese(agregats, enveloppes)),
    feuilleDe(dossiersDuBudget(await champsDuRapport(source.tx, perimetre)), dossiers()),
    feuilleDe(cofinancementsDuBudget, cofinancements()),
  ]
}
