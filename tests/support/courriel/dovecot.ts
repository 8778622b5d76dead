import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { ImapFlow } from 'imapflow'
import { until } from '#support/until'
import { portLibre } from '#support/port-libre'

const run = promisify(execFile)

/** Debian keeps both out of the path of an ordinary account. */
const program = (name: string) => [`/usr/sbin/${name}`, `/usr/bin/${name}`].find((where) => existsSync(where)) ?? name

const COMPTE = { user: 'mcei', pass: 'essai' }

/** A real Dovecot of this test file alone, with one account, on a port nobody has. */
export type OwnDovecot = {
  url: string
  /** What the account holds, seen by another client. */
  avec: <T>(work: (client: ImapFlow) => Promise<T>) => Promise<T>
  /** Delivers messages into the inbox, as a mail server does. */
  deposer: (messages: readonly Buffer[]) => Promise<void>
  doveadm: (...args: string[]) => Promise<string>
  /** Ends the server and every connection; `start` brings it back on the same port with the same messages. */
  stop: () => Promise<void>
  start: () => Promise<void>
  close: () => Promise<void>
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('data', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
  })

/** Run by root, mails belong to Dovecot's own account, which Debian's package makes; else all runs as the one who asks. */
async function owner(): Promise<{ uid: number; gid: number; settings: string }> {
  const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0]
  if (uid === 0) {
    const ids = await Promise.all(['-u', '-g'].map(async (what) => Number((await run('id', [what, 'dovecot'])).stdout)))
    return { uid: ids[0] ?? 0, gid: ids[1] ?? 0, settings: '' }
  }
  const { username } = os.userInfo()
  const { stdout: group } = await run('id', ['-gn'])
  return {
    uid,
    gid,
    settings: `default_internal_user = ${username}\ndefault_login_user = ${username}\ndefault_internal_group = ${group.trim()}\nservice anvil {\n chroot =\n}\n`,
  }
}

/** Starts dovecot (Debian's dovecot-imapd, 2.3) under a folder of its own. */
export async function ownDovecot(): Promise<OwnDovecot> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'mcei-dovecot-'))
  const [port, { uid, gid, settings }] = [await portLibre(), await owner()]
  const conf = path.join(dir, 'dovecot.conf')
  const mails = path.join(dir, 'mails')
  await mkdir(mails)
  await chmod(dir, 0o755)
  if (process.getuid?.() === 0) await chown(mails, uid, gid)
  await writeFile(path.join(dir, 'comptes'), `${COMPTE.user}:{plain}${COMPTE.pass}\n`, { mode: 0o644 })
  await writeFile(
    conf,
    `protocols = imap
listen = 127.0.0.1
base_dir = ${dir}/run
state_dir = ${dir}/state
log_path = ${dir}/journal
ssl = no
disable_plaintext_auth = no
first_valid_uid = ${uid}
mail_location = maildir:${mails}/%u
namespace inbox {
  inbox = yes
}
passdb {
  driver = passwd-file
  args = ${dir}/comptes
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${mails}/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
mail_max_userip_connections = 50
${settings}`,
  )
  let server: ChildProcess | undefined

  async function start() {
    server = spawn(program('dovecot'), ['-F', '-c', conf], { stdio: 'ignore' })
    const journal = () => readFile(path.join(dir, 'journal'), 'utf8').catch(() => '')
    let said = ''
    await until(
      () => `dovecot to answer: ${said}`,
      async () => {
        said = await journal()
        return answers(port)
      },
    )
  }
  async function stop() {
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  async function avec<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, auth: COMPTE, logger: false })
    client.on('error', () => undefined)
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.logout()
    }
  }
  let delivered = 0
  await start()
  // The first visit makes the folders.
  await avec((client) => client.mailboxOpen('INBOX'))
  return {
    url: `imap://${COMPTE.user}:${COMPTE.pass}@127.0.0.1:${port}/INBOX`,
    avec,
    async deposer(messages) {
      // Whole under another name, then in the folder by one move: what a maildir calls a delivery.
      for (const message of messages) {
        delivered += 1
        const name = `${Math.floor(Date.now() / 1000)}.M${String(delivered).padStart(6, '0')}.essai`
        const part = path.join(mails, 'mcei', 'tmp', name)
        await writeFile(part, message)
        await chown(part, uid, gid)
        await rename(part, path.join(mails, 'mcei', 'new', name))
      }
    },
    doveadm: async (...args) => (await run(program('doveadm'), ['-c', conf, ...args])).stdout,
    start,
    stop,
    async close() {
      await stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
