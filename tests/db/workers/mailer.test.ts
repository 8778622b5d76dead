import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { COURRIEL_A_REMETTRE } from '#support/courriel/courriel-a-remettre'
import { ownSmtp } from '#support/smtp'
import { makeMailer } from '#workers/mailer'

const mail = { ...COURRIEL_A_REMETTRE, id: '6f1c0c58-3f50-4a4e-9d3c-0f4b0f1f7c11' }

let outbox: string
beforeAll(async () => {
  outbox = await mkdtemp(path.join(os.tmpdir(), 'mcei-outbox-'))
})
afterAll(() => rm(outbox, { recursive: true, force: true }))

/** Who hands the mail over agrees. */
const accord = () => Promise.resolve()

const local = () => makeMailer({ outbox, from: { name: 'MCEI', address: 'mcei@mcei.test' } })
const written = async (id: string) => simpleParser(await readFile(path.join(outbox, `${id}.eml`)))

test('without a server a mail is one file of the local outbox, whole, under its own Message-ID, however often it is sent', async () => {
  await local().send(mail, accord)
  await local().send(mail, accord)
  expect(await readdir(outbox)).toEqual([`${mail.id}.eml`])
  expect(await written(mail.id)).toMatchObject({
    messageId: `<${mail.id}@mcei.test>`,
    subject: mail.sujet,
    html: mail.html,
  })
})

test('a subject or a name on two lines adds no header and no recipient', async () => {
  const id = '6f1c0c58-3f50-4a4e-9d3c-0f4b0f1f7c12'
  const tricky = 'Bonjour\r\nBcc: autre@exemple.test\r\n\r\n<b>'
  await local().send({ ...mail, id, sujet: tricky, destinataireNom: `x\r\nCc: autre@exemple.test` }, accord)
  const { headers, bcc, cc, to } = await written(id)
  expect([bcc, cc, headers.get('bcc'), headers.get('cc')]).toEqual([undefined, undefined, undefined, undefined])
  expect([to].flat().flatMap((one) => one?.value.map(({ address }) => address))).toEqual(['mairie@exemple.test'])
})

test('a body that names a file or an address fetches neither', async () => {
  const id = '6f1c0c58-3f50-4a4e-9d3c-0f4b0f1f7c13'
  await local().send({ ...mail, id, html: '<img src="file:///etc/hostname"><img src="http://127.0.0.1:1/x">' }, accord)
  expect((await written(id)).attachments).toEqual([])
})

test('an answer is one: it follows the mail it answers, and only a machine says it is one', async () => {
  const id = '6f1c0c58-3f50-4a4e-9d3c-0f4b0f1f7c14'
  await local().send(
    { ...mail, id, enReponseA: 'b@exemple.test', references: ['a@exemple.test', 'b@exemple.test'] },
    accord,
  )
  const answer = await written(id)
  expect(answer.inReplyTo).toBe('<b@exemple.test>')
  expect(answer.references).toEqual(['<a@exemple.test>', '<b@exemple.test>'])
  expect(answer.headers.has('auto-submitted')).toBe(false)
  await local().send({ ...mail, id, automatique: true }, accord)
  expect((await written(id)).headers.get('auto-submitted')).toBe('auto-generated')
})

test('the envelope bears the word of the mail: where it comes back, and its name', async () => {
  const smtp = await ownSmtp()
  const from = { name: 'MCEI', address: 'mcei@mcei.test' }
  const envoyer = async (retour?: string) => {
    const mailer = makeMailer({ url: smtp.url, outbox, from, ...(retour && { retour }) })
    expect(await mailer.send(mail, accord)).toMatchObject({ pris: { reponse: expect.stringMatching(/^250 /) } })
    mailer.close()
    return smtp.enveloppes.at(-1)
  }
  const dite = {
    envid: mail.jetonRetour,
    notify: ['SUCCESS', 'FAILURE', 'DELAY'],
    orcpt: `rfc822;${mail.destinataire}`,
  }
  expect(await envoyer()).toEqual({ ...dite, de: 'mcei@mcei.test' })
  expect(await envoyer('mcei+jeton@exemple.test')).toEqual({ ...dite, de: `mcei+${mail.jetonRetour}@exemple.test` })
  expect(await envoyer('retours@exemple.test')).toEqual({ ...dite, de: 'retours@exemple.test' })
  expect(smtp.mails.map(({ from: de }) => de?.value[0]?.address)).toEqual(Array(3).fill('mcei@mcei.test'))
  await smtp.close()
})

test('a mail leaves under the name of its campagne, from our own address; its answers come to our box and to the campagne’s', async () => {
  const id = '6f1c0c58-3f50-4a4e-9d3c-0f4b0f1f7c19'
  await local().send(
    { ...mail, id, expediteurNom: 'Jumelages, Pas-de-Calais', reponseA: 'jumelages@exemple.test' },
    accord,
  )
  const { from, replyTo } = await written(id)
  expect(from?.value).toEqual([{ name: 'Jumelages, Pas-de-Calais', address: 'mcei@mcei.test' }])
  expect(replyTo?.value.map(({ address }) => address)).toEqual(['mcei@mcei.test', 'jumelages@exemple.test'])
})
