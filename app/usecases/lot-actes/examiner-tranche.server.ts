import { Forbidden } from '#domain/acces/droits'
import type { Deps } from '#infra/deps'
import { NotFound } from '#infra/errors'
import {
  AUCUN_ECRIT,
  direExaminees,
  type LigneExaminee,
  lignesDeTranche,
  loadLotDuTravail,
  type LotDuTravail,
} from '#infra/stores/lot-actes/lot-actes'
import { essayerLigne } from '#usecases/lot-actes/essayer-ligne'
import { INTROUVABLE, SANS_DROIT } from '#libelles/lot-actes/acte-de-lot'

export type Tranche = { lotId: string; tranche: number }

/** What the line says once it was looked at; null while the lot wants filling in. */
async function examiner(
  deps: Deps,
  lot: LotDuTravail,
  ligne: { dossierId: string; saisie: unknown },
): Promise<LigneExaminee | null> {
  const { dossierId } = ligne
  const ecartee = (motif: string): LigneExaminee => ({
    dossierId,
    etat: 'ECARTEE',
    motif,
    version: null,
    filVu: '',
    effet: '',
    ...AUCUN_ECRIT,
  })
  try {
    const essai = await essayerLigne(deps, lot, ligne, () => Promise.resolve(null))
    if (!essai) return null
    const { version, filVu, motif, effet, ecrits } = essai
    return { dossierId, version, filVu, motif, effet, etat: motif === null ? 'PRETE' : 'ECARTEE', ...ecrits }
  } catch (error) {
    if (error instanceof NotFound) return ecartee(INTROUVABLE)
    if (error instanceof Forbidden) return ecartee(SANS_DROIT)
    throw error
  }
}

/**
 * Looks at the lines of a lot that one job takes: which would change, at which version, and with which mails; which would not, and why. They are
 * written together, once all are seen or one breaks. Run again it looks at those that are left. A lot that was filled in otherwise meanwhile is
 * looked at by its new jobs. Throws NotFound.
 */
export async function examinerTranche(deps: Deps, { lotId, tranche }: Tranche): Promise<void> {
  const lot = await loadLotDuTravail(deps.db, lotId)
  if (lot.lanceLe) return
  const vues: LigneExaminee[] = []
  try {
    for (const ligne of await lignesDeTranche(deps.db, { lotId, tranche, etat: 'A_EXAMINER' })) {
      const vue = await examiner(deps, lot, ligne)
      if (!vue) return
      vues.push(vue)
    }
  } finally {
    if (vues.length > 0) await direExaminees(deps.db, lot, vues)
  }
}

/** Nobody will look at these lines any more: they say why, and stay as they are. */
export async function abandonnerExamen({ db }: Deps, { lotId, tranche }: Tranche, motif: string): Promise<void> {
  for (const { dossierId } of await lignesDeTranche(db, { lotId, tranche, etat: 'A_EXAMINER' }))
    await db.lotActesLigne.updateMany({
      where: { lotId, dossierId, etat: 'A_EXAMINER' },
      data: { etat: 'ECARTEE', motif },
    })
}
