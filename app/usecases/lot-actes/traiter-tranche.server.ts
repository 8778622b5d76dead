import { Forbidden } from '#domain/acces/droits'
import type { Tx } from '#infra/db'
import { type Deps, enTransaction } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { dernierActeSur } from '#infra/journal'
import {
  champsDeLigne,
  direFaite,
  lignesDeTranche,
  loadLotDuTravail,
  type LotDuTravail,
  prendreLigne,
} from '#infra/stores/lot-actes/lot-actes'
import { avecSonNom } from '#libelles/journal/journal'
import { COMPTE_FERME, INTROUVABLE, phraseModifie, SANS_DROIT } from '#libelles/lot-actes/acte-de-lot'
import type { Tranche } from '#usecases/lot-actes/examiner-tranche'
import { type Geste, GESTES } from '#usecases/lot-actes/gestes'

type Cle = { lotId: string; dossierId: string }
/** A line, and whether it is the last one that the job does. */
type Ligne = { cle: Cle; saisie: unknown; derniere: boolean }
type Sort = { etat: 'FAITE' | 'REFUSEE' | 'MODIFIEE' | 'ECHEC'; motif: string | null }

/** Says once what became of a line. */
const ecrire = (tx: Pick<Tx, 'lotActesLigne'>, cle: Cle, data: Sort & { traiteeLe: Date }) =>
  tx.lotActesLigne.updateMany({ where: { ...cle, etat: 'PRETE' }, data })

/** The act on one dossier and the word that it is done, in one commit: killed between the two, neither is. */
const faire = ({ db, now }: Deps, { par }: LotDuTravail, geste: Geste, { cle, derniere }: Ligne): Promise<void> =>
  db.$transaction(async (tx) => {
    const vue = await prendreLigne(tx, cle, derniere)
    if (!vue) return
    const le = now()
    const motif = await geste({ db: enTransaction(tx), now: () => le }, par, { ...cle, ...vue })
    await direFaite(tx, { ...cle, agent: par, le }, motif)
  })

/** What a line says when its act could not even be judged; null for what should be tried again. */
async function sortDe({ db }: Deps, { dossierId }: Cle, error: unknown): Promise<Sort | null> {
  if (error instanceof Forbidden) return { etat: 'REFUSEE', motif: SANS_DROIT }
  if (error instanceof NotFound) return { etat: 'REFUSEE', motif: INTROUVABLE }
  if (!(error instanceof Conflict)) return null
  return { etat: 'MODIFIEE', motif: phraseModifie(avecSonNom(await dernierActeSur(db, 'dossier', dossierId))) }
}

async function traiterLigne(deps: Deps, lot: LotDuTravail, ligne: Ligne): Promise<void> {
  const { cle, saisie } = ligne
  const geste = GESTES[lot.acte].avec(champsDeLigne(lot.champs, saisie))
  const le = deps.now()
  if (!lot.actif || !geste) {
    await ecrire(deps.db, cle, { etat: 'REFUSEE', motif: lot.actif ? INTROUVABLE : COMPTE_FERME, traiteeLe: le })
    return
  }
  try {
    await faire(deps, lot, geste, ligne)
  } catch (error) {
    const sort = await sortDe(deps, cle, error)
    if (!sort) throw error
    await ecrire(deps.db, cle, { ...sort, traiteeLe: le })
  }
}

/**
 * Does the lines of a lot that one job takes, in the name of who sent it and with the rights they have now: each in its own transaction, at the
 * version that was looked at. The last one waits for the disk, and all are on it then. A line that breaks does not keep the others waiting: the
 * job is tried again for it alone. Throws NotFound.
 */
export async function traiterTranche(deps: Deps, { lotId, tranche }: Tranche): Promise<void> {
  const lot = await loadLotDuTravail(deps.db, lotId)
  if (!lot.lanceLe) return
  const casses: unknown[] = []
  const lignes = await lignesDeTranche(deps.db, { lotId, tranche, etat: 'PRETE' })
  for (const [rang, { dossierId, saisie }] of lignes.entries())
    await traiterLigne(deps, lot, { cle: { lotId, dossierId }, saisie, derniere: rang === lignes.length - 1 }).catch(
      (error: unknown) => casses.push(error),
    )
  if (casses.length > 0) throw casses[0]
}

/** Nobody will try these lines again: they say why. */
export async function abandonnerTranche({ db, now }: Deps, { lotId, tranche }: Tranche, motif: string): Promise<void> {
  for (const { dossierId } of await lignesDeTranche(db, { lotId, tranche, etat: 'PRETE' }))
    await ecrire(db, { lotId, dossierId }, { etat: 'ECHEC', motif, traiteeLe: now() })
}
