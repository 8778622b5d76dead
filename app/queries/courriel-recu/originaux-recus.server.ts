import { pireAnalyse } from '#domain/piece/antivirus'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { type CourrielDePiece, type CourrielVise, seulCourriel, seulePiece } from '#queries/courriel-recu/courriel-vise'

type PieceVisee = { courriel: CourrielDePiece; pieceId: string }

/** A file that came with a mail. Throws NotFound, for a file of another mail or fiche too. */
export async function pieceJointe(db: Db, { courriel, pieceId }: PieceVisee) {
  const piece = await db.pieceJointe.findFirst({
    where: seulePiece(pieceId, courriel),
    select: { cle: true, nom: true, typeMime: true, analyse: true },
  })
  if (!piece) throw new NotFound('piece-jointe', pieceId)
  return piece
}

const MSG = /\.msg$/i
const EML = /\.eml$/i

/** A mail as it arrived, whether it could be read or not. Throws NotFound. */
export async function courrielRecu(db: Db, vise: CourrielVise) {
  const courriel = await db.courrielRecu.findFirst({
    where: seulCourriel(vise),
    select: { cle: true, nomFichier: true, analyse: true, pieces: { select: { analyse: true } } },
  })
  if (!courriel) throw new NotFound('courriel-recu', vise.id)
  const { cle, nomFichier, analyse, pieces } = courriel
  const estMsg = MSG.test(nomFichier)
  return {
    cle,
    nom: estMsg || EML.test(nomFichier) ? nomFichier : `${nomFichier}.eml`,
    typeMime: estMsg ? 'application/vnd.ms-outlook' : 'message/rfc822',
    analyse: pireAnalyse([analyse, ...pieces.map((piece) => piece.analyse)]),
  }
}
