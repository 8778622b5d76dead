import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** What the server answers to a recipient: null to take the mail, else the refusal. */
export type Answer = (recipient: string) => { code: number; message: string } | null

/** A real SMTP server that keeps what it took, in order; `answer` may be changed while it runs. */
export type OwnSmtp = {
  url: string
  mails: ParsedMail[]
  enveloppes: Enveloppe[]
  answer: Answer
  close: () => Promise<void>
}

/** What the envelope of a mail said: where it comes back, and what RFC 3461 adds. */
type Enveloppe = { de: string; envid: string | null; notify: readonly string[]; orcpt: string | null }

/** Listens on a port of this machine that nobody has. A mail counts as taken when the server has said yes to it. */
export async function ownSmtp(): Promise<OwnSmtp> {
  const mails: ParsedMail[] = []
  const enveloppes: Enveloppe[] = []
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    hideDSN: false,
    closeTimeout: 500,
    onRcptTo({ address }, _session, done) {
      const refusal = own.answer(address)
      done(refusal && Object.assign(new Error(refusal.message), { responseCode: refusal.code }))
    },
    onData(stream, { envelope }, done) {
      const [{ dsn } = {}] = envelope.rcptTo
      enveloppes.push({
        de: envelope.mailFrom ? envelope.mailFrom.address : '',
        envid: envelope.dsn?.envid ?? null,
        notify: dsn?.notify ?? [],
        orcpt: dsn?.orcpt ?? null,
      })
      simpleParser(stream).then((mail) => {
        mails.push(mail)
        done()
      }, done)
    },
  })
  // A client killed in the middle of a mail is part of what is tested.
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  const own: OwnSmtp = {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    enveloppes,
    answer: () => null,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return own
}
