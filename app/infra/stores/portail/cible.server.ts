import { createHash } from 'node:crypto'
import type { Ouverture } from '#domain/campagne/campagne-de-depot'
import { fromDate } from '#domain/temps/jour'
import type { Db, Tx } from '#infra/db'

/** What a listing speaks of: the numbers it names, and the hashed keys of its drafts and of its deposited lines. */
export type Cible = { numeros: string[]; cles: string[]; campagneIds: string[] }

/** The openings of every campagne: which deposits each takes. */
export async function lireOuvertures(tx: Tx | Db): Promise<Ouverture[]> {
  const campagnes = await tx.campagne.findMany({
    select: { dispositif: true, annee: true, ouverteLe: true, echeanceDepot: true, etat: true, fermeeLe: true },
  })
  return campagnes.map(({ ouverteLe, echeanceDepot, etat, fermeeLe, ...campagne }) => ({
    ...campagne,
    ouverteLe: fromDate(ouverteLe),
    echeanceDepot: fromDate(echeanceDepot),
    enPreparation: etat === 'EN_PREPARATION',
    fermeeLe: fermeeLe && fromDate(fermeeLe),
  }))
}

/**
 * A fingerprint of all that an import would look at: the dossiers it names, those of its campagnes, and the réglages of every campagne. The
 * same twice, and it would do the same twice.
 */
export async function empreinteDeLaBase(tx: Tx | Db, { numeros, cles, campagneIds }: Cible): Promise<string> {
  const dossiers = await tx.dossier.findMany({
    where: { OR: [{ numero: { in: numeros } }, { cleBrouillon: { in: cles } }, { campagneId: { in: campagneIds } }] },
    select: { id: true, version: true, disparuLe: true },
    orderBy: { id: 'asc' },
  })
  const campagnes = await tx.campagne.findMany({
    select: { code: true, version: true, ouverteLe: true },
    orderBy: { code: 'asc' },
  })
  return createHash('sha256')
    .update(JSON.stringify([dossiers, campagnes]))
    .digest('hex')
}
