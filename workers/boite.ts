import { ImapFlow } from 'imapflow'
import pg from 'pg'
import type { Boite } from '#infra/boite'
import type { DepsFichiers } from '#infra/deps'
import { DisquePlein } from '#infra/errors'
import type { Logger } from '#infra/logger'
import { noterBoiteEnErreur } from '#infra/stores/courriel-recu/boite'
import { rattraper } from './lecture-boite'

type Options = DepsFichiers & {
  /** Address of the database: the right to read the mailbox is held by a connection of its own. */
  url: string
  boite: Boite
  log: Logger
  /** How often, in ms, the folder is looked at by itself: the net below IDLE. */
  poll?: number
  /** First wait before trying again, in ms, doubled each time up to five minutes. */
  attente?: number
}

const ATTENTE_MAX = 5 * 60_000

/** Another worker reads the mailbox: it is asked again this often, in ms. */
const RELEVE = 10_000

/** Why the mailbox cannot be read, for people. */
function phraseDe(erreur: unknown, { host, port, compte, dossier }: Boite): string {
  const { code, authenticationFailed, mailboxMissing } = erreur as Record<string, unknown>
  if (authenticationFailed)
    return `La boîte refuse le compte «\u00a0${compte}\u00a0» ou son mot de passe\u00a0: vérifiez IMAP_URL.`
  if (mailboxMissing) return `Le dossier «\u00a0${dossier}\u00a0» n’existe pas dans la boîte\u00a0: vérifiez IMAP_URL.`
  if (erreur instanceof Refus) return erreur.message
  if (erreur instanceof DisquePlein)
    return 'Il n’y a plus de place sur le serveur\u00a0: les messages restent dans la boîte, et seront lus dès qu’il y en aura.'
  if (typeof code === 'string' && /CERT|SELF_SIGNED|TLS|SSL/.test(code))
    return `Le certificat du serveur ${host} n’est pas reconnu\u00a0: faites-le corriger, ou ajoutez certificat=libre à IMAP_URL.`
  return `Le serveur de messagerie ${host}:${port} ne répond pas\u00a0: la lecture reprendra dès qu’il répondra.`
}

class Refus extends Error {}

/**
 * Reads a mailbox until it is closed: what is there at once, then each message as it arrives. A cut connection is opened again, later and
 * later. Of several workers one reads, the others stand by. `close` drops the message under way, which the next reader brings.
 */
export function startBoite({ db, storage, now, url, boite, log, poll = 5 * 60_000, attente = 1_000 }: Options) {
  let closed = false
  let rung = false
  let wake: () => void = () => undefined
  let client: ImapFlow | undefined

  const isClosed = () => closed
  const isRung = () => rung
  const ring = () => {
    rung = true
    wake()
  }
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      if (rung || closed) return resolve()
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  /** Holds the right to read, as long as `work` lasts; false when another worker has it. */
  async function seul(work: (perdu: () => boolean) => Promise<void>): Promise<boolean> {
    let perdu = false
    const garde = new pg.Client({ connectionString: url, application_name: 'mcei-boite', keepAlive: true })
    garde.on('error', () => {
      perdu = true
      ring()
    })
    try {
      await garde.connect()
      const { rows } = await garde.query<{ pris: boolean }>(
        `SELECT pg_try_advisory_lock(hashtext('boite-courriel'), hashtext($1)) AS pris`,
        [boite.cle],
      )
      if (!rows[0]?.pris) return false
      await work(() => perdu)
      return true
    } finally {
      await garde.end().catch(() => undefined)
    }
  }

  async function lire(perdu: () => boolean, vue: () => void) {
    const lecture = new ImapFlow({
      host: boite.host,
      port: boite.port,
      secure: boite.secure,
      auth: { user: boite.compte, pass: boite.motDePasse },
      tls: { rejectUnauthorized: boite.certificatVerifie },
      logger: false,
      connectionTimeout: 20_000,
      greetingTimeout: 20_000,
      socketTimeout: 10 * 60_000,
      maxIdleTime: 4 * 60_000,
    })
    client = lecture
    let erreur: unknown
    lecture.on('error', (err: unknown) => {
      erreur = err
      ring()
    })
    lecture.on('close', ring)
    lecture.on('exists', ring)
    try {
      await lecture.connect()
      if (boite.deplacer) await preparerDeplacement(lecture, boite.deplacer)
      await lecture.mailboxOpen(boite.dossier, { readOnly: boite.deplacer === null })
      while (!isClosed() && !perdu()) {
        rung = false
        if (!lecture.usable) throw erreur ?? new Error('connection lost')
        const nouveaux = await rattraper({ deps: { db, storage, now }, client: lecture, boite, isClosed })
        vue()
        if (nouveaux > 0) log.info({ nouveaux }, 'mails brought from the mailbox')
        if (isRung() || isClosed()) continue
        lecture.idle().catch((err: unknown) => {
          erreur ??= err
          ring()
        })
        await rest(poll)
      }
    } finally {
      client = undefined
      lecture.close()
    }
  }

  async function run() {
    let echecs = 0
    while (!isClosed()) {
      rung = false
      let pause = RELEVE
      try {
        const lue = await seul((perdu) => lire(perdu, () => (echecs = 0)))
        if (lue) pause = attente
      } catch (err) {
        pause = Math.min(attente * 2 ** echecs, ATTENTE_MAX)
        echecs += 1
        if (!isClosed()) {
          log.warn({ err, pause }, 'mailbox lost, will be opened again')
          await noterBoiteEnErreur(db, boite.cle, phraseDe(err, boite)).catch(() => undefined)
        }
      }
      rung = false
      await rest(pause)
    }
  }

  const running = run()
  return {
    async close() {
      closed = true
      wake()
      client?.close()
      await running
    },
  }
}

/** A server that can only copy and delete is not asked to move: nothing is ever deleted. */
async function preparerDeplacement(client: ImapFlow, dossier: string) {
  if (!client.capabilities.has('MOVE'))
    throw new Refus(
      'Le serveur de messagerie ne sait pas déplacer un message\u00a0: retirez deplacer de IMAP_URL, les messages resteront à leur place.',
    )
  const dossiers = await client.list()
  if (!dossiers.some(({ path }) => path === dossier)) await client.mailboxCreate(dossier)
}
