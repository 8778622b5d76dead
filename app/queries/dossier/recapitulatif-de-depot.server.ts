import { no, type Result } from '#domain/result'
import type { Recapitulatif } from '#emails/recapitulatif'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { logger } from '#infra/logger'
import { type Interrompue, lire } from '#lecteurs/lecteurs'

const PHRASE =
  'Le récapitulatif n’a pas pu être mis en PDF. Ce qui est déposé est gardé\u00a0: rechargez cette page dans quelques minutes, ou demandez-le à la mission.'

/** What was deposited on line, in its words. Asked by who may read it. Throws NotFound where nothing of it was kept. */
export async function lireRecapitulatif(db: Db, dossierId: string): Promise<Recapitulatif> {
  const garde = await db.recapitulatifDeDepot.findUnique({ where: { dossierId }, select: { contenu: true } })
  if (!garde) throw new NotFound('recapitulatif', dossierId)
  const contenu: unknown = garde.contenu
  // Written by #usecases/demande-en-ligne/depot/garder-recapitulatif.
  return contenu as Recapitulatif
}

/**
 * What was deposited on line, as PDF/UA-1: the same each time it is asked for, drawn by a reader process. Asked by who may read it. Throws NotFound where
 * nothing of it was kept: a dossier of the portal, or one deposited before it was.
 */
export async function dessinerRecapitulatif(
  { db }: { db: Db },
  dossierId: string,
): Promise<Result<Uint8Array, 'RECAPITULATIF_NON_COMPOSE' | Interrompue>> {
  const dessine = await lire('recapitulatif', await lireRecapitulatif(db, dossierId))
  if (!dessine.ok) return dessine
  if (dessine.value.ok) return dessine.value
  logger.error({ dossierId, detail: dessine.value.detail }, 'a récapitulatif was not composed')
  return no(dessine.value.reason, PHRASE)
}

/** The name its file is given. */
export const nomDuRecapitulatif = (numero: string | null): string => `recapitulatif-${numero ?? 'demande'}.pdf`
