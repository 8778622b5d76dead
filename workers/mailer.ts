import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { adressesDeReponse } from '#domain/courriel/expediteur'
import type { EchecEnvoi, EtapeEnvoi } from '#domain/courriel/echec-envoi'
import { JETON_DE_RETOUR } from '#infra/env'
import type { Pris } from '#usecases/courriel/declarer-courriel-envoye'
import type { Copie } from '#usecases/courriel/garder-copie'
import { composer } from './copie'

export type MailASortir = {
  /** Left part of the Message-ID: the same mail sent again bears the same one. */
  id: string
  destinataire: string
  destinataireNom: string
  /** Who its campagne says it is from, and where its answers go beside our own box; empty: as `from` and `replyTo` say. */
  expediteurNom: string
  reponseA: string
  sujet: string
  texte: string
  html: string
  /** Message-ID it answers, and those it follows, without angle brackets. */
  enReponseA: string | null
  references: string[]
  /** True when no officer asked for this very mail. */
  automatique: boolean
  /** The word that this mail alone bears: in the address it comes back to, and the name of its envelope. */
  jetonRetour: string
  /** True where the server of the recipient is asked to say that it has it. */
  aProuver: boolean
  /** The files it carries, whole. */
  joints: readonly { nom: string; type: string; octets: Buffer }[]
}

/** What became of one try. */
export type Envoi = { pris: Pris } | { echec: EchecEnvoi }

/**
 * Sends one mail: what the server took and in which words, else what it met. `transmettre` is awaited when the server has agreed to read the
 * message, before its first byte, with the very bytes it will read; what it throws keeps the message back, and is all that `send` throws. The
 * local outbox does not ask it: written twice, a mail is one file.
 */
export type Mailer = {
  send: (mail: MailASortir, transmettre: (copie: Copie) => Promise<void>) => Promise<Envoi>
  close: () => void
}

type Options = {
  /** `smtp://` or `smtps://`; absent, mails become files of `outbox`. */
  url?: string
  /** Folder of the local outbox. */
  outbox: string
  /** Who the mail is from, and where answers go. */
  from: { name: string; address: string }
  replyTo?: string
  /** Where a mail that cannot be delivered comes back: `jeton` in it stands for the word of each mail. Absent: where it is from. */
  retour?: string
}

/** To the mail server at once, from one process. */
export const CONNEXIONS = 4

/** A server may take minutes to say yes to a whole message (RFC 5321 § 4.5.3.2.6): hanging up earlier leaves its end unknown. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 10 * 60_000, dnsTimeout: 10_000 }

const messageOf = (mail: MailASortir, { from, replyTo, retour }: Options): SendMailOptions & { messageId: string } => ({
  messageId: `<${mail.id}@${from.address.split('@').at(-1)}>`,
  from: mail.expediteurNom ? { name: mail.expediteurNom, address: from.address } : from,
  replyTo: mail.reponseA ? adressesDeReponse(mail.reponseA, replyTo ?? from.address) : replyTo,
  to: { name: mail.destinataireNom, address: mail.destinataire },
  envelope: { from: retour?.replace(JETON_DE_RETOUR, mail.jetonRetour) ?? from.address, to: [mail.destinataire] },
  // Used by the servers that know it (RFC 3461): a report then names the envelope, whatever it forgets of the mail.
  dsn: {
    id: mail.jetonRetour,
    return: 'headers',
    notify: [...(mail.aProuver ? (['success'] as const) : []), 'failure', 'delay'],
    recipient: `rfc822;${mail.destinataire}`,
  },
  subject: mail.sujet,
  text: mail.texte,
  html: mail.html,
  attachments: mail.joints.map(({ nom, type, octets }) => ({ filename: nom, contentType: type, content: octets })),
  inReplyTo: mail.enReponseA ? `<${mail.enReponseA}>` : undefined,
  references: mail.references.map((id) => `<${id}>`),
  // RFC 3834: an absence message must not answer a machine, and one machine must not answer another.
  headers: mail.automatique ? { 'Auto-Submitted': mail.enReponseA ? 'auto-replied' : 'auto-generated' } : undefined,
  disableFileAccess: true,
  disableUrlAccess: true,
})

/** What nodemailer says of a try that failed: its own code, the command under way, the server's answer, and the code of the machine under its own. */
type ErreurSmtp = { code?: unknown; originalCode?: unknown; command?: unknown; response?: unknown }

