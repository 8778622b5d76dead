import path from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import { CHAMPS_DOSSIER } from '#domain/dossier/ligne-bannette'
import { EXPORT_DIRECT_MAX } from '#domain/rapport/export'
import { diskStorage } from '#infra/storage'
import { fichierRapport } from '#queries/rapport/mes-rapports'
import type { DemandeExport } from '#queries/rapport/export-dossiers'
import { demanderExport, exporterDossiers } from '#usecases/rapport/exporter-dossiers'
import { produireRapport } from '#usecases/rapport/produire-rapport'
import { ownDb } from '#support/own-db'
import { jour, NOW, unAgent, uneCampagne, unDossier } from '../dossier/faits'
import { desDossiers } from './dossiers'

describe('what is on the screen, as a file', () => {
  let world: Awaited<ReturnType<typeof ownDb>>
  let moi: Agent
  const deps = () => ({
    db: world.db,
    now: () => NOW,
    storage: diskStorage(path.join(world.dataDir, 'fichiers')),
    tmp: path.join(world.dataDir, 'tmp'),
  })
  beforeAll(async () => {
    world = await ownDb()
    moi = await unAgent(world.db)
    const campagneId = (await uneCampagne(world.db)).id
    const un = async (objet: string, data: object) => {
      const { id } = await unDossier(world.db, { campagneId })
      await world.db.dossier.update({ where: { id }, data: { objet, agent: { connect: { id: moi.id } }, ...data } })
    }
    await un('=HYPERLINK("http://exemple.test")', {
      rejetImpliciteLe: jour('2025-06-02'),
      montantDemandeCents: 1_234_567n,
    })
    await un('À Étaples ; « deux » mots', {
      rejetImpliciteLe: jour('2025-06-01'),
      structure: { update: { nom: '@SOMME' } },
    })
    await un('Refusé', { etat: 'REFUSE', rejetImpliciteLe: null })
  })
  afterAll(() => world.drop())

  const demande = (voulu: Partial<DemandeExport> = {}): DemandeExport => ({
    recherche: 'vue=miens',
    champs: [...CHAMPS_DOSSIER],
    format: 'csv',
    ...voulu,
  })
  const direct = async (voulu: Partial<DemandeExport> = {}) => {
    const answer = await exporterDossiers(deps(), moi, demande(voulu))
    if (!answer.ok) throw new Error(answer.reason)
    return answer.value
  }

  test('a text opens in a French spreadsheet: its mark, semicolons, what is mine in my order, and no formula', async () => {
    const { nom, contenu } = await direct({ champs: ['objet', 'montant', 'rejet'] })
    expect(nom).toBe('dossiers-2025-05-13.csv')
    expect([...contenu.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(contenu.toString('utf8').slice(1).split('\r\n')).toEqual([
      'Objet;Structure;Commune;Étiquettes;Demandé;Proposé;Accordé;Rejet implicite le',
      '"À Étaples ; « deux » mots";\'@SOMME;;;4500,00;;;01/06/2025',
      `"'=HYPERLINK(""http://exemple.test"")";Amis de l’Europe;;;12345,67;;;02/06/2025`,
      '',
    ])
  })

  test('a workbook holds the columns that are shown, typed, and a text stays a text', async () => {
    const { nom, contenu } = await direct({
      format: 'xlsx',
      champs: ['numero', 'objet', 'montant'],
      recherche: 'vue=tous&sort=montant&dir=desc',
    })
    expect(nom).toBe('dossiers-2025-05-13.xlsx')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(contenu as unknown as ArrayBuffer)
    const page = book.getWorksheet('Dossiers')
    expect(page?.getRow(1).values).toEqual([
      undefined,
      'N°',
      'Campagne',
      'Objet',
      'Structure',
      'Commune',
      'Étiquettes',
      'Demandé',
      'Proposé',
      'Accordé',
    ])
    expect(page?.getCell('C2').value).toBe(`'=HYPERLINK("http://exemple.test")`)
    expect(page?.getCell('G2').value).toBe(12_345.67)
    expect(page?.rowCount).toBe(5)
  })

  test('a long list is refused at once, asked for, built aside whole and found again', async () => {
    const longue = await uneCampagne(world.db)
    await desDossiers(world.db, longue.id, EXPORT_DIRECT_MAX + 1)
    const voulue = demande({ recherche: `campagne=${longue.code}&sort=numero&dir=desc`, champs: ['numero', 'agent'] })
    expect(await exporterDossiers(deps(), moi, voulue)).toEqual({ ok: false, reason: 'TROP_DE_LIGNES' })
    await expect(demanderExport(deps(), await unAgent(world.db, 'LECTEUR'), voulue)).rejects.toThrow(Forbidden)

    const { id } = await demanderExport(deps(), moi, voulue)
    expect(await world.db.outboxJob.count({ where: { payload: { path: ['rapportId'], equals: id } } })).toBe(1)
    expect(await world.db.entreeJournal.count({ where: { objetId: id, acte: 'demanderRapport' } })).toBe(1)
    await produireRapport(deps(), id)
    expect(await world.db.rapport.findUniqueOrThrow({ where: { id } })).toMatchObject({
      etat: 'PRET',
      type: 'dossiers',
      lignes: EXPORT_DIRECT_MAX + 1,
    })
    const { cle, nomFichier } = await fichierRapport(world.db, moi, id)
    expect([cle, nomFichier]).toEqual([`rapports/${id}.csv`, 'dossiers-2025-05-13.csv'])
    const lignes = (await deps().storage.readAll(cle)).toString('utf8').trimEnd().split('\r\n')
    expect(lignes).toHaveLength(EXPORT_DIRECT_MAX + 2)
    const numeros = lignes.slice(1).map((ligne) => ligne.split(';')[0] ?? '')
    expect(numeros).toEqual(numeros.toSorted().reverse())
    expect(new Set(numeros).size).toBe(numeros.length)
  }, 60_000)
})
