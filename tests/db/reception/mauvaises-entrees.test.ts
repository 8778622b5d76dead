import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DepsFichiers } from '#infra/deps'
import type { BilanDemandes } from '#domain/portail/bilan'
import { completudeDossier } from '#queries/piece/completude-dossier'
import { archive, csv, deposer, fixture, importer, receptionDeps, listing } from '#support/reception'
import { ownDb } from '#support/own-db'
import { zipBrut } from '#support/zip-brut'
import { abandonnerLot, traiterLot } from '#usecases/lot/traiter-lot'

let own: Awaited<ReturnType<typeof ownDb>>
let deps: DepsFichiers
beforeAll(async () => {
  own = await ownDb()
  deps = receptionDeps(own.db, own.dataDir)
  await importer(deps, [listing(csv({}))])
})
afterAll(() => own.drop())

const NUMERO = '2025-00001'
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF')
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const chiffre = Buffer.concat([OLE, Buffer.alloc(2_000), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(500)])

test.each([
  ['a truncated workbook', async () => (await fixture('e-partenaire/demandes.xlsx')).subarray(0, 9_000), /abîmé/],
  ['an encrypted workbook', () => Promise.resolve(chiffre), /mot de passe/],
  ['an .xls under the name of an .xlsx', () => fixture('budgets/ancien-format.xls'), /ancien format/],
  ['an empty file', () => Promise.resolve(Buffer.alloc(0)), /vide/],
  [
    'a CSV of three columns',
    () => Promise.resolve(Buffer.from('Type;Objet;Montant demandé\nMEI;Un projet;10')),
    /colonne/,
  ],
  ['a picture', () => Promise.resolve(Buffer.from('89504e470d0a1a0a0000', 'hex')), /\.xlsx/],
])('%s ends its lot with a sentence, and changes nothing', async (_quoi, contenu, phrase) => {
  const avant = await own.db.dossier.findMany()
  const lotId = await deposer(deps, [listing(await contenu(), 'demandes.xlsx')])
  expect(await traiterLot(deps, lotId)).toMatchObject({ ok: false, detail: expect.stringMatching(phrase) })
  const lot = await own.db.lot.findUniqueOrThrow({ where: { id: lotId }, include: { lignes: true } })
  expect(lot).toMatchObject({ etat: 'ECHEC', erreur: expect.stringMatching(phrase), lignes: [] })
  expect(await own.db.dossier.findMany()).toEqual(avant)
})

const livrer = (zip: Buffer) => importer<BilanDemandes>(deps, [archive(zip)])

test('a file that leaves the archive, a link, a stranger and a file of 25 MiB are refused; the others are taken', async () => {
  const { pieces, nouvelles } = await livrer(
    zipBrut([
      { nom: `pieces/${NUMERO}/01 - RIB.pdf`, contenu: pdf },
      { nom: `pieces/${NUMERO}/../../../etc/cron.d/x`, contenu: pdf },
      { nom: '/etc/passwd', contenu: pdf },
      { nom: `pieces/${NUMERO}/02 - Lien.pdf`, contenu: Buffer.from('/etc/passwd'), mode: 0o120777 },
      { nom: 'pieces/2031-99999/01 - RIB.pdf', contenu: pdf },
      { nom: `pieces/${NUMERO}/03 - Statuts.pdf`, contenu: Buffer.alloc(25 * 1024 * 1024, 'x') },
    ]),
  )
  expect([pieces.recues, nouvelles]).toEqual([1, 1])
  expect(pieces.refusees.map(({ motif }) => motif)).toEqual([
    expect.stringContaining('sort de l’archive'),
    expect.stringContaining('sort de l’archive'),
    expect.stringContaining('lien'),
    expect.stringContaining('2031-99999'),
    expect.stringContaining('20\u00a0Mo'),
  ])
  const completude = await completudeDossier(own.db, NUMERO)
  expect(completude?.signalements).toContainEqual(
    expect.objectContaining({ piece: 'STATUTS', probleme: 'TROP_VOLUMINEUX' }),
  )
  expect(completude?.manquantes).toContain('STATUTS')
})

test('a file that inflates beyond what it declares is refused before it fills anything', async () => {
  const bombe = Buffer.alloc(30 * 1024 * 1024)
  const { pieces } = await livrer(
    zipBrut([{ nom: `pieces/${NUMERO}/04 - Delib.pdf`, contenu: bombe, tailleDeclaree: 1_000 }]),
  )
  expect(pieces).toMatchObject({ recues: 0, refusees: [{ motif: expect.any(String) }] })
})

test('an archive that is a bomb is refused whole, and the demandes delivered with it are taken', async () => {
  const bombe = zipBrut(
    Array.from({ length: 60 }, (_, i) => ({
      nom: `pieces/${NUMERO}/${i} - x.pdf`,
      contenu: Buffer.alloc(15 * 1024 * 1024),
    })),
  )
  const bilan = await importer<BilanDemandes>(deps, [listing(csv({})), archive(bombe)])
  expect(bilan).toMatchObject({ lignes: 1, inchanges: 1 })
  expect(bilan.pieces).toMatchObject({
    recues: 0,
    refusees: [{ fichier: 'pieces.zip', motif: expect.stringContaining('sécurité') }],
  })
}, 60_000)

test('an empty pièce is kept and told; two pièces of one label are two, and stay two', async () => {
  const zip = zipBrut([
    { nom: `pieces/${NUMERO}/05 - Lettre.pdf`, contenu: Buffer.alloc(0) },
    { nom: `pieces/${NUMERO}/06 - Assurance.pdf`, contenu: pdf },
    { nom: `pieces/${NUMERO}/07 - Assurance.pdf`, contenu: Buffer.concat([pdf, Buffer.from('2')]) },
  ])
  expect(await livrer(zip)).toMatchObject({ nouvelles: 3, pieces: { recues: 3 } })
  expect(await livrer(zip)).toMatchObject({ nouvelles: 0, pieces: { recues: 3 } })
  const completude = await completudeDossier(own.db, NUMERO)
  expect(completude?.signalements).toContainEqual(expect.objectContaining({ piece: 'LETTRE', probleme: 'VIDE' }))
  expect(completude?.aControler).toContain('LETTRE')
})

test('a file deposited again under its label is a new version, to be looked at again', async () => {
  const dossier = { dossier: { numero: NUMERO } }
  await own.db.piece.updateMany({ where: { code: 'RIB' }, data: { controle: 'CONFORME' } })
  await livrer(zipBrut([{ nom: `pieces/${NUMERO}/09 - RIB.pdf`, contenu: Buffer.concat([pdf, Buffer.from('neuf')]) }]))
  const rib = await own.db.piece.findFirstOrThrow({ where: { code: 'RIB', ...dossier }, include: { versions: true } })
  expect(rib).toMatchObject({ controle: 'A_CONTROLER', controleLe: null })
  expect(rib.versions.map(({ numero }) => numero).toSorted()).toEqual([1, 2])
})

test('a lot given up says why, and is not read again', async () => {
  const lotId = await deposer(deps, [listing(csv({}))])
  await abandonnerLot(own.db, lotId, 'La lecture a échoué.')
  expect(await traiterLot(deps, lotId)).toMatchObject({ ok: false, detail: 'La lecture a échoué.' })
})
