import { readFileSync } from 'node:fs'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { ecrireBudgetARemplir } from '#fichiers/classeur/budget-a-remplir'
import { diskStorage } from '#infra/storage'
import { classeurDeSeance } from '#queries/seance/classeur-seance'
import { construireRapport } from '#usecases/rapport/construire-rapport'
import { exporterDossiers } from '#usecases/rapport/exporter-dossiers'
import { fautesDeSchema } from '#support/classeur/schemas'
import { avecPartie, defautsDe, partiesDe, recalculer } from '#support/classeur/validite'
import { uneCampagne } from '../dossier/faits'
import { seancesDans } from '../seance/faits-seance'
import { unMonde } from '../workers/monde'
import { desDossiers, unBudgetDepose } from './dossiers'

const SYNTHESE = 'xl/worksheets/sheet1.xml'

type Contenu = Uint8Array<ArrayBuffer>

const monde = unMonde('postgres')
const NOMS = ['budget', 'commission', 'votes', 'export', 'vide', 'aRemplir'] as const
const classeurs = Object.fromEntries(NOMS.map((nom) => [nom, new Uint8Array()])) as Record<
  (typeof NOMS)[number],
  Contenu
>

/** What each workbook of the application holds; built once, looked at and broken by each test. */
beforeAll(async () => {
  const seances = await seancesDans(monde.db)
  const storage = diskStorage(path.join(monde.dir, 'fichiers'))
  const deps = { db: monde.db, storage, now: () => new Date('2025-09-15T08:00:00Z') }
  const [{ id: campagneId }, { code }] = [await uneCampagne(monde.db), await uneCampagne(monde.db)]
  await desDossiers(monde.db, campagneId, 40)
  await unBudgetDepose({ db: monde.db, storage, numero: '2025-00007' })
  const { seanceId, lignes } = await seances.uneListe(
    await seances.unPropose(campagneId),
    await seances.unPropose(campagneId),
  )
  await seances.voter(lignes[0])
  const lire = async (voulu: Parameters<typeof construireRapport>[1]): Promise<Contenu> => {
    await construireRapport(deps, voulu)
    return new Uint8Array(readFileSync(voulu.chemin))
  }
  const de = (nom: string) => ({ auteur: 'Camille Roux & fils', chemin: path.join(monde.dir, `${nom}.xlsx`) })
  classeurs.budget = await lire({ type: 'budget', ...de('budget') })
  classeurs.vide = await lire({ type: 'budget', campagneCode: code, ...de('vide') })
  classeurs.commission = await lire({ type: 'commission', seanceId, ...de('commission') })
  classeurs.votes = new Uint8Array((await classeurDeSeance(monde.db, seanceId)).contenu)
  const identite = { structure: 'Comité & fils', siret: '', titre: 'Herne', periode: '', exercice: 2027 }
  const montants: Readonly<Record<string, bigint>> = {
    '74dep': 450_000n,
    '74com': 12_345n,
    '602': 462_345n,
    '870': 100n,
  }
  classeurs.aRemplir = new Uint8Array(await ecrireBudgetARemplir(identite, (_, { code }) => montants[code] ?? null))
  const demande = {
    recherche: '',
    champs: ['numero', 'objet', 'montant', 'deposeLe'] as const,
    format: 'xlsx' as const,
  }
  const exporte = await exporterDossiers(deps, seances.agent, { ...demande, champs: [...demande.champs] })
  if (exporte.ok) classeurs.export = new Uint8Array(exporte.value.contenu)
}, 120_000)

/** The validator of Office starts once, and slowly: before what is timed. */
beforeAll(async () => {
  await defautsDe(classeurs.export)
}, 300_000)

test.each(NOMS)(
  'the workbook %s has no fault that Office knows',
  async (nom) => {
    expect(await defautsDe(classeurs[nom])).toEqual([])
  },
  60_000,
)

test('LibreOffice opens them all and finds the result kept beside each formula; one that is not its own is found', async () => {
  const faux = await avecPartie(classeurs.budget, SYNTHESE, (xml) =>
    xml.replace(/(<f>Demande_total<\/f><v>)[\d.]+/, '$11'),
  )
  const { faute, ...justes } = await recalculer({ ...classeurs, faute: faux })
  for (const nom of NOMS) expect(justes[nom], nom).toMatchObject({ formules: expect.any(Number), faux: [] })
  expect(justes.budget.formules).toBeGreaterThan(100)
  expect(justes.aRemplir.formules).toBeGreaterThan(20)
  expect(faute.faux).toEqual([expect.stringMatching(/^Synthèse!D\d+: 1, not/)])
}, 120_000)

