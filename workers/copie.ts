import { createHash } from 'node:crypto'
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { Copie } from '#usecases/courriel/garder-copie'

/** Lines end as they do on the wire, so that what is kept is what is sent. */
const composition = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })

const sha256 = (octets: Buffer): string => createHash('sha256').update(octets).digest('hex')

/** The files a message carries: each is given whole, since nothing is fetched as it is composed. */
const piecesDe = ({ attachments = [] }: SendMailOptions): Copie['pieces'] =>
  attachments.flatMap(({ filename, contentType, content }) =>
    Buffer.isBuffer(content)
      ? [{ nom: filename || '', type: contentType ?? '', taille: content.length, sha256: sha256(content) }]
      : [],
  )

/** A message as it will leave, byte for byte. */
export async function composer(message: SendMailOptions): Promise<Copie> {
  const octets = (await composition.sendMail(message)).message as Buffer
  return { octets, sha256: sha256(octets), pieces: piecesDe(message) }
}
