import { estOuvrable } from '#domain/piece/antivirus'
import type { Bloc } from '#domain/pre-projet/lecture/blocs'
import { no, ok, type Result } from '#domain/result'
import { garderOctets } from '#infra/octets-gardes'
import type { DepsFichiers } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { lireFichierRecu, ouvertureActuelle } from '#infra/fichier-recu'
import { lire } from '#lecteurs/lecteurs'
import { REFUS_D_OUVRIR } from '#libelles/piece/antivirus'
import { type CourrielDePiece, seulePiece } from '#queries/courriel-recu/courriel-vise'

type Visee = { courriel: CourrielDePiece; pieceId: string }

/** How a file that came with a mail is looked at in the page; AUCUN says why it is not. */
export type ApercuPieceJointe =
  | { nature: 'PAGES'; pages: number }
  | { nature: 'IMAGE' }
  | { nature: 'TEXTE'; blocs: Bloc[] }
  | { nature: 'AUCUN'; motif: string }

/** Blocks sent to a browser at once: a fiche has some tens. */
const BLOCS_MAX = 600
const SANS_APERCU = 'Ce format ne se montre pas dans la page.'

async function trouver({ db }: DepsFichiers, { courriel, pieceId }: Visee) {
  const piece = await db.pieceJointe.findFirst({
    where: seulePiece(pieceId, courriel),
    select: { nom: true, cle: true, sha256: true, typeMime: true, analyse: true },
  })
  if (!piece) throw new NotFound('piece-jointe', pieceId)
  return piece
}

/**
 * What can be shown of a file that came with a mail, found once and kept: the same bytes always show the same. One that the antivirus has not
 * cleared is not opened. Throws NotFound.
 */
export async function apercuPieceJointe(deps: DepsFichiers, visee: Visee): Promise<ApercuPieceJointe> {
  const { nom, sha256, ...fichier } = await trouver(deps, visee)
  const ouverture = ouvertureActuelle(fichier.analyse)
  if (!estOuvrable(ouverture)) return { nature: 'AUCUN', motif: REFUS_D_OUVRIR[ouverture].phrase }
  const garde = await garderOctets(deps.storage, `apercus/${sha256}/apercu.json`, async () => {
    const contenu = await lireFichierRecu(deps.storage, fichier)
    return contenu.ok ? ok(Buffer.from(JSON.stringify(await apercevoir(nom, contenu.value)))) : contenu
  })
  return garde.ok
    ? (JSON.parse(garde.value.toString()) as ApercuPieceJointe)
    : { nature: 'AUCUN', motif: REFUS_D_OUVRIR[garde.reason].phrase }
}

async function apercevoir(nom: string, contenu: Buffer): Promise<ApercuPieceJointe> {
  const lue = await lire('apercu', { nom, contenu })
  const vu = lue.ok ? lue.value : lue
  if (!vu.ok) return { nature: 'AUCUN', motif: vu.detail ?? SANS_APERCU }
  return vu.value.nature === 'TEXTE' ? { nature: 'TEXTE', blocs: vu.value.blocs.slice(0, BLOCS_MAX) } : vu.value
}

/** Widths that are drawn: what is asked is given in the next of them, so that few pictures of a page are kept. */
const PAS_DE_LARGEUR = 200

/**
 * A page of a PDF, or the picture itself, about `largeur` pixels wide, as a PNG drawn once and kept, as is why it cannot be. Throws NotFound,
 * for a file that may not be opened too.
 */
export async function imagePieceJointe(
  deps: DepsFichiers,
  { page, largeur, ...visee }: Visee & { page: number; largeur: number },
): Promise<Result<Buffer>> {
  const { sha256, typeMime, ...fichier } = await trouver(deps, visee)
  if (!estOuvrable(ouvertureActuelle(fichier.analyse))) throw new NotFound('piece-jointe', visee.pieceId)
  const voulue = Math.ceil(largeur / PAS_DE_LARGEUR) * PAS_DE_LARGEUR
  const garde = await garderOctets(deps.storage, `apercus/${sha256}/${page}-${voulue}.png`, async () => {
    const contenu = await lireFichierRecu(deps.storage, fichier)
    if (!contenu.ok) return contenu
    const numero = typeMime === 'application/pdf' ? page : null
    const lue = await lire('image', { contenu: contenu.value, page: numero, largeur: voulue })
    const image = lue.ok ? lue.value : lue
    return ok(image.ok ? Buffer.from(image.value) : Buffer.from(REFUS + (image.detail ?? image.reason)))
  })
  if (!garde.ok) throw new NotFound('piece-jointe', visee.pieceId)
  const texte = garde.value.subarray(0, REFUS.length).toString('latin1') === REFUS
  return texte ? no('SANS_IMAGE', garde.value.toString('utf8', REFUS.length)) : ok(garde.value)
}

/** What stands before a sentence kept in the place of a picture: no PNG begins so. */
const REFUS = 'refus '
