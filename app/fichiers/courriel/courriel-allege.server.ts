import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type Readable, Transform } from 'node:stream'
import { Splitter, type SplitterChunk } from '@zone-eu/mailsplit'
import type { Depot, Octets } from '#fichiers/courriel/courriel-lu'
import { Illisible, LIMITES_COURRIEL } from '#fichiers/courriel/refus-courriel'

type Partie = Extract<SplitterChunk, { type: 'node' }>

/** One file taken out of a mail. */
type Extrait = { octets: Octets; sha256: string }

/** A mail without its files: in the place of each, its number in `extraits` (see {@link numeroDe}). */
export type Allege = { contenu: Buffer; extraits: Extrait[] }

/** What was taken so far from a mail and from those within it. */
export type Mesure = { pieces: number; octets: number }

const marque = (numero: number) => `extrait${numero}.`

/** The number of the file that stood where this content stands; null when it is a content of its own. */
export function numeroDe(contenu: Buffer): number | null {
  const [, numero] = (contenu.length < 40 && /^extrait(\d{1,4})\.\s*$/.exec(contenu.toString('latin1'))) || []
  return numero === undefined ? null : Number(numero)
}

/** The same rule as mailparser's: what is not a text shown in the message is a file. */
const estUneJointe = ({ contentType, disposition, root }: Partie): boolean =>
  !['text/plain', 'text/html'].includes(contentType || (root ? 'text/plain' : '')) ||
  (disposition !== false && disposition !== '' && disposition !== 'inline')

function profondeurDe(node: Partie): number {
  let profondeur = 0
  for (let parent = node.parentNode; parent; parent = parent.parentNode) profondeur += 1
  return profondeur
}

/** Sends the decoded body of one part to the depot as it comes. */
function extraire(node: Partie, depot: Depot, mesure: Mesure) {
  const hash = createHash('sha256')
  const compteur = new Transform({
    transform(morceau: Buffer, _encodage, fait) {
      mesure.octets += morceau.length
      if (mesure.octets > LIMITES_COURRIEL.extraits) {
        fait(new Illisible('TROP_IMBRIQUE'))
        return
      }
      hash.update(morceau)
      fait(null, morceau)
    },
  })
  const decodeur = node.getDecoder()
  decodeur.on('error', (erreur: Error) => compteur.destroy(erreur))
  const garde = depot(decodeur.pipe(compteur))
  // Awaited by `finir`; a depot that fails before must not be an unhandled rejection.
  garde.catch((erreur: unknown) => decodeur.destroy(erreur instanceof Error ? erreur : undefined))
  return {
    async ecrire(morceau: Buffer) {
      if (decodeur.destroyed) await garde
      if (!decodeur.write(morceau)) await Promise.race([once(decodeur, 'drain'), garde])
    },
    async finir(): Promise<Extrait> {
      decodeur.end()
      const octets = await garde
      return { octets, sha256: hash.digest('hex') }
    },
  }
}

type Ouvert = { node: Partie; extraction: ReturnType<typeof extraire> }

/**
 * Takes the files out of a mail while it streams by, whatever their size, and gives the rest, which is small. Throws Illisible when a limit
 * is passed: nothing is held beyond it.
 */
export async function alleger(source: Readable, depot: Depot, mesure: Mesure): Promise<Allege> {
  const splitter = new Splitter({ maxChildNodes: LIMITES_COURRIEL.parties, maxHeadSize: 512 * 1024 })
  source.on('error', (erreur) => splitter.destroy(erreur))
  const garde: Buffer[] = []
  const extraits: Extrait[] = []
  const total = { entetes: 0, textes: 0, reste: 0 }
  let texte = 0
  let ouvert: Ouvert | null = null

  const clore = async () => {
    if (!ouvert) return
    const { node, extraction } = ouvert
    ouvert = null
    extraits.push(await extraction.finir())
    const texteMarque = marque(extraits.length - 1)
    garde.push(Buffer.from(node.encoding === 'base64' ? Buffer.from(texteMarque).toString('base64') : texteMarque))
  }

  const prendre = async (chunk: SplitterChunk) => {
    if (chunk.type === 'node') {
      await clore()
      texte = 0
      const entetes = chunk.getHeaders()
      total.entetes += entetes.length
      if (total.entetes > LIMITES_COURRIEL.entetes) throw new Illisible('ENTETES_TROP_LONGS')
      if (profondeurDe(chunk) > LIMITES_COURRIEL.imbrication) throw new Illisible('TROP_IMBRIQUE')
      garde.push(entetes)
      if (chunk.multipart || chunk.messageNode || !estUneJointe(chunk)) return
      mesure.pieces += 1
      if (mesure.pieces > LIMITES_COURRIEL.pieces) throw new Illisible('TROP_DE_PIECES')
      ouvert = { node: chunk, extraction: extraire(chunk, depot, mesure) }
      return
    }
    const { value } = chunk
    if (chunk.type === 'body') {
      if (ouvert) return ouvert.extraction.ecrire(value)
      texte += value.length
      total.textes += value.length
      if (texte <= LIMITES_COURRIEL.texte && total.textes <= LIMITES_COURRIEL.textes) garde.push(Buffer.from(value))
      return
    }
    await clore()
    total.reste += value.length
    if (total.reste > LIMITES_COURRIEL.textes) throw new Illisible('MAL_DECOUPE')
    garde.push(Buffer.from(value))
  }

  try {
    for await (const chunk of source.pipe(splitter)) await prendre(chunk as SplitterChunk)
    await clore()
  } catch (erreur) {
    source.destroy()
    const enCours = ouvert as Ouvert | null
    await enCours?.extraction.finir().catch(() => undefined)
    if (erreur instanceof Error && 'code' in erreur && erreur.code === 'EMAXLEN')
      throw new Illisible(/child nodes/.test(erreur.message) ? 'TROP_DE_PIECES' : 'ENTETES_TROP_LONGS')
    throw erreur
  }
  return { contenu: Buffer.concat(garde), extraits }
}
