import { SYSTEME } from '#domain/acces/acteur'
import { estUnBudget } from '#domain/budget/lecture/lecture-gardee'
import { REGLES_DE_LECTURE } from '#domain/piece/signalement-texte'
import type { Verdict } from '#infra/antivirus'
import type { Tx } from '#infra/db'
import type { DepsAntivirus } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { writeJournal, type Entree } from '#infra/journal'
import { promiseJob } from '#infra/outbox'
import { examenDePiece, lectureDeBudget } from '#jobs/catalogue'

/** Scans one deposited file, once. Throws when the antivirus does not answer: the job is tried again, and the file waits. */
export async function analyserPiece(deps: DepsAntivirus, versionId: string): Promise<void> {
  const version = await deps.db.pieceVersion.findUnique({
    where: { id: versionId },
    select: {
      cle: true,
      nomFichier: true,
      analyse: true,
      examen: true,
      piece: { select: { dossierId: true, code: true } },
    },
  })
  if (!version) throw new NotFound('piece', versionId)
  const { cle, nomFichier, analyse, examen, piece } = version
  if (analyse !== 'NON_ANALYSE') return
  await analyser(deps, cle, {
    noter: async (tx, data) => {
      const note = await tx.pieceVersion.updateMany({ where: { id: versionId, analyse }, data })
      if (note.count > 0 && data.analyse === 'SAIN')
        await promettreLectures(tx, { versionId, examen, code: piece.code })
      return note
    },
    sujet: { objet: 'dossier', objetId: piece.dossierId, detail: { fichier: nomFichier, piece: piece.code ?? '' } },
  })
}

type ALire = { versionId: string; examen: number | null; code: string | null }

/** The readings that left the file alone while it waited for its verdict are promised anew. */
async function promettreLectures(tx: Tx, { versionId, examen, code }: ALire) {
  if (examen !== null && examen < REGLES_DE_LECTURE) await promiseJob(tx, examenDePiece, { versionId })
  if (estUnBudget(code)) await promiseJob(tx, lectureDeBudget, { versionId })
}

/** Scans a received mail and each file it brought. */
export async function analyserCourriel(deps: DepsAntivirus, courrielRecuId: string): Promise<void> {
  const courriel = await deps.db.courrielRecu.findUnique({
    where: { id: courrielRecuId },
    select: {
      cle: true,
      nomFichier: true,
      analyse: true,
      preProjetId: true,
      dossierId: true,
      pieces: {
        where: { analyse: 'NON_ANALYSE' },
        orderBy: { rang: 'asc' },
        select: { id: true, cle: true, nom: true },
      },
    },
  })
  if (!courriel) throw new NotFound('courriel-recu', courrielRecuId)
  const { preProjetId, dossierId } = courriel
  const sujet = (fichier: string): Sujet => {
    const detail = { fichier, courrielRecuId }
    if (preProjetId) return { objet: 'pre-projet', objetId: preProjetId, detail }
    return dossierId
      ? { objet: 'dossier', objetId: dossierId, detail }
      : { objet: 'courriel-recu', objetId: courrielRecuId, detail }
  }
  for (const { id, cle, nom } of courriel.pieces)
    await analyser(deps, cle, {
      noter: (tx, data) => tx.pieceJointe.updateMany({ where: { id, analyse: 'NON_ANALYSE' }, data }),
      sujet: sujet(nom),
    })
  if (courriel.analyse !== 'NON_ANALYSE') return
  await analyser(deps, courriel.cle, {
    noter: (tx, data) => tx.courrielRecu.updateMany({ where: { id: courrielRecuId, analyse: 'NON_ANALYSE' }, data }),
    sujet: sujet(courriel.nomFichier),
  })
}

type Sujet = Pick<Entree, 'objet' | 'objetId'> & { detail: Record<string, string> }
type Resultat = { analyse: Verdict['analyse']; analyseDetail: string; analyseLe: Date }
type AAnalyser = { noter: (tx: Tx, data: Resultat) => Promise<{ count: number }>; sujet: Sujet }

/** Writes what the antivirus said, if nobody wrote it meanwhile; an infected file is told in the journal of what it came for. */
export async function analyser(
  { db, storage, antivirus, now }: DepsAntivirus,
  cle: string,
  { noter, sujet }: AAnalyser,
): Promise<void> {
  if (!antivirus) return
  const verdict = await antivirus.analyser(await storage.readStream(cle))
  const le = now()
  await db.$transaction(async (tx) => {
    const analyseDetail = verdict.analyse === 'SAIN' ? '' : verdict.detail
    const { count } = await noter(tx, { analyse: verdict.analyse, analyseDetail, analyseLe: le })
    if (count === 0 || verdict.analyse !== 'INFECTE') return
    await writeJournal(tx, SYSTEME, {
      ...sujet,
      acte: 'verrouillerFichierInfecte',
      detail: { ...sujet.detail, signature: verdict.detail },
      le,
    })
  })
}
