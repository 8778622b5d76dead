import type { Fait } from '#domain/campagne/condition'
import { motifsOfferts } from '#domain/campagne/difference'
import type { Exigence } from '#domain/piece/completude'
import { type Reserve, reservesSur } from '#domain/piece/deja-detenue'
import { MOTIFS_NON_CONFORMITE } from '#domain/piece/piece'
import { estNote, lireSignalements, type SignalementDePiece } from '#domain/piece/signalement'
import { jourDeParis } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { examinerDossier } from '#infra/stores/piece/completude'
import { attenduesDuDossier } from '#infra/stores/campagne/exigences'
import { NotFound } from '#infra/errors'
import { ouvertureActuelle } from '#infra/fichier-recu'
import { piecesDetenues } from '#infra/stores/piece/piece-detenue'

const VERSION = {
  id: true,
  numero: true,
  nomFichier: true,
  taille: true,
  typeMime: true,
  signalements: true,
  sha256: true,
  examen: true,
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
  signalementsEcartes: { select: { probleme: true, sha256: true, par: true, le: true } },
  dispenseDe: { select: { id: true, nomFichier: true, piece: { select: { dossier: { select: { numero: true } } } } } },
} as const

async function lirePieces(db: Db, dossierId: string) {
  const pieces = await db.piece.findMany({
    where: { dossierId },
    orderBy: [{ rang: 'asc' }, { id: 'asc' }],
    select: PIECE,
  })
  return pieces.map(({ versions, signalementsEcartes, dispenseDe, ...piece }) => ({
    ...piece,
    dispense: dispenseDe && {
      versionId: dispenseDe.id,
      nomFichier: dispenseDe.nomFichier,
      numero: dispenseDe.piece.dossier.numero ?? '',
    },
    versions: versions.map(({ analyse, sha256, examen, ...v }) => {
      const ecartes = signalementsEcartes.filter((e) => e.sha256 === sha256)
      return {
        ...v,
        signalements: lireSignalements(v.signalements).map((s) => signale(s, piece.code, ecartes)),
        /** False while its text waits to be read. */
        estLue: examen !== 0,
        ouverture: ouvertureActuelle(analyse),
      }
    }),
  }))
}

type Ecarte = { probleme: string; par: string; le: Date }

/** What was noticed as a page shows it: a note or a warning, and who set it aside. */
const signale = (signalement: SignalementDePiece, code: string | null, ecartes: Ecarte[]) => {
  const ecarte = ecartes.find(({ probleme }) => probleme === signalement.probleme)
  return {
    ...signalement,
    estNote: estNote(signalement, code),
    ecarte: ecarte ? { par: ecarte.par, le: ecarte.le } : null,
  }
}

export type PieceOfferte = {
  code: string
  versionId: string
  numero: string
  nomFichier: string
  controleLe: Date | null
  le: string
  reserves: Reserve[]
}

export type PieceLue = Awaited<ReturnType<typeof lirePieces>>[number]

/**
 * One line of the list: a pièce asked for, deposited, or both. `exigence` is null when nobody asked for it; `aVerifier` says what would
 * have to be known for it to be sure; `motifs` are the reasons offered for a refusal, those of the campagne's line first of all.
 */
export type LignePiece = {
  cle: string
  code: string | null
  exigence: Exigence | null
  aVerifier: Fait[]
  motifs: readonly string[]
  piece: PieceLue | null
  offerte: PieceOfferte | null
}

/** A pièce in this state may still be taken from an earlier dossier; one that waits to be looked at is looked at first. */
const A_REMPLACER = ['NON_CONFORME']

const NON_DEMANDEE = { exigence: null, aVerifier: [], motifs: MOTIFS_NON_CONFORMITE, offerte: null }

const aUnFichier = ({ versions }: PieceLue) => versions.length > 0

/** What the campagne asks of this dossier against what was deposited, in reading order; what nobody asked for comes last. */
export async function piecesDossier(db: Db, dossierId: string, now: Date) {
  const dossier = await db.dossier.findUnique({
    where: { id: dossierId },
    select: {
      id: true,
      etat: true,
      version: true,
      campagneId: true,
      exigencesId: true,
      structureId: true,
      deposeLe: true,
      structure: { select: { genre: true, nom: true, siret: true } },
      elementsRetenus: { select: { cle: true } },
    },
  })
  if (!dossier) throw new NotFound('dossier', dossierId)
  const [attendues, pieces, completude, detenues] = await Promise.all([
    attenduesDuDossier(db, dossier),
    lirePieces(db, dossierId),
    examinerDossier(db, dossierId),
    piecesDetenues(db, dossier),
  ])
  const { nom, siret } = dossier.structure
  const offertes = detenues.map(({ identite, fichier: _, ...detenue }): PieceOfferte => ({
    ...detenue,
    reserves: reservesSur({ ...detenue, identite }, { nom, siret: siret ?? '' }, jourDeParis(now)),
  }))
  const offerte = (code: string, controle: string | null) =>
    (controle === null || A_REMPLACER.includes(controle) ? offertes.find((o) => o.code === code) : null) ?? null
  const demandees = attendues.flatMap((attendue): LignePiece[] => {
    const { code, exigence, aVerifier } = attendue
    const ligne = { code, exigence, aVerifier, motifs: motifsOfferts(attendue) }
    const siennes = pieces.filter((p) => p.code === code)
    const montrees = siennes.some(aUnFichier) ? siennes.filter(aUnFichier) : siennes.slice(0, 1)
    if (montrees.length === 0) return [{ ...ligne, cle: code, piece: null, offerte: offerte(code, null) }]
    return montrees.map((piece) => {
      const controle = aUnFichier(piece) || piece.controle !== 'A_CONTROLER' ? piece.controle : null
      return { ...ligne, cle: piece.id, piece, offerte: offerte(code, controle) }
    })
  })
  const autres = pieces
    .filter((p) => aUnFichier(p) && !attendues.some(({ code }) => code === p.code))
    .map((piece): LignePiece => ({ ...NON_DEMANDEE, cle: piece.id, code: piece.code, piece }))
  return {
    etat: dossier.etat,
    lignes: [...demandees, ...autres],
    completude,
    retenus: dossier.elementsRetenus.map(({ cle }) => cle),
  }
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
