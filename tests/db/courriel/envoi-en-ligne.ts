import { afterAll, beforeAll } from 'vitest'
import { RYTHME } from '#domain/courriel/suspension'
import { ownSmtp, type OwnSmtp } from '#support/smtp'
import { envoyerCourrielHandler } from '#workers/handlers/envoyer-courriel'
import { makeMailer } from '#workers/mailer'
import type { unMondeEnLigne } from '../demande-en-ligne/monde'
import { log } from '../workers/monde'

/** Sends the mails of a world on line to a server of its own, one at a time, as a worker would. */
export function unEnvoi(monde: ReturnType<typeof unMondeEnLigne>) {
  let smtp: OwnSmtp
  let mailer: ReturnType<typeof makeMailer>

  beforeAll(async () => {
    smtp = await ownSmtp()
    mailer = makeMailer({ url: smtp.url, outbox: '/nulle-part', from: { name: 'MCEI', address: 'mcei@mcei.test' } })
  })
  afterAll(async () => {
    mailer.close()
    await smtp.close()
  })

  return {
    /** What came, the oldest first. Read inside tests. */
    arrives: () => smtp.mails,
    envoyer: (courrielId: string) =>
      envoyerCourrielHandler.work.run(
        { courrielId },
        {
          ...monde.depsA(),
          ...{ log, mailer, rythme: RYTHME, antivirus: null, tmp: '/nulle-part', outbox: '/nulle-part' },
          queueOf: () => {
            throw new Error('no queue here')
          },
        },
      ),
  }
}
