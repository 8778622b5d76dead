import { Readable } from 'node:stream'
import { no, ok } from '#domain/result'
import { lireEml, type CourrielOuRefus, type Lecture } from '#fichiers/courriel/courriel-eml'
import {
  lireDebut,
  lireTout,
  type CourrielLu,
  type Depot,
  type Octets,
  type PieceGardee,
} from '#fichiers/courriel/courriel-lu'
import { lireMsg } from '#fichiers/courriel/courriel-msg'
import { texteSimple } from '#fichiers/courriel/entetes-eml'
import { contenuSigne } from '#fichiers/courriel/message-signe'
import { estTnef, lireTnef } from '#fichiers/courriel/tnef'
import { Illisible, LIMITES_COURRIEL, refuser } from '#fichiers/courriel/refus-courriel'

const ENVELOPPE_MAX = 25 * 1024 * 1024

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/**
 * Reads a mail by what it is, .eml or .msg, its files going to the depot. Whatever the bytes, the answer is a mail or a refusal with its
 * sentence: it throws only what the depot or the source throws.
 */
export async function readCourriel(octets: Octets, depot: Depot): Promise<CourrielOuRefus> {
  let echec: unknown
  const surveille: Depot = async (contenu) => {
    try {
      return await depot(contenu)
    } catch (erreur) {
      if (contenu.errored !== erreur || duSysteme(erreur)) echec ??= erreur
      throw erreur
    }
  }
  try {
    return await lireAvecSesCourriels(octets, { depot: surveille, mesure: { pieces: 0, octets: 0 }, profondeur: 0 })
  } catch (erreur) {
    if (echec !== undefined) throw echec
    if (duSysteme(erreur)) throw erreur
    return refuser(erreur instanceof Illisible ? erreur.motif : 'ABIME')
  }
}

/** A disk that fails, not a mail. */
const duSysteme = (erreur: unknown): boolean => erreur instanceof Error && 'syscall' in erreur

const estJoint = ({ type, typeReel }: PieceGardee) =>
  type === 'message/rfc822' || typeReel === 'message/rfc822' || typeReel === 'application/vnd.ms-outlook'

/** The mail, then the files of the mails joined to it (a forward as attachment), which are looked at like its own. */
async function lireAvecSesCourriels(octets: Octets, lecture: Lecture): Promise<CourrielOuRefus> {
  const debut = await lireDebut(octets, OLE.length)
  const lu = await (debut.equals(OLE) ? lireMsg(octets, lecture) : lireEml(octets, lecture))
  if (!lu.ok) return lu
  const pieces: PieceGardee[] = []
  const joints: CourrielLu['joints'] = []
  const trouvees: PieceGardee[] = []
  const corps = { texte: lu.value.texte, html: lu.value.html }
  for (const piece of lu.value.pieces) {
    pieces.push(piece)
    const signe = await ouvrirSigne(piece, lecture)
    if (!signe && !estJoint(piece)) continue
    if (lecture.profondeur >= LIMITES_COURRIEL.courrielsJoints) throw new Illisible('TROP_IMBRIQUE')
    const joint = await lireJoint(signe ?? piece.octets, { ...lecture, profondeur: lecture.profondeur + 1 })
    if (!joint.ok) continue
    const { texte, html } = joint.value
    pieces[pieces.length - 1] = { ...piece, messageJoint: true }
    // What is signed is the mail itself, where nothing else of it speaks.
    if (signe && corps.texte.trim() === '' && !corps.html) Object.assign(corps, { texte, html })
    else joints.push({ texte, html })
    joints.push(...joint.value.joints)
    trouvees.push(...joint.value.pieces)
  }
  if (corps.texte.trim() === '') corps.texte = await texteDOutlook(lu.value.pieces)
  return ok({ ...lu.value, ...corps, joints, pieces: [...pieces, ...trouvees] })
}

/** The mail inside an opaque signature; null when this file is none, or is encrypted. */
async function ouvrirSigne({ type, nom, octets }: PieceGardee, { depot, mesure }: Lecture): Promise<Octets | null> {
  if (!/^application\/(?:x-)?pkcs7-mime/i.test(type) && !/\.p7m$/i.test(nom)) return null
  if (octets.taille > ENVELOPPE_MAX) return null
  const contenu = contenuSigne(await lireTout(octets))
  if (!contenu) return null
  mesure.octets += contenu.length
  if (mesure.octets > LIMITES_COURRIEL.extraits) throw new Illisible('TROP_IMBRIQUE')
  return depot(Readable.from([contenu]))
}

/** The text of a mail that Outlook put in its own envelope, and nowhere else. */
async function texteDOutlook(pieces: readonly PieceGardee[]): Promise<string> {
  for (const { octets } of pieces) {
    if (octets.taille > ENVELOPPE_MAX || !estTnef(await lireDebut(octets, 8))) continue
    const texte = lireTnef(await lireTout(octets))?.texte ?? ''
    if (texte !== '') return texteSimple(texte)
  }
  return ''
}

/** A mail joined that cannot be read is a file like another; a limit passed is one of the whole. */
async function lireJoint(octets: Octets, lecture: Lecture): Promise<CourrielOuRefus> {
  try {
    return await lireAvecSesCourriels(octets, lecture)
  } catch (erreur) {
    if (erreur instanceof Illisible && erreur.motif !== 'MAL_DECOUPE') throw erreur
    return no('ABIME')
  }
}
