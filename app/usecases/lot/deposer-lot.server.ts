import type { Systeme } from '#domain/acces/acteur'
import { type Agent, requireDroit } from '#domain/acces/droits'
import type { Couverture } from '#domain/portail/couverture'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { promiseJob } from '#infra/outbox'
import { traitementDeLot } from '#jobs/catalogue'

/** A file already in the storage under `cle`; `nom` is what the person called it, `taille` its bytes. */
export type FichierDepose = { nom: string; cle: string; taille: number; role: 'LISTING' | 'PIECES' | 'MESSAGE' }

/** A_DEMANDER: what it would do is shown first, and nothing is done until somebody says so. Else it is done, with its mails or without. */
export type AccordDeLot = 'A_DEMANDER' | { courriels: boolean }

export type LotADeposer = {
  fichiers: FichierDepose[]
  /** When a worker takes it up; at once when absent. A command that reads it itself leaves the worker to finish what it could not. */
  repriseLe?: Date
} & ({ type: 'COURRIELS' } | { type: 'DEMANDES'; couverture: Couverture; accord: AccordDeLot })

export type RefusLot = 'AUCUN_FICHIER' | 'PLUSIEURS_LISTINGS' | 'PLUSIEURS_ARCHIVES' | 'TROP_DE_MESSAGES'

/** Received mails, and pièces without a listing, send nothing by themselves that would have to be shown. */
function accordDe(lot: LotADeposer): AccordDeLot {
  const listing = lot.fichiers.some(({ role }) => role === 'LISTING')
  return lot.type === 'DEMANDES' && listing ? lot.accord : { courriels: true }
}

/** Mails taken in one delivery. */
export const MESSAGES_MAX = 200

function refusDe({ type, fichiers }: LotADeposer): RefusLot | null {
  const count = (role: FichierDepose['role']) => fichiers.filter((fichier) => fichier.role === role).length
  if (type === 'COURRIELS') {
    if (count('MESSAGE') === 0) return 'AUCUN_FICHIER'
    return count('MESSAGE') > MESSAGES_MAX ? 'TROP_DE_MESSAGES' : null
  }
  if (count('LISTING') + count('PIECES') === 0) return 'AUCUN_FICHIER'
  if (count('LISTING') > 1) return 'PLUSIEURS_LISTINGS'
  return count('PIECES') > 1 ? 'PLUSIEURS_ARCHIVES' : null
}

/**
 * Takes a delivery: a listing with or without its pièces, pièces alone, or mails. The files are read later, by a worker.
 * The system brings what the command line delivers.
 */
export async function deposerLot(
  { db, now }: Deps,
  acteur: Agent | Systeme,
  lot: LotADeposer,
): Promise<Result<{ id: string }, RefusLot>> {
  if (acteur.type === 'AGENT') requireDroit(acteur, 'import.faire')
  const refus = refusDe(lot)
  if (refus) return no(refus)

  const accord = accordDe(lot)
  const couverture = lot.type === 'DEMANDES' ? lot.couverture : 'PARTIE'
  return db.$transaction(async (tx) => {
    const { id } = await tx.lot.create({
      data: {
        type: lot.type,
        fichiers: lot.fichiers,
        deposeParId: acteur.type === 'AGENT' ? acteur.id : null,
        creeLe: now(),
        couverture,
        ...(accord !== 'A_DEMANDER' && { confirmeLe: now(), avecCourriels: accord.courriels }),
      },
      select: { id: true },
    })
    await promiseJob(tx, traitementDeLot, { lotId: id }, lot.repriseLe)
    await writeJournal(tx, acteur, {
      acte: 'deposerLot',
      objet: 'lot',
      objetId: id,
      detail: {
        type: lot.type,
        couverture,
        fichiers: lot.fichiers.map(({ nom, taille, role }) => ({ nom, taille, role })),
      },
      le: now(),
    })
    return ok({ id })
  })
}
