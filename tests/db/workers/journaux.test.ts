import { createHash, randomUUID } from 'node:crypto'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diskStorage, newKey } from '#infra/storage'
import { recevoirCourriel } from '#usecases/courriel-recu/recevoir-courriel'
import { unCourriel as unMail } from '#support/courriels'
import { unRapport } from '#support/rapports'
import { ownSmtp, type OwnSmtp } from '#support/smtp'
import { until } from '#support/until'
import { startWorkerProcess } from '#support/worker-process'
import { unCourriel } from './faits'
import { unMonde } from './monde'

const ADRESSE = /[\w.+-]{1,64}@[\w-]{1,63}\.(?:[\w-]{1,63}\.){0,4}[a-z]{2,}/i

describe('what a worker process logs, at the lowest level', () => {
  const monde = unMonde('postgres')
  let smtp: OwnSmtp
  beforeAll(async () => {
    smtp = await ownSmtp()
  })
  afterAll(() => smtp.close())

  async function recevoir(contenu: Buffer): Promise<void> {
    const cle = newKey('courriels', 'eml')
    await diskStorage(path.join(monde.dir, 'fichiers')).put(cle, contenu)
    const sha256 = createHash('sha256').update(contenu).digest('hex')
    const arrive = {
      cle,
      nomFichier: `${randomUUID()}.eml`,
      taille: contenu.length,
      sha256,
      recuLe: new Date(),
      le: new Date(),
    }
    await monde.db.$transaction((tx) => recevoirCourriel(tx, arrive, { promettre: true }))
  }

  test('names nobody: mails sent, refused, late, come back, received and broken', { timeout: 90_000 }, async () => {
    smtp.answer = (adresse) => {
      if (adresse.startsWith('inconnue')) return { code: 550, message: `5.1.1 <${adresse}>: user unknown` }
      return adresse.startsWith('lente') ? { code: 450, message: `4.2.0 <${adresse}>: greylisted` } : null
    }
    const { db } = monde
    const { id } = await unCourriel(db, { destinataire: 'rendue@exemple.test' })
    await unCourriel(db, { destinataire: 'inconnue@exemple.test' })
    const lent = await unCourriel(db, { destinataire: 'lente@exemple.test' })
    const worker = startWorkerProcess({
      DATABASE_URL: monde.url,
      DATA_DIR: monde.dir,
      SMTP_URL: smtp.url,
      LOG_LEVEL: 'trace',
    })
    try {
      const etatDe = async (courriel: string) => (await db.courriel.findUniqueOrThrow({ where: { id: courriel } })).etat
      await until('one is sent', async () => (await etatDe(id)) === 'ENVOYE')
      const { jetonRetour: jeton } = await db.courriel.findUniqueOrThrow({ where: { id } })
      const retour = `mcei+${jeton}@departement.exemple.test`
      await recevoir(unRapport('postfix', { id, jeton, destinataire: 'rendue@exemple.test', retour }))
      await recevoir(unMail({ texte: 'Bonjour, joignez camille.duriez@exemple.test.' }))
      await recevoir(
        Buffer.from('From: abimee@exemple.test\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\nrien'),
      )
      await until('it came back', async () => (await etatDe(id)) === 'NON_REMIS')
      await until('all were read', async () => (await db.courrielRecu.count({ where: { traiteLe: null } })) === 0)
      await until('one waits for another try', async () => {
        const { cause } = await db.courriel.findUniqueOrThrow({ where: { id: lent.id } })
        return cause !== null
      })
    } finally {
      await worker.kill('SIGTERM')
    }
    const lignes = worker.said().split('\n')
    expect(worker.said()).toContain('courriel.envoyer')
    expect(worker.said()).toContain('courriel-recu.traiter')
    // A try that failed, with its cause: what the server said stays on the row.
    expect(lignes.filter((ligne) => ligne.includes('courriel') && ligne.includes('cause')).length).toBeGreaterThan(1)
    expect(lignes.filter((ligne) => ADRESSE.test(ligne))).toEqual([])
  })
})
