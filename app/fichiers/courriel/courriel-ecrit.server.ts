import { createTransport } from 'nodemailer'

type Adresse = { nom: string; adresse: string }

/** A mail to be written: who says it, to whom, and the files it carries. */
export type CourrielAEcrire = {
  /** Left part of the Message-ID, and its right one. */
  id: string
  domaine: string
  de: Adresse
  a: Adresse
  le: Date
  objet: string
  texte: string
  pieces: readonly { nom: string; typeMime: string; contenu: Uint8Array }[]
}

const transport = createTransport({ streamTransport: true, buffer: true })

/** The bytes of a mail as they would travel; nothing is sent. */
export async function ecrireCourriel({
  id,
  domaine,
  de,
  a,
  le,
  objet,
  texte,
  pieces,
}: CourrielAEcrire): Promise<Buffer> {
  const { message } = await transport.sendMail({
    messageId: `<${id}@${domaine}>`,
    from: { name: de.nom, address: de.adresse },
    to: { name: a.nom, address: a.adresse },
    date: le,
    subject: objet,
    text: texte,
    attachments: pieces.map(({ nom, typeMime, contenu }) => ({
      filename: nom,
      contentType: typeMime,
      content: Buffer.from(contenu),
    })),
  })
  return message as Buffer
}
