import type { Readable } from 'node:stream'
import type { RemiseLue } from '#domain/courriel-recu/avis-de-remise'
import type { EntetesDeMachine } from '#domain/courriel-recu/automatisme'

/** Bytes kept somewhere under `cle`, read as often as needed and never held whole by who reads them. */
export type Octets = {
  cle: string
  taille: number
  stream: (portion?: { start: number; end: number }) => Promise<Readable>
}

/** Where the files of a mail go as it is read, one after the other. */
export type Depot = (contenu: Readable) => Promise<Octets>

/** A file with its bytes. `typeReel` is what they say; `type` what the mail declares. */
export type PieceLue = {
  nom: string
  contenu: Buffer
  type: string
  typeReel: string
  taille: number
  sha256: string
  /** A picture shown inside the message (the logo of a signature, or a photo put there), not joined to it. */
  dansLeTexte: boolean
  /** The name by which the HTML of the mail shows it. */
  cid?: string
}

/** A file that came with a mail, already kept elsewhere. */
export type PieceGardee = Omit<PieceLue, 'contenu'> & {
  octets: Octets
  /** A mail joined to the mail, which was read: its words are in `joints`, its files beside it. */
  messageJoint?: true
}

/** A received mail once read. Identifiers are without their angle brackets. */
export type CourrielLu = {
  messageId: string
  /** True when the mail has no identifier of its own and this one was made from its content. */
  messageIdDerive: boolean
  de: { adresse: string; nom: string }
  objet: string
  /** When it says it was sent, else when the last relay took it, else null. */
  date: Date | null
  inReplyTo: string | null
  references: string[]
  /** What it says of a mail that could not be delivered; null for any mail but such a report. Anybody can write one: nothing is proved. */
  remise: RemiseLue | null
  entetes: EntetesDeMachine
  texte: string
  html: string | null
  /** The words of the mails joined to it, as a forward does. */
  joints: { texte: string; html: string | null }[]
  pieces: PieceGardee[]
  taille: number
  /** SHA-256 of the sender, the text and the files: the same whatever road the mail took. */
  empreinte: string
}

/** The bytes, whole: for a reader that needs them so. */
export async function lireTout({ stream }: Octets): Promise<Buffer> {
  const morceaux: Buffer[] = []
  for await (const morceau of await stream()) morceaux.push(morceau as Buffer)
  return Buffer.concat(morceaux)
}

/** The first bytes. */
export async function lireDebut({ stream, taille }: Octets, octets: number): Promise<Buffer> {
  if (taille === 0) return Buffer.alloc(0)
  const morceaux: Buffer[] = []
  for await (const morceau of await stream({ start: 0, end: Math.min(taille, octets) - 1 }))
    morceaux.push(morceau as Buffer)
  return Buffer.concat(morceaux)
}
