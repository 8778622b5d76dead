import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** What the server answers to an address: null to go on, else the refusal. */
export type Answer = (address: string) => { code: number; message: string } | null

/** A real SMTP server that keeps what it took, in order; its answers may be changed while it runs. */
export type OwnSmtp = {
  url: string
  mails: ParsedMail[]
  /** The same, byte for byte. */
  bruts: Buffer[]
  enveloppes: Enveloppe[]
  /** To a recipient. */
  answer: Answer
  /** To the sender: what a server says of our account. */
  expediteur: Answer
  /** To a message it has read whole and takes: true hangs up instead of saying yes. */
  coupe: () => boolean
  /** Before it says yes to a message it has read whole: how long it takes. */
  tenir: (address: string) => Promise<void>
  /** Nobody listens any more, as when the machine is down; `start` brings it back on the same port. */
  stop: () => Promise<void>
  start: () => Promise<void>
  close: () => Promise<void>
}

/** What the envelope of a mail said: where it comes back, and what RFC 3461 adds. */
type Enveloppe = { de: string; envid: string | null; notify: readonly string[]; orcpt: string | null }

const refus = (answer: ReturnType<Answer>) =>
  answer && Object.assign(new Error(answer.message), { responseCode: answer.code })

/** Listens on a port of this machine that nobody has. A mail counts as taken when the server has read it whole and not refused it. */
export async function ownSmtp(): Promise<OwnSmtp> {
  const mails: ParsedMail[] = []
  const bruts: Buffer[] = []
  const enveloppes: Enveloppe[] = []
  const sockets = new Set<Socket>()
  let server: SMTPServer | undefined
  let port = 0

  async function start() {
    server = new SMTPServer({
      authOptional: true,
      hideSTARTTLS: true,
      hideDSN: false,
      closeTimeout: 500,
      onMailFrom({ address }, _session, done) {
        done(refus(own.expediteur(address)))
      },
      onRcptTo({ address }, _session, done) {
        done(refus(own.answer(address)))
      },
      onData(stream, { remotePort, envelope }, done) {
        const [{ dsn } = {}] = envelope.rcptTo
        enveloppes.push({
          de: envelope.mailFrom ? envelope.mailFrom.address : '',
          envid: envelope.dsn?.envid ?? null,
          notify: dsn?.notify ?? [],
          orcpt: dsn?.orcpt ?? null,
        })
        const morceaux: Buffer[] = []
        stream.on('data', (morceau: Buffer) => morceaux.push(morceau))
        simpleParser(stream).then(async (mail) => {
          await own.tenir(envelope.rcptTo[0]?.address ?? '')
          mails.push(mail)
          bruts.push(Buffer.concat(morceaux))
          if (!own.coupe()) return done()
          for (const socket of sockets) if (socket.remotePort === remotePort) socket.destroy()
        }, done)
      },
    })
    // A client killed in the middle of a mail is part of what is tested.
    server.on('error', () => undefined)
    server.server.on('connection', (socket: Socket) => {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
    })
    server.listen(port, '127.0.0.1')
    await once(server.server, 'listening')
    port = (server.server.address() as AddressInfo).port
  }

  const stop = () =>
    new Promise<void>((resolve) => {
      if (!server) return resolve()
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
      server = undefined
    })

  await start()
  const own: OwnSmtp = {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    bruts,
    enveloppes,
    answer: () => null,
    expediteur: () => null,
    coupe: () => false,
    tenir: () => Promise.resolve(),
    stop,
    start,
    close: stop,
  }
  return own
}
