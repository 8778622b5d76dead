import type { Bloc } from '#domain/pre-projet/lecture/blocs'
import { type Result } from '#domain/result'
import { apercevoir } from '#fichiers/image/apercu'
import { type MotifImage, pageEnImage, reduireImage } from '#fichiers/image/page-en-image'
import type { DepsFichiers } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { lireFichierRecu } from '#infra/fichier-recu'
import { REFUS_D_OUVRIR } from '#libelles/piece/antivirus'

/** `courriel`: the mail the file came with, or the fiche whose mails it is among. */
type Visee = { courriel: { id: string } | { preProjetId: string }; pieceId: string }

/** How a file that came with a mail is looked at in the page; AUCUN says why it is not. */
export type ApercuPieceJointe =
  | { nature: 'PAGES'; pages: number }
  | { nature: 'IMAGE' }
  | { nature: 'TEXTE'; blocs: Bloc[] }
  | { nature: 'AUCUN'; motif: string }

/** Blocks sent to a browser at once: a fiche has some tens. */
const BLOCS_MAX = 600
const SANS_APERCU = 'Ce format ne se montre pas dans la page.'

async function lire({ db, storage }: DepsFichiers, { courriel, pieceId }: Visee) {
  const piece = await db.pieceJointe.findFirst({
    where: { id: pieceId, courrielRecu: courriel },
    select: { nom: true, cle: true, typeMime: true, analyse: true },
  })
  if (!piece) throw new NotFound('piece-jointe', pieceId)
  return { ...piece, contenu: await lireFichierRecu(storage, piece) }
}

/** What can be shown of a file that came with a mail. One that the antivirus has not cleared is not opened. Throws NotFound. */
export async function apercuPieceJointe(deps: DepsFichiers, visee: Visee): Promise<ApercuPieceJointe> {
  const { nom, contenu } = await lire(deps, visee)
  if (!contenu.ok) return { nature: 'AUCUN', motif: REFUS_D_OUVRIR[contenu.reason].phrase }
  const vu = await apercevoir({ nom, contenu: contenu.value })
  if (!vu.ok) return { nature: 'AUCUN', motif: vu.detail ?? SANS_APERCU }
  return vu.value.nature === 'TEXTE' ? { nature: 'TEXTE', blocs: vu.value.blocs.slice(0, BLOCS_MAX) } : vu.value
}

/** A page of a PDF, or the picture itself, `largeur` pixels wide, as a PNG. Throws NotFound, for a file that may not be opened too. */
export async function imagePieceJointe(
  deps: DepsFichiers,
  { page, largeur, ...visee }: Visee & { page: number; largeur: number },
): Promise<Result<Buffer, MotifImage>> {
  const { typeMime, contenu } = await lire(deps, visee)
  if (!contenu.ok) throw new NotFound('piece-jointe', visee.pieceId)
  return typeMime === 'application/pdf'
    ? pageEnImage(contenu.value, page, largeur)
    : reduireImage(contenu.value, largeur)
}
