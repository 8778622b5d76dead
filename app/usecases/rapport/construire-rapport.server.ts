import { ecrireClasseur } from '#fichiers/classeur/classeur-rapport'
import type { Tx } from '#infra/db'
import type { DepsFichiers } from '#infra/deps'
import type { Storage } from '#infra/storage'
import {
  agregatsRapport,
  rowsBudgets,
  rowsDossiers,
  tailleRapport,
  type Perimetre,
} from '#queries/rapport/rows-rapport'
import { cofinancementsDe, cofinancementsDuBudget } from '#reports/budget/cofinancements'
import { dossiersDuBudget } from '#reports/budget/dossiers'
import { lignesSynthese, syntheseDuBudget } from '#reports/budget/synthese'
import { feuilleDe } from '#reports/sheet'

/** Without a campagne, all of them. `chemin` is where the workbook appears, whole. */
export type RapportAConstruire = { type: string; campagneCode?: string; chemin: string }

/** Called for each dossier and each budget that is done. */
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
  if (type !== 'budget') throw new Error(`no such rapport: ${type}`)
  const creeLe = now()
  const { dossiers } = await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`
      const taille = await tailleRapport(tx, { campagneCode })
      const feuilles = await feuillesDuBudget({ tx, storage }, { campagneCode }, compterJusqua(taille, onProgress))
      await ecrireClasseur(chemin, { titre: `Rapport budgétaire ${campagneCode ?? ''}`.trim(), creeLe, feuilles })
      return taille
    },
    { isolationLevel: 'RepeatableRead', timeout: DUREE_MAX },
  )
  return { lignes: dossiers, dureeMs: now().getTime() - creeLe.getTime() }
}

function compterJusqua({ dossiers, budgets }: { dossiers: number; budgets: number }, onProgress: OnProgress) {
  let faits = 0
  return async () => {
    faits += 1
    await onProgress(faits, dossiers + budgets)
  }
}

async function* enComptant<Row>(rows: AsyncIterable<Row>, avancer: () => Promise<void>) {
  for await (const row of rows) {
    yield row
    await avancer()
  }
}

async function feuillesDuBudget(
  source: { tx: Tx; storage: Storage },
  perimetre: Perimetre,
  avancer: () => Promise<void>,
) {
  const { agregats, enveloppes } = await agregatsRapport(source.tx, perimetre)
  const budgets = enComptant(rowsBudgets(source, perimetre), avancer)
  async function* cofinancements() {
    for await (const { budget, ...dossier } of budgets) if (budget) yield* cofinancementsDe(dossier, budget)
  }
  return [
    feuilleDe(syntheseDuBudget, lignesSynthese(agregats, enveloppes)),
    feuilleDe(dossiersDuBudget, enComptant(rowsDossiers(source.tx, perimetre), avancer)),
    feuilleDe(cofinancementsDuBudget, cofinancements()),
  ]
}
