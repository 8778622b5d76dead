import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DepsFichiers } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { diskStorage } from '#infra/storage'
import { ecrirePdf } from '#fichiers/pdf/pdf-ecrit'
import { apercuPiece, imagePiece, motsPiece } from '#queries/piece/apercu-piece'
import { ownDb } from '#support/own-db'
import { NOW, unDossier } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const deps = (): DepsFichiers => ({ db: own.db, now: () => NOW, storage: diskStorage(own.dataDir) })

/** The RIB of a new dossier, whose file is these bytes. */
async function unePiece(contenu: Buffer, typeMime: string) {
  const { id: dossierId } = await unDossier(own.db)
  const { id: versionId, cle } = await own.db.pieceVersion.findFirstOrThrow({
    where: { piece: { dossierId, code: 'RIB' } },
  })
  await deps().storage.put(cle, contenu)
  await own.db.pieceVersion.update({ where: { id: versionId }, data: { typeMime, sha256: randomUUID() } })
  return { dossierId, versionId }
}

const lettre = () =>
  ecrirePdf({
    titre: 'Relevé d’identité',
    sousTitre: 'Banque de l’Artois',
    pied: 'RIB',
    parties: Array.from({ length: 40 }, (_, i) => ({
      titre: `Compte ${i}`,
      blocs: [{ nature: 'TEXTE' as const, texte: `IBAN FR76 ${i}` }],
    })),
  })

test('a PDF is looked at page by page, and its words are where they are drawn', async () => {
  const visee = await unePiece(await lettre(), 'application/pdf')
  const apercu = await apercuPiece(deps(), visee)
  if (apercu.nature !== 'PAGES') throw new Error(apercu.nature)
  expect(apercu.pages).toBeGreaterThan(1)
  const image = await imagePiece(deps(), { ...visee, page: 2, largeur: 400 })
  expect(image.ok && image.value.subarray(1, 4).toString()).toBe('PNG')
  const mots = await motsPiece(deps(), visee)
  expect(mots).toHaveLength(apercu.pages)
  const titre = mots[0]?.find(({ texte }) => texte.includes('Relevé'))
  if (!titre) throw new Error('no title')
  // At the left margin of an A4, 50 points from its top.
  expect(titre.x).toBeCloseTo(50 / 595, 2)
  expect(titre.y).toBeGreaterThan(0.05)
  expect(titre.y + titre.hauteur).toBeLessThan(0.1)
  expect(titre.largeur).toBeGreaterThan(0.1)
  for (const { x, y, largeur, hauteur } of mots.flat()) {
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + largeur).toBeLessThanOrEqual(1)
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y + hauteur).toBeLessThanOrEqual(1)
  }
})

test('a workbook is shown as the pages LibreOffice makes of it, made once', async () => {
  const budget = readFileSync(new URL('../../fixtures/budgets/libre.ods', import.meta.url))
  const visee = await unePiece(budget, 'application/vnd.oasis.opendocument.spreadsheet')
  expect(await apercuPiece(deps(), visee)).toMatchObject({ nature: 'PAGES' })
  expect((await motsPiece(deps(), visee)).flat().length).toBeGreaterThan(10)
  const image = await imagePiece(deps(), { ...visee, page: 1, largeur: 400 })
  expect(image.ok && image.value.subarray(1, 4).toString()).toBe('PNG')
  const { cle } = await own.db.pieceVersion.findUniqueOrThrow({ where: { id: visee.versionId } })
  await deps().storage.put(cle, Buffer.from('autre chose'))
  expect(await apercuPiece(deps(), visee)).toMatchObject({ nature: 'PAGES' })
}, 90_000)

test('an infected file, or one of another dossier, shows nothing', async () => {
  const visee = await unePiece(await lettre(), 'application/pdf')
  const autre = await unDossier(own.db)
  await expect(apercuPiece(deps(), { ...visee, dossierId: autre.id })).rejects.toBeInstanceOf(NotFound)
  await expect(motsPiece(deps(), { ...visee, dossierId: autre.id })).rejects.toBeInstanceOf(NotFound)
  await own.db.pieceVersion.update({ where: { id: visee.versionId }, data: { analyse: 'INFECTE' } })
  expect(await apercuPiece(deps(), visee)).toMatchObject({ nature: 'AUCUN' })
  expect(await motsPiece(deps(), visee)).toEqual([])
  await expect(imagePiece(deps(), { ...visee, page: 1, largeur: 400 })).rejects.toBeInstanceOf(NotFound)
})
