import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { diskStorage, newKey } from '#infra/storage'
import { addPieceVersion } from '#infra/stores/piece/depot-piece'
import { ownSmtp, type OwnSmtp } from '#support/smtp'
import { until } from '#support/until'
import { startWorkerProcess, type WorkerProcess } from '#support/worker-process'
import { zipBrut } from '#support/zip-brut'
import { unDossier } from '../dossier/faits'
import { unCourriel } from './faits'
import { unMonde } from './monde'

/** Mails that leave while a reader is at its work. */
const MAILS = 20

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const texte = (mots: string) => `<c t="str"><v>${mots}</v></c>`

/** A workbook of some kilobytes whose sums of sums take a reader far more than its time. */
function classeurSansFin(): Buffer {
  const somme = (colonne: string) => Array.from({ length: 60 }, () => `SUM(${colonne}1:${colonne}1000)`).join('+')
  const ligne = `<row>${texte('Achats')}<c><f>${somme('D')}</f></c>${texte('Ventes')}<c><f>${somme('B')}</f></c></row>`
  const tete = `<row>${['CHARGES', 'Montant', 'PRODUITS', 'Montant'].map(texte).join('')}</row>`
  const parties = {
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="Budget" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${tete}${ligne.repeat(900)}</sheetData></worksheet>`,
  }
  return zipBrut(Object.entries(parties).map(([nom, contenu]) => ({ nom, contenu: Buffer.from(contenu) })))
}

/** The processes that this one started, as the system says. */
const enfantsDe = (pid: number): string[] =>
  readdirSync('/proc').filter((nom) => {
    if (!/^\d+$/.test(nom)) return false
    try {
      const stat = readFileSync(`/proc/${nom}/stat`, 'utf8')
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid
    } catch {
      return false
    }
  })

describe('a workbook that its reader cannot end', () => {
  const monde = unMonde('redis')
  const ouvriers: WorkerProcess[] = []
  let smtp: OwnSmtp

  beforeAll(async () => {
    smtp = await ownSmtp()
  })
  afterEach(() => Promise.all(ouvriers.splice(0).map((un) => un.kill('SIGKILL'))))
  afterAll(() => smtp.close())

  /** Deposits it as the budget of a dossier: its reading is promised with it. */
  async function deposer(): Promise<string> {
    const cle = newKey('pieces')
    await diskStorage(path.join(monde.dir, 'fichiers')).put(cle, classeurSansFin())
    const { id: dossierId } = await unDossier(monde.db)
    const { id: lotId } = await monde.db.lot.create({ data: { type: 'DEMANDES', fichiers: [] } })
    await monde.db.$transaction((tx) =>
      addPieceVersion(tx, {
        ...{ dossierId, lotId, cle, code: 'BUDGET_PROJET', libelle: 'Budget', cleDepot: 'budget', rang: 1, taille: 1 },
        ...{ nomFichier: 'b.xlsx', typeMime: XLSX, sha256: randomUUID(), signalements: [], le: new Date() },
      }),
    )
    return cle
  }

  test('mails leave while it is read, before it is set aside with its reason', { timeout: 300_000 }, async () => {
    const cle = await deposer()
    const ouvrier = startWorkerProcess({
      DATABASE_URL: monde.url,
      DATA_DIR: monde.dir,
      SMTP_URL: smtp.url,
      ...(monde.redis && { REDIS_URL: monde.redis.url }),
    })
    ouvriers.push(ouvrier)
    const lue = async () => (await monde.db.pieceVersion.findFirstOrThrow({ where: { cle } })).budget
    const dire = (quoi: string) => () => `${quoi}\n${ouvrier.said().slice(-1_000)}`
    await until(dire('a reader is at work'), () => enfantsDe(ouvrier.pid ?? 0).length > 0, 60_000)

    for (let i = 0; i < MAILS; i += 1) await unCourriel(monde.db)
    await until(dire('they left'), () => smtp.mails.length === MAILS, 60_000)
    expect(await lue()).toBeNull()

    const gardee = await until(dire('it is set aside'), lue, 240_000)
    expect(gardee).toMatchObject({ lisible: false, motif: expect.stringContaining('arrêtée') })
  })
})
