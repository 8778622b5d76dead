import { SYSTEME } from '#domain/acces/acteur'
import { EXPORT_DOSSIERS, EXPORT_JOURNAL } from '#domain/rapport/export'
import { demander, isTypeRapport } from '#domain/rapport/rapport'
import type { Db } from '#infra/db'
import type { Deps, DepsFichiers } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { withTempFile } from '#infra/temporaire'
import { CriteresJournal } from '#queries/rapport/entrees-journal'
import { SeanceVoulue } from '#queries/rapport/rows-commission'
import { DemandeExport, lignesDeLExport } from '#queries/rapport/export-dossiers'
import { construireRapport } from '#usecases/rapport/construire-rapport'
import { ecrireExport } from '#usecases/rapport/ecrire-export'
import { ecrireExportJournal } from '#usecases/rapport/exporter-journal'
import type { OnProgress } from '#usecases/rapport/feuilles'

/** `tmp`: a folder of this machine for work under way. */
type DepsRapport = DepsFichiers & { tmp: string }

/** The progress bar moves at most this often, in ms. */
const PAS = 500

/**
 * Builds the workbook of a rapport that was asked for. Done, it does nothing; started anew while another run is at it, the last to
 * start wins and the other stops with a Conflict. The file's key is the rapport's id, and it appears whole. Throws NotFound, for a type
 * of rapport that this version does not know too.
 */
export async function produireRapport({ db, storage, now, tmp }: DepsRapport, rapportId: string): Promise<void> {
  const rapport = await db.rapport.findUnique({
    where: { id: rapportId },
    include: { campagne: { select: { code: true } }, demandePar: { select: { prenom: true, nom: true } } },
  })
  if (!rapport) throw new NotFound('rapport', rapportId)
  if (rapport.etat === 'PRET') return
  const construire = fabriqueDe(rapport)
  if (!construire) throw new NotFound('type de rapport', rapport.type)

  const version = rapport.version + 1
  const started = await db.rapport.updateMany({
    where: { id: rapportId, version: rapport.version },
    data: { etat: 'EN_COURS', progression: 0, erreur: null, version },
  })
  if (started.count === 0) throw new Conflict('rapport', rapportId)

  const progress = progressOf(db, { rapportId, version }, now)
  const extension = rapport.nomFichier.endsWith('.csv') ? 'csv' : 'xlsx'
  await withTempFile(tmp, extension, async ({ chemin, read }) => {
    const { lignes, dureeMs } = await construire({ db, storage, now }, chemin, progress)
    const cle = `rapports/${rapportId}.${extension}`
    await storage.put(cle, read())
    await db.$transaction(async (tx) => {
      const termineLe = now()
      const { count } = await tx.rapport.updateMany({
        where: { id: rapportId, version },
        data: {
          etat: 'PRET',
          cle,
          lignes,
          dureeMs,
          progression: lignes,
          total: lignes,
          termineLe,
          version: version + 1,
        },
      })
      if (count === 0) throw new Conflict('rapport', rapportId)
      await writeJournal(tx, SYSTEME, {
        acte: 'produireRapport',
        objet: 'rapport',
        objetId: rapportId,
        detail: { lignes, dureeMs },
        le: termineLe,
      })
    })
  })
}

type Fabrique = (
  deps: DepsFichiers,
  chemin: string,
  progress: OnProgress,
) => Promise<{ lignes: number; dureeMs: number }>

type RapportLu = {
  type: string
  exportVoulu: unknown
  demandeParId: string
  demandePar: { prenom: string; nom: string }
  campagne: { code: string } | null
}

/** How the file of a rapport is written; null for what this version does not know. */
function fabriqueDe({ type, exportVoulu, demandeParId, demandePar, campagne }: RapportLu): Fabrique | null {
  const auteur = `${demandePar.prenom} ${demandePar.nom}`
  if (isTypeRapport(type)) {
    const voulu = demander(type, { campagneCode: campagne?.code ?? null, ...SeanceVoulue.parse(exportVoulu) })
    return voulu.ok
      ? (deps, chemin, progress) => construireRapport(deps, { ...voulu.value, auteur, chemin }, progress)
      : null
  }
  if (type === EXPORT_JOURNAL) {
    const criteres = CriteresJournal.safeParse(exportVoulu)
    if (!criteres.success) return null
    return (deps, chemin, progress) => ecrireExportJournal(deps, { criteres: criteres.data, chemin }, progress)
  }
  const lue = type === EXPORT_DOSSIERS ? DemandeExport.safeParse(exportVoulu) : null
  if (!lue?.success) return null
  return async (deps, chemin, progress) => {
    const lus = await lignesDeLExport(deps.db, lue.data, { moi: demandeParId, now: deps.now() })
    return ecrireExport(deps, { exportVoulu: lue.data, lus, auteur, chemin }, progress)
  }
}

/** Writes how far this run is, for the progress bar; a run that lost its rapport writes nothing. */
function progressOf(db: Db, { rapportId, version }: { rapportId: string; version: number }, now: Deps['now']) {
  let last = 0
  return async (progression: number, total: number) => {
    const instant = now().getTime()
    if (instant - last < PAS && progression < total) return
    last = instant
    await db.rapport.updateMany({ where: { id: rapportId, version }, data: { progression, total } })
  }
}

/** Nobody will try this rapport again by itself: the row says why, and another can be asked for. */
export async function abandonnerRapport({ db, now }: Deps, rapportId: string, motif: string): Promise<void> {
  await db.rapport.updateMany({
    where: { id: rapportId, etat: { in: ['EN_ATTENTE', 'EN_COURS'] } },
    data: { etat: 'ECHEC', erreur: motif.slice(0, 500), termineLe: now(), version: { increment: 1 } },
  })
}
