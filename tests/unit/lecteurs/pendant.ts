import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import { COURRIEL_A_REMETTRE } from '#support/courriel/courriel-a-remettre'
import { ownSmtp } from '#support/smtp'
import { makeMailer } from '#workers/mailer'

/** What a process goes on doing while its readers are at work: it answers `/sante`, and sends mails to a real server. */
export async function unProcessus() {
  const serveur = createServer((_, reponse) => reponse.end('ok')).listen(0, '127.0.0.1')
  await once(serveur, 'listening')
  const sante = `http://127.0.0.1:${(serveur.address() as AddressInfo).port}/sante`
  const smtp = await ownSmtp()
  const mailer = makeMailer({ url: smtp.url, outbox: os.tmpdir(), from: { name: 'MCEI', address: 'mcei@mcei.test' } })
  const attentes: number[] = []
  return {
    /** Milliseconds that each answer of `/sante` took, and the mails that the server has. */
    attentes,
    mails: smtp.mails,
    /** Has this read, and meanwhile answers once and sends one mail. */
    async pendant<T>(lecture: () => Promise<T>): Promise<T> {
      // Asked first: what holds the process as the reading begins makes it wait too.
      const [, lue] = await Promise.all([
        (async () => {
          const debut = performance.now()
          await (await fetch(sante)).text()
          attentes.push(performance.now() - debut)
        })(),
        lecture(),
        mailer.send({ ...COURRIEL_A_REMETTRE, id: randomUUID() }, () => Promise.resolve()),
      ])
      return lue
    },
    async fermer() {
      mailer.close()
      await smtp.close()
      serveur.close()
    },
  }
}
