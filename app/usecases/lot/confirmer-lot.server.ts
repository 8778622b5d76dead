import { type Agent, requireDroit } from '#domain/acces/droits'
import type { RefusConfirmation } from '#domain/portail/apercu'
import { estDouteuse } from '#domain/portail/couverture'
import { no, ok, type Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { DepsFichiers } from '#infra/deps'
import { Conflict } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { promiseJob } from '#infra/outbox'
import { type ApercuGarde, lireApercu } from '#infra/stores/portail/apercu'
import { empreinteDeLaBase } from '#infra/stores/portail/cible'
import { loadLot } from '#infra/stores/portail/lot'
import { lireListingDepose } from '#usecases/lot/fichiers-du-lot'
import { traitementDeLot } from '#jobs/catalogue'
import { Prisma } from '#prisma'

/** Which preview is answered, and how. */
export type ReponseAApercu = {
  lotId: string
  version: number
  /** Whether the mails it shows leave. */
  courriels: boolean
  /** Said a second time: the dossiers that the listing lacks have left the portal, though they are many. */
  absents: boolean
}

type Lot = Awaited<ReturnType<typeof loadLot>>

async function attendue(tx: Tx, { lotId, version }: Pick<ReponseAApercu, 'lotId' | 'version'>) {
  const lot = await loadLot(tx, lotId)
  if (lot.version !== version) throw new Conflict('lot', lotId)
  const apercu = lireApercu(lot.apercu)
  return lot.etat === 'A_CONFIRMER' && apercu ? { lot, apercu } : null
}

const reserver = async (tx: Tx, { id, version }: Lot, data: Prisma.LotUncheckedUpdateManyInput) => {
  const { count } = await tx.lot.updateMany({ where: { id, version }, data: { ...data, version: { increment: 1 } } })
  if (count === 0) throw new Conflict('lot', id)
}

/** True when the file in the storage is the one that was previewed. */
const estLeFichier = async (deps: DepsFichiers, lot: Lot, { fichier }: ApercuGarde) =>
  (await lireListingDepose(deps, lot))?.sha256 === fichier

/**
 * Says that a previewed import is to be done, with the mails it showed or without any. Only what was shown may be done: where the dossiers it looked
 * at changed since, nothing is confirmed and the preview is made again.
 */
export async function confirmerLot(
  deps: DepsFichiers,
  agent: Agent,
  { courriels, absents, ...vise }: ReponseAApercu,
): Promise<Result<undefined, RefusConfirmation>> {
  requireDroit(agent, 'import.faire')
  const { db, now } = deps
  return db.$transaction(async (tx) => {
    const attend = await attendue(tx, vise)
    if (!attend) return no('RIEN_A_CONFIRMER')
    const { lot, apercu } = attend
    if (lot.couverture === 'CAMPAGNE' && estDouteuse(apercu) && !absents) return no('ABSENTS_A_CONFIRMER')
    if (!(await estLeFichier(deps, lot, apercu))) return no('FICHIER_CHANGE')
    if ((await empreinteDeLaBase(tx, apercu.cible)) !== apercu.base) {
      const neuf = { etat: 'EN_ATTENTE', apercu: Prisma.DbNull, apercuRefait: true, progression: 0, total: 0 } as const
      await reserver(tx, lot, neuf)
      await promiseJob(tx, traitementDeLot, { lotId: lot.id })
      return no('BASE_CHANGEE')
    }
    const le = now()
    await reserver(tx, lot, { etat: 'EN_ATTENTE', confirmeLe: le, avecCourriels: courriels, progression: 0, total: 0 })
    await promiseJob(tx, traitementDeLot, { lotId: lot.id })
    await writeJournal(tx, agent, {
      acte: 'confirmerLot',
      objet: 'lot',
      objetId: lot.id,
      detail: {
        couverture: lot.couverture,
        crees: apercu.crees,
        misAJour: apercu.misAJour,
        courriels: courriels ? apercu.courriels.length : 0,
        courrielsRetenus: courriels ? 0 : apercu.courriels.length,
        absents: lot.couverture === 'CAMPAGNE' ? apercu.absents : 0,
      },
      le,
    })
    return ok()
  })
}

/** Gives a previewed import up: nothing of it is done. */
export async function ecarterLot(
  { db, now }: Pick<DepsFichiers, 'db' | 'now'>,
  agent: Agent,
  vise: Pick<ReponseAApercu, 'lotId' | 'version'>,
): Promise<Result<undefined, 'RIEN_A_CONFIRMER'>> {
  requireDroit(agent, 'import.faire')
  return db.$transaction(async (tx) => {
    const attend = await attendue(tx, vise)
    if (!attend) return no('RIEN_A_CONFIRMER')
    const le = now()
    await reserver(tx, attend.lot, { etat: 'ECARTE', termineLe: le })
    await writeJournal(tx, agent, { acte: 'ecarterLot', objet: 'lot', objetId: attend.lot.id, detail: {}, le })
    return ok()
  })
}
