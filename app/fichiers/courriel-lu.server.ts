import type { EntetesDeMachine } from '#domain/courriel-recu/automatisme'

/** A file that came with a mail. `typeReel` is what its bytes say; `type` what the mail declares. */
export type PieceLue = {
  nom: string
  contenu: Buffer
  type: string
  typeReel: string
  taille: number
  sha256: string
  /** Shown inside the message (the logo of a signature), not joined to it. */
  dansLeTexte: boolean
  /** The name by which the HTML of the mail shows it. */
  cid?: string
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
  entetes: EntetesDeMachine
  texte: string
  html: string | null
  pieces: PieceLue[]
  taille: number
  /** SHA-256 of the sender, the text and the files: the same whatever road the mail took. */
  empreinte: string
  /** SHA-256 of the file itself. */
  sha256: string
}
