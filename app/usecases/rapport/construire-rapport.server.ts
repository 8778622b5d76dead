import type { TypeRapport } from '#domain/rapport/rapport'
import { ecrireClasseur } from '#fichiers/classeur/classeur-rapport'
import type { DepsFichiers, DepsLecteur } from '#infra/deps'
import { LIBELLE_TYPE_RAPPORT } from '#libelles/rapport'
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
import { feuilleDe, type FeuilleAEcrire } from '#reports/sheet'

/** Without a campagne, all of them. `chemin` is where the workbook appears, whole. */
export type RapportAConstruire = { type: TypeRapport; campagneCode?: string; chemin: string }

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
  const creeLe = now()
  const { dossiers } = await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`
      const taille = await tailleRapport(tx, { campagneCode })
      const feuilles = await FEUILLES[type]({ tx, storage, now }, { campagneCode }, compterJusqua(taille, onProgress))
      const titre = `${LIBELLE_TYPE_RAPPORT[type]} ${campagneCode ?? ''}`.trim()
      await ecrireClasseur(chemin, { titre, creeLe, feuilles })
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

async function* enComptant<Row>(rows: AsyncIterable<Row>, avancer: Avancer) {
  for await (const row of rows) {
    yield row
    await avancer()
  }
}

type Avancer = () => Promise<void>

/** How the sheets of each rapport are made: a type without its own does not compile. */
const FEUILLES: Record<TypeRapport, typeof feuillesDuBudget> = { budget: feuillesDuBudget }

async function feuillesDuBudget(
  source: DepsLecteur,
  perimetre: Perimetre,
  avancer: Avancer,
): Promise<FeuilleAEcrire[]> {
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
