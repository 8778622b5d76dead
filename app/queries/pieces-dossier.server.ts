import { ouvertureDe } from '#domain/piece/antivirus'
import type { Exigence } from '#domain/piece/completude'
import type { Db } from '#infra/db'
import { examinerDossier } from '#infra/stores/completude'
import { attenduesDuDossier } from '#infra/stores/exigences'
import { antivirusVoulu } from '#infra/env'
import { NotFound } from '#infra/errors'

export type Signalement = { probleme: string; detail: string }

/** Reads what was noticed about a file; what has another form is left out. */
function lireSignalements(json: unknown): Signalement[] {
  if (!Array.isArray(json)) return []
  return json.flatMap((s: unknown) => {
    if (typeof s !== 'object' || s === null || !('probleme' in s) || typeof s.probleme !== 'string') return []
    return [{ probleme: s.probleme, detail: 'detail' in s && typeof s.detail === 'string' ? s.detail : '' }]
  })
}

const VERSION = {
  id: true,
  numero: true,
  nomFichier: true,
  taille: true,
  typeMime: true,
  signalements: true,
  recueLe: true,
  analyse: true,
} as const

const PIECE = {
  id: true,
  code: true,
  libelle: true,
  controle: true,
  motif: true,
  precision: true,
  controleLe: true,
  version: true,
  controlePar: { select: { prenom: true, nom: true } },
  versions: { orderBy: { numero: 'desc' }, select: VERSION },
} as const

async function lirePieces(db: Db, dossierId: string) {
  const pieces = await db.piece.findMany({
    where: { dossierId },
    orderBy: [{ rang: 'asc' }, { id: 'asc' }],
    select: PIECE,
  })
  return pieces.map(({ versions, ...piece }) => ({
    ...piece,
    versions: versions.map(({ analyse, ...v }) => ({
      ...v,
      signalements: lireSignalements(v.signalements),
      ouverture: ouvertureDe(analyse, { antivirus: antivirusVoulu() }),
    })),
  }))
}

export type PieceLue = Awaited<ReturnType<typeof lirePieces>>[number]

/** One line of the list: a pièce asked for, deposited, or both. `exigence` is null when nobody asked for it. */
export type LignePiece = { cle: string; code: string | null; exigence: Exigence | null; piece: PieceLue | null }

const aUnFichier = ({ versions }: PieceLue) => versions.length > 0

/** What the campagne asks of this dossier against what was deposited, in reading order; what nobody asked for comes last. */
export async function piecesDossier(db: Db, dossierId: string) {
  const dossier = await db.dossier.findUnique({
    where: { id: dossierId },
    select: {
      id: true,
      etat: true,
      version: true,
      campagneId: true,
      exigencesId: true,
      structure: { select: { genre: true } },
    },
  })
  if (!dossier) throw new NotFound('dossier', dossierId)
  const [attendues, pieces, completude] = await Promise.all([
    attenduesDuDossier(db, dossier),
    lirePieces(db, dossierId),
    examinerDossier(db, dossierId),
  ])
  const demandees = attendues.flatMap(({ code, exigence }): LignePiece[] => {
    const siennes = pieces.filter((p) => p.code === code)
    const montrees = siennes.some(aUnFichier) ? siennes.filter(aUnFichier) : siennes.slice(0, 1)
    if (montrees.length === 0) return [{ cle: code, code, exigence, piece: null }]
    return montrees.map((piece) => ({ cle: piece.id, code, exigence, piece }))
  })
  const autres = pieces
    .filter((p) => aUnFichier(p) && !attendues.some(({ code }) => code === p.code))
    .map((piece): LignePiece => ({ cle: piece.id, code: piece.code, exigence: null, piece }))
  return { etat: dossier.etat, genre: dossier.structure.genre, lignes: [...demandees, ...autres], completude }
}

/** A file of this dossier, to be sent: by the id of one of its versions. Throws NotFound. */
export async function fichierDePiece(db: Db, dossierId: string, versionId: string) {
  const version = await db.pieceVersion.findFirst({
    where: { id: versionId, piece: { dossierId } },
    select: { cle: true, nomFichier: true, typeMime: true, analyse: true },
  })
  if (!version) throw new NotFound('piece', versionId)
  return version
}