describe('a fault that is sown is found', () => {
  const DESSIN = '<drawing r:id="rId1"/>'

  test.each([
    ['a drawing out of its place', SYNTHESE, (xml: string) => xml.replace(DESSIN, '').replace('<pageMargins', `${DESSIN}<pageMargins`), /pageMargins/],
    ['a chart that is not there', 'xl/drawings/_rels/dessin1.xml.rels', (xml: string) => xml.replace('graphique1-2', 'graphique1-9'), /graphique1-9.xml is not there/],
    ['a part whose kind is not said', '[Content_Types].xml', (xml: string) => xml.replace(/<Override PartName="\/xl\/charts\/graphique1-1[^>]*>/, ''), /has no kind/],
    ['a chart whose parts are out of order', 'xl/charts/graphique1-1.xml', (xml: string) => xml.replace(/(<c:varyColors val="0"\/>)(<c:ser>.*<\/c:ser>)/s, '$2$1'), /graphique1-1/],
  ])('%s', async (_, partie, changer, dit) => {
    expect((await defautsDe(await avecPartie(classeurs.budget, partie, changer))).join('\n')).toMatch(dit)
  }, 60_000) // prettier-ignore

  test.each([
    ['[Content_Types].xml', /<Override /, '<Overide '],
    ['_rels/.rels', / Id="[^"]*"/, ''],
    ['docProps/core.xml', /(<dc:title>.*?<\/dc:title>)/, '$1$1'],
    ['docProps/app.xml', /<Application>/, '<Nom>x</Nom><Application>'],
    ['xl/workbook.xml', /(<definedNames>.*<\/definedNames>)(.*)<\/workbook>/s, '$2$1</workbook>'],
    ['xl/styles.xml', /<fonts count="\d+"/, '<fonts count="beaucoup"'],
    ['xl/worksheets/sheet4.xml', /(<dataValidation [^>]*) sqref="[^"]*"/, '$1'],
    ['xl/worksheets/sheet2.xml', /type="decimal"/, 'type="euros"'],
    ['xl/drawings/dessin1.xml', /<xdr:clientData\/>/, ''],
    ['xl/charts/graphique1-2.xml', /<c:barDir val="[^"]*"\/>/, '<c:barDir val="travers"/>'],
  ])('by the schema of its part alone: %s', async (partie, de, par) => {
    const parties = await partiesDe(classeurs.budget)
    const juste = parties.get(partie) ?? ''
    const faux = juste.replace(de, par)
    expect(faux).not.toBe(juste)
    const fautes = await fautesDeSchema(new Map([[partie, faux]]))
    expect(fautes.length).toBeGreaterThan(0)
    for (const faute of fautes) expect(faute.startsWith(`${partie}: `), faute).toBe(true)
  }) // prettier-ignore

  const ecrire = async (remplir: (page: ExcelJS.Worksheet) => void): Promise<Contenu> => {
    const chemin = path.join(monde.dir, 'faute.xlsx')
    const classeur = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: chemin, useStyles: true })
    const page = classeur.addWorksheet('Faute')
    remplir(page)
    page.commit()
    await classeur.commit()
    return new Uint8Array(readFileSync(chemin))
  }

  test('a link and a conditional format on one sheet; a data bar', async () => {
    const lien = await ecrire((page) => {
      page.addRow([{ text: 'x', hyperlink: 'https://exemple.test' }, 1]).commit()
      page.addConditionalFormatting({ ref: 'B1', rules: [{ type: 'cellIs', operator: 'greaterThan', formulae: [0], priority: 1, style: { font: { bold: true } } }] }) // prettier-ignore
    })
    expect((await defautsDe(lien)).join()).toContain('conditionalFormatting')
    const barre = await ecrire((page) => {
      page.addRow([1]).commit()
      const cfvo = [{ type: 'min' as const }, { type: 'max' as const }]
      page.addConditionalFormatting({
        ref: 'A1',
        rules: [{ type: 'dataBar', cfvo, priority: 1, gradient: true }] as never,
      })
    })
    expect((await defautsDe(barre)).join()).toContain('x14:id')
  }, 60_000)
})

test('the Synthèse has three charts of its own cells, each told in words', async () => {
  const dessins: string[] = []
  await avecPartie(classeurs.budget, 'xl/drawings/dessin1.xml', (xml) => {
    dessins.push(...[...xml.matchAll(/descr="([^"]*)"/g)].map(([, dit = '']) => dit))
    return xml
  })
  expect(dessins).toHaveLength(3)
  expect(dessins[1]).toMatch(/^Demandé et voté, par genre de structure\. .*: demandé .*, voté /)
})
