import { expect } from '@playwright/test'
import { buffer } from 'node:stream/consumers'
import { fromBuffer } from 'yauzl-promise'
import { test } from '../essai'
import { importer, passage } from '../livraison/extraction'
import { photo, sansDefaut, seConnecter } from '../poste'

const { suite, numero } = passage(9)
const NUMERO = numero(1)

test('a dossier is taken away whole: its résumé opens, everything comes in one zip, and its page is printed without what is clicked', async ({
  page,
}) => {
  await seConnecter(page, 'responsable')
  await importer(page, [{ numero: NUMERO, objet: `Chorale de Lviv ${suite}`, budget: 'desequilibre' }])
  await page.goto(`/dossiers/${NUMERO}`)
  const resume = page.getByRole('link', { name: 'Résumé (PDF)' })
  const lu = await page.request.get((await resume.getAttribute('href')) ?? '')
  expect(lu.headers()['content-type']).toBe('application/pdf')
  expect(lu.headers()['content-disposition']).toContain(`inline; filename="resume-${NUMERO}.pdf"`)
  expect((await lu.body()).subarray(0, 5).toString()).toBe('%PDF-')

  const [recu] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tout télécharger' }).click(),
  ])
  expect(recu.suggestedFilename()).toBe(`dossier-${NUMERO}.zip`)
  const zip = await fromBuffer(await buffer(await recu.createReadStream()))
  const noms = (await zip.readEntries()).map(({ filename }) => filename)
  expect(noms[0]).toBe('Résumé du dossier.pdf')
  expect(noms.filter((nom) => nom.startsWith('Pièces/')).length).toBeGreaterThan(5)
  expect(noms.at(-1)).toBe('Journal.csv')
  expect(new Set(noms).size).toBe(noms.length)

  await sansDefaut(page)
  await photo(page, 'emporter-1440')
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('navigation', { includeHidden: true }).first()).toBeHidden()
  await expect(page.getByRole('button', { name: 'Actes', includeHidden: true })).toBeHidden()
  await photo(page, 'emporter-papier')
})
