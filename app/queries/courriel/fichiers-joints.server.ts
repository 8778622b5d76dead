import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { logger } from '#infra/logger'
import { LecteursOccupes } from '#lecteurs/lecteurs'
import { dessinerRecapitulatif, nomDuRecapitulatif } from '#queries/dossier/recapitulatif-de-depot'

/** A file that a mail carries, whole. */
export type FichierJoint = { nom: string; type: string; octets: Buffer }

type Courriel = { id: string; modele: string; dossierId: string | null }

/**
 * The files that this mail carries as it leaves: the récapitulatif with the confirmation d'envoi, the same each time. A mail never waits for a file that
 * cannot be made: none is given then, the log says why, and the words of the mail say where it is. Throws LecteursOccupes: it can be made in a while, and the
 * mail is taken up then.
 */
export async function fichiersJoints({ db }: { db: Db }, { id, modele, dossierId }: Courriel): Promise<FichierJoint[]> {
  if (modele !== 'confirmation_envoi' || dossierId === null) return []
  try {
    const { numero } = await db.dossier.findUniqueOrThrow({ where: { id: dossierId }, select: { numero: true } })
    const dessine = await dessinerRecapitulatif({ db }, dossierId)
    if (dessine.ok)
      return [{ nom: nomDuRecapitulatif(numero), type: 'application/pdf', octets: Buffer.from(dessine.value) }]
    logger.error({ courrielId: id, reason: dessine.reason }, 'a mail leaves without its file')
  } catch (err) {
    if (err instanceof LecteursOccupes) throw err
    if (!(err instanceof NotFound)) logger.error({ courrielId: id, err }, 'a mail leaves without its file')
  }
  return []
}