const texte = (lu: unknown): string => (typeof lu === 'string' ? lu : '')

const ETAPES: Record<string, EtapeEnvoi> = {
  STARTTLS: 'CHIFFREMENT',
  'MAIL FROM': 'EXPEDITEUR',
  'RCPT TO': 'DESTINATAIRE',
  DATA: 'MESSAGE',
}

function etapeDe(command: string, code: string): EtapeEnvoi {
  if (code === 'ETLS' || code === 'EREQUIRETLS') return 'CHIFFREMENT'
  if (code.includes('AUTH') || command.startsWith('AUTH')) return 'COMPTE'
  return ETAPES[command] ?? 'CONNEXION'
}

/** Reads what nodemailer threw as one try that failed; anything else too, which then says its name alone. */
function echecDe(error: unknown, transmis: boolean): EchecEnvoi {
  const { code, originalCode, command, response } = (error instanceof Error ? error : {}) as ErreurSmtp
  const nom = texte(code)
  const cause = /^(?:CERT|ERR_TLS|ERR_SSL|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO)/.test(texte(originalCode))
  const etape = cause ? 'CHIFFREMENT' : etapeDe(texte(command), nom)
  return {
    etape,
    code: texte(originalCode) && nom === 'ESOCKET' ? texte(originalCode) : nom,
    reponse: texte(response),
    transmis,
  }
}

/** Given first its words, then nothing more: the message as nodemailer reads it once the server has said 354. */
async function* apres(accord: () => Promise<void>, message: Readable): AsyncGenerator<Buffer> {
  await accord()
  for await (const morceau of message) yield morceau as Buffer
}

function smtpMailer(url: string, options: Options): Mailer {
  const transport = createTransport({ url, pool: true, maxConnections: CONNEXIONS, ...TIMEOUTS })
  /** By Message-ID: a mail is in the hands of one run. */
  const accords = new Map<string, () => Promise<void>>()
  transport.use('stream', (mail, suite) => {
    const accord = accords.get(mail.data.messageId ?? '')
    if (accord) mail.message.processFunc((message) => Readable.from(apres(accord, message), { objectMode: false }))
    suite()
  })
  return {
    async send(mail, transmettre) {
      const essai: { transmis: boolean; empeche?: { par: unknown } } = { transmis: false }
      const message = messageOf(mail, options)
      const { messageId, envelope, dsn } = message
      try {
        const copie = await composer(message)
        accords.set(messageId, async () => {
          essai.transmis = true
          await transmettre(copie).catch((par: unknown) => {
            essai.empeche = { par }
            throw par
          })
        })
        const { response } = await transport.sendMail({ messageId, envelope, dsn, raw: copie.octets })
        return { pris: { copie, reponse: response } }
      } catch (error) {
        // Kept back by us: the server has nothing to do with it.
        if (essai.empeche) throw essai.empeche.par
        return { echec: echecDe(error, essai.transmis) }
      } finally {
        accords.delete(messageId)
      }
    },
    close: () => transport.close(),
  }
}

/** Each mail is a file named by its id, whole or absent: sent twice, it is written twice in the same place. */
const outboxMailer = (options: Options): Mailer => ({
  async send(mail) {
    try {
      const copie = await composer(messageOf(mail, options))
      await mkdir(options.outbox, { recursive: true })
      const chemin = path.join(options.outbox, `${mail.id}.eml`)
      await writeFile(`${chemin}.part`, copie.octets)
      await rename(`${chemin}.part`, chemin)
      return { pris: { copie, reponse: 'écrit dans la boîte locale' } }
    } catch (error) {
      return { echec: echecDe(error, false) }
    }
  },
  close: () => undefined,
})

/** SMTP where there is a server, else the local outbox. */
export const makeMailer = (options: Options): Mailer =>
  options.url ? smtpMailer(options.url, options) : outboxMailer(options)
