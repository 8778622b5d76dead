import type { FicheLue, Ligne } from '#domain/pre-projet/fiche'
import { extraireFiche } from '#domain/pre-projet/lecture/lecture'
import { ok } from '#domain/result'
import { readParties } from '#fichiers/archive/archive-de-document'
import { lireTout, type PieceGardee } from '#fichiers/courriel/courriel-lu'
import { estTnef, lireTnef } from '#fichiers/courriel/tnef'
import { mimeReel } from '#fichiers/courriel/type-de-contenu'
import { type DocumentLu, estLisible, readDocument } from '#fichiers/document/document'
import { tailleDImage } from '#fichiers/image/page-en-image'
import { nettoyerNom } from '#fichiers/type/nom-de-fichier'

/** A file of a mail, or of an envelope in it, once looked at. `aLire`: a person may find something in it that the machine did not. */
export type Examinee = { nom: string; piece: PieceGardee; document: DocumentLu; fiche: FicheLue | null; aLire: boolean }

type Dedans = { nom: string; contenu: Buffer }

/** A file, or each of those that an envelope holds: `winmail.dat` whatever its name, a zip that is no document. */
export async function examinerTout(piece: PieceGardee): Promise<Examinee[]> {
  const contenu = estImage(piece) || estLisible(piece) ? await lireTout(piece.octets) : Buffer.alloc(0)
  const dedans = await ouvrirEnveloppe(piece, contenu)
  if (dedans.length === 0) return [await examiner(piece, contenu)]
  const examinees: Examinee[] = []
  for (const { nom, contenu: octets } of dedans) {
    const vue = {
      nom: `${piece.nom} › ${nettoyerNom(nom, 'piece')}`,
      type: '',
      typeReel: await mimeReel(octets),
      taille: octets.length,
    }
    examinees.push(await examiner({ ...piece, ...vue }, octets))
  }
  return examinees
}

const A_LIRE_DANS_UN_ZIP = /\.(?:docx?|odt|rtf|pdf|xlsx?|ods|txt|html?|jpe?g|png|heic)$/i
const SYSTEME = /(?:^|\/)(?:\.|__MACOSX\/)/

async function ouvrirEnveloppe({ typeReel }: PieceGardee, contenu: Buffer): Promise<Dedans[]> {
  if (estTnef(contenu)) return lireTnef(contenu)?.pieces ?? []
  if (typeReel !== 'application/zip') return []
  const parties = await readParties(contenu, (nom) => A_LIRE_DANS_UN_ZIP.test(nom) && !SYSTEME.test(nom))
  return parties.ok
    ? Array.from(parties.value, ([chemin, octets]) => ({ nom: chemin.split('/').at(-1) ?? chemin, contenu: octets }))
    : []
}

async function examiner(piece: PieceGardee, contenu: Buffer): Promise<Examinee> {
  const { nom } = piece
  if (piece.messageJoint) return { nom, piece, document: ok<Ligne[]>([]), fiche: null, aLire: false }
  const document = await readDocument({ ...piece, contenu })
  const fiche = document.ok ? extraireFiche(document.value) : null
  return { nom, piece, document, fiche, aLire: !document.ok && peutDireQuelqueChose(piece, contenu) }
}

const estImage = ({ typeReel }: PieceGardee): boolean => typeReel.startsWith('image/')

/** What mail systems join for themselves: an appointment, a card, a detached signature, a report. */
const DE_SERVICE =
  /^(?:text\/(?:calendar|x-vcard|vcard|directory|rfc822-headers)|application\/(?:ics|pgp-signature|(?:x-)?pkcs7-signature|pgp-keys)|message\/(?:delivery-status|disposition-notification|feedback-report))/i

/** Pixels, each way, under which a picture is a logo or a banner, and no page that somebody took in photo. */
const COTE_DE_PAGE = 300
const ALLONGEE = 2.2

function peutDireQuelqueChose(piece: PieceGardee, contenu: Buffer): boolean {
  if (piece.taille === 0 || DE_SERVICE.test(piece.type) || estTnef(contenu)) return false
  return !estImage(piece) || estUnePage(contenu)
}

/** A picture whose size is not known may be a page: a HEIC from a telephone. */
function estUnePage(contenu: Buffer): boolean {
  const taille = tailleDImage(contenu)
  if (!taille) return contenu.subarray(0, 3).toString('latin1') !== 'GIF' && contenu.length > 10_000
  const { largeur, hauteur } = taille
  return (
    Math.min(largeur, hauteur) >= COTE_DE_PAGE && Math.max(largeur, hauteur) <= ALLONGEE * Math.min(largeur, hauteur)
  )
}

/** Services by which people send what is too heavy for a mail. */
const DEPOTS =
  /https?:\/\/(?:[\w-]+\.)*(?:we\.tl|wetransfer\.com|1drv\.ms|onedrive\.live\.com|sharepoint\.com|drive\.google\.com|docs\.google\.com|dropbox\.com|swisstransfer\.com|grosfichiers\.com|transfernow\.net|fromsmash\.com|filesender\.renater\.fr|francetransfert\.numerique\.gouv\.fr|mega\.nz|icloud\.com|box\.com)\/[^\s<>"')\]]*/giu

/** Names of the services whose links stand in these words, once each. */
export const depotsCites = (mots: string): string[] => [
  ...new Set(Array.from(mots.slice(0, 200_000).matchAll(DEPOTS), ([lien]) => new URL(lien).hostname)),
]
