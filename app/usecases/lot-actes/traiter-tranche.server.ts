import { Forbidden } from '#domain/acces/droits'
import type { Tx } from '#infra/db'
import { type Deps, enTransaction } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { dernierActeSur } from '#infra/journal'
import {
  courrielsDuFait,
  lignesDeTranche,
  loadLotDuTravail,
  type LotDuTravail,
} from '#infra/stores/lot-actes/lot-actes'
import { avecSonNom } from '#libelles/journal/journal'
import { COMPTE_FERME, INTROUVABLE, phraseModifie, SANS_DROIT } from '#libelles/lot-actes/acte-de-lot'
import type { Tranche } from '#usecases/lot-actes/examiner-tranche'
import { type Geste, GESTES } from '#usecases/lot-actes/gestes'

type Cle = { lotId: string; dossierId: string }
type Sort = { etat: 'FAITE' | 'REFUSEE' | 'MODIFIEE' | 'ECHEC'; motif: string | null }

/** Says once what became of a line. */
const ecrire = (tx: Pick<Tx, 'lotActesLigne'>, cle: Cle, data: Sort & { traiteeLe: Date }) =>
  tx.lotActesLigne.updateMany({ where: { ...cle, etat: 'PRETE' }, data })

/** The line, held until the commit so that two workers never have it at once; null when it is done already. */
async function prendre(tx: Tx, { lotId, dossierId }: Cle) {
  const [ligne] = await tx.$queryRaw<{ version: number; fil_vu: string }[]>`
    SELECT version, fil_vu FROM lot_actes_ligne
    WHERE lot_id = ${lotId}::uuid AND dossier_id = ${dossierId}::uuid AND etat = 'PRETE' FOR UPDATE`
  return ligne ? { version: ligne.version, filVu: ligne.fil_vu } : null
}

/** The act on one dossier and the word that it is done, in one commit: killed between the two, neither is. */
const faire = ({ db, now }: Deps, { par }: LotDuTravail, geste: Geste, cle: Cle): Promise<void> =>
  db.$transaction(async (tx) => {
    const vue = await prendre(tx, cle)
    if (!vue) return
    const le = now()
    const motif = await geste({ db: enTransaction(tx), now: () => le }, par, { ...cle, ...vue })
    const ecrits = await courrielsDuFait(tx, { ...cle, agent: par, le })
    const sort = { etat: motif === null ? ('FAITE' as const) : ('REFUSEE' as const), motif, ...ecrits }
    await ecrire(tx, cle, { ...sort, traiteeLe: le })
  })

/** What a line says when its act could not even be judged; null for what should be tried again. */
async function sortDe({ db }: Deps, { dossierId }: Cle, error: unknown): Promise<Sort | null> {
  if (error instanceof Forbidden) return { etat: 'REFUSEE', motif: SANS_DROIT }
  if (error instanceof NotFound) return { etat: 'REFUSEE', motif: INTROUVABLE }
  if (!(error instanceof Conflict)) return null
  return { etat: 'MODIFIEE', motif: phraseModifie(avecSonNom(await dernierActeSur(db, 'dossier', dossierId))) }
}

async function traiterLigne(deps: Deps, lot: LotDuTravail, cle: Cle): Promise<void> {
  const geste = GESTES[lot.acte].avec(lot.champs)
  const le = deps.now()
  if (!lot.actif || !geste) {
    await ecrire(deps.db, cle, { etat: 'REFUSEE', motif: lot.actif ? INTROUVABLE : COMPTE_FERME, traiteeLe: le })
    return
  }
  try {
    await faire(deps, lot, geste, cle)
  } catch (error) {
    const sort = await sortDe(deps, cle, error)
    if (!sort) throw error
    await ecrire(deps.db, cle, { ...sort, traiteeLe: le })
  }
}

/**
 * Does the lines of a lot that one job takes, in the name of who sent it and with the rights they have now: each in its own transaction, at the
 * version that was looked at. A line that breaks does not keep the others waiting: the job is tried again for it alone. Throws NotFound.
 */
export async function traiterTranche(deps: Deps, { lotId, tranche }: Tranche): Promise<void> {
  const lot = await loadLotDuTravail(deps.db, lotId)
  if (!lot.lanceLe) return
  const casses: unknown[] = []
  for (const cle of await lignesDeTranche(deps.db, { lotId, tranche, etat: 'PRETE' }))
    await traiterLigne(deps, lot, cle).catch((error: unknown) => casses.push(error))
  if (casses.length > 0) throw casses[0]
}

/** Nobody will try these lines again: they say why. */
export async function abandonnerTranche({ db, now }: Deps, { lotId, tranche }: Tranche, motif: string): Promise<void> {
  for (const cle of await lignesDeTranche(db, { lotId, tranche, etat: 'PRETE' }))
    await ecrire(db, cle, { etat: 'ECHEC', motif, traiteeLe: now() })
}
