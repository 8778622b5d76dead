import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { no, ok, type Result } from '#domain/result'
import { JETON_DE_RETOUR } from '#infra/env'

export type MailASortir = {
  /** Left part of the Message-ID: the same mail sent again bears the same one. */
  id: string
  destinataire: string
  destinataireNom: string
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
}

/** Sends one mail. Throws where another try may succeed; refuses, with a French sentence, where none can. */
export type Mailer = {
  send: (mail: MailASortir) => Promise<Result<undefined, 'REFUSE_PAR_LE_SERVEUR'>>
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

const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 }

const messageOf = (mail: MailASortir, { from, replyTo, retour }: Options): SendMailOptions => ({
  messageId: `<${mail.id}@${from.address.split('@').at(-1)}>`,
  from,
  replyTo,
  to: { name: mail.destinataireNom, address: mail.destinataire },
  envelope: { from: retour?.replace(JETON_DE_RETOUR, mail.jetonRetour) ?? from.address, to: [mail.destinataire] },
  // Used by the servers that know it (RFC 3461): a report then names the envelope, whatever it forgets of the mail.
  dsn: {
    id: mail.jetonRetour,
    return: 'headers',
    notify: ['failure', 'delay'],
    recipient: `rfc822;${mail.destinataire}`,
  },
  subject: mail.sujet,
  text: mail.texte,
  html: mail.html,
  inReplyTo: mail.enReponseA ? `<${mail.enReponseA}>` : undefined,
  references: mail.references.map((id) => `<${id}>`),
  // RFC 3834: an absence message must not answer a machine, and one machine must not answer another.
  headers: mail.automatique ? { 'Auto-Submitted': mail.enReponseA ? 'auto-replied' : 'auto-generated' } : undefined,
  disableFileAccess: true,
  disableUrlAccess: true,
})

/** A 5xx to this recipient or this message is for ever (RFC 5321 § 4.2.1); one to our sign-in is a setting to repair. */
function refusOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('responseCode' in error)) return null
  const { responseCode, command, response } = error as { responseCode?: number; command?: string; response?: string }
  const aboutMail = command === 'MAIL FROM' || command === 'RCPT TO' || command === 'DATA'
  if (!aboutMail || !responseCode || responseCode < 500) return null
  return `Le serveur de courrier refuse ce message\u00a0: ${response ?? responseCode}`
}

function smtpMailer(url: string, options: Options): Mailer {
  const transport = createTransport({ url, pool: true, maxConnections: 4, ...TIMEOUTS })
  return {
    async send(mail) {
      try {
        await transport.sendMail(messageOf(mail, options))
        return ok()
      } catch (error) {
        const refus = refusOf(error)
        if (refus === null) throw error
        return no('REFUSE_PAR_LE_SERVEUR', refus)
      }
    },
    close: () => transport.close(),
  }
}

/** Each mail is a file named by its id, whole or absent: sent twice, it is written twice in the same place. */
function outboxMailer(options: Options): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true })
  return {
    async send(mail) {
      const { message } = await transport.sendMail(messageOf(mail, options))
      await mkdir(options.outbox, { recursive: true })
      const chemin = path.join(options.outbox, `${mail.id}.eml`)
      await writeFile(`${chemin}.part`, message as Buffer)
      await rename(`${chemin}.part`, chemin)
      return ok()
    },
    close: () => transport.close(),
  }
}

/** SMTP where there is a server, else the local outbox. */
export const makeMailer = (options: Options): Mailer =>
  options.url ? smtpMailer(options.url, options) : outboxMailer(options)
