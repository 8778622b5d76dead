import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { unPdf } from '../../support/documents'
import { passage } from '../livraison/extraction'
import { auRepos, montrer, plaintes } from '../poste'
import { commencer, entrer } from './demandeur'

const { mot } = passage(0)

/** Begins a demande and writes its project; gives the address of its pièces. */
async function ecrireLeProjet(page: Page): Promise<string> {
  await entrer(page)
  await commencer(page)
  await page.goto(page.url().replace(/structure$/, 'projet'))
  await page.locator('[name=objet]').fill(`Fresque ${mot}`)
  await page.locator('[name=montantDemande]').fill('10000')
  await page.locator('[name=pays]').fill('France')
  await page.getByRole('button', { name: 'Étape suivante' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Vos pièces' })).toBeVisible()
  return page.url()
}

const budgetDe = (page: Page) => page.getByRole('region', { name: 'Budget prévisionnel du projet' })

/** The budget as it was downloaded, with travel of this many euros. */
async function remplir(chemin: string, euros: number): Promise<Buffer> {
  const classeur = new ExcelJS.Workbook()
  await classeur.xlsx.load(readFileSync(chemin) as unknown as ArrayBuffer)
  const page = classeur.getWorksheet('Budget')
  page?.eachRow((rangee) => {
    if (rangee.getCell(1).value === '625') rangee.getCell(3).value = euros
    rangee.eachCell((cellule) => {
      if (cellule.formula) cellule.value = { formula: cellule.formula, date1904: false }
    })
  })
  return Buffer.from(await classeur.xlsx.writeBuffer())
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

test('a budget is downloaded with what the form says, given, read at once, and what is wrong in it is said; the whole is verified', async ({
  page,
}) => {
  const dites = plaintes(page)
  const pieces = await ecrireLeProjet(page)
  const piece = budgetDe(page)
  const descente = page.waitForEvent('download')
  await piece.getByRole('link', { name: /^Télécharger 62MEI Budget/ }).click()
  const chemin = await (await descente).path()
  await piece
    .locator('input[type=file]:not([capture])')
    .setInputFiles({ name: 'Budget.xlsx', mimeType: XLSX, buffer: await remplir(chemin, 25_000) })
  await expect(piece.getByRole('list', { name: 'Ce que le budget montre' })).toContainText('diffèrent de')
  await expect(piece.getByRole('list', { name: 'Ce que le budget montre' })).toContainText('cellule Budget!')
  await montrer(page, 'extranet-demande-budget-lu')
  await page.reload()
  await expect(piece.getByText(/est lu/)).toBeVisible()

  await piece
    .locator('input[type=file]:not([capture])')
    .setInputFiles({ name: 'Budget.xlsx', mimeType: XLSX, buffer: await remplir(chemin, 10_000) })
  await expect(piece.getByRole('list', { name: 'Ce que le budget montre' })).not.toContainText('diffèrent de')
  await piece.locator('input[type=file]:not([capture])').setInputFiles({
    name: 'Budget.pdf',
    mimeType: 'application/pdf',
    buffer: await unPdf([{ texte: 'Budget', x: 72, y: 700 }]),
  })
  await expect(piece.getByText('n’a pas pu être lu')).toBeVisible()
  await montrer(page, 'extranet-demande-budget-illisible')

  const vue = piece.getByRole('link', { name: 'Voir Budget.pdf' })
  const adresse = (await vue.getAttribute('href')) ?? ''
  const montree = await page.request.get(adresse)
  expect(montree.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringMatching(/^inline/),
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'x-content-type-options': 'nosniff',
  })
  const gardee = await page.request.get(`${adresse}?telecharger`)
  expect(gardee.headers()['content-disposition']).toMatch(/^attachment/)

  await page.getByRole('link', { name: 'Vérifier ma demande' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Vérifier ma demande' })).toBeVisible()
  await montrer(page, 'extranet-demande-verification')
  const reglement = page.getByRole('region', { name: 'Ce que le règlement fait remarquer' })
  await expect(reglement).toContainText('Une personne qui instruit verra que le pays écrit')
  await expect(page.getByRole('region', { name: 'Ce que le budget montre' })).toContainText('n’a pas pu être lu')
  await reglement.getByRole('listitem').filter({ hasText: 'pays' }).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Votre projet' })).toBeVisible()
  await expect(page).toHaveURL(/#pays$/)
  await auRepos(page)
  await page.goto(pieces.replace(/pieces$/, 'supprimer'))
  await page.getByRole('button', { name: 'Supprimer définitivement' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Vos demandes de subvention' })).toBeVisible()
  expect((await page.request.get(adresse)).status()).toBe(404)
  expect(dites).toEqual([])
})

/** A small picture, as a telephone names it. */
async function uneImage(page: Page, type: 'image/png' | 'image/jpeg') {
  const adresse = await page.evaluate((voulu) => {
    const toile = document.createElement('canvas')
    toile.width = 60
    toile.height = 40
    return toile.toDataURL(voulu)
  }, type)
  return Buffer.from(adresse.slice(adresse.indexOf(',') + 1), 'base64')
}

test('photos chosen together are given as one PDF; a photo that few read is told how to be taken', async ({ page }) => {
  await ecrireLeProjet(page)
  const piece = page.getByRole('region', { name: 'RIB' })
  const champ = piece.locator('input[type=file]:not([capture])')
  await champ.setInputFiles({ name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: Buffer.from('ftypheic') })
  await expect(piece.getByRole('alert')).toContainText('Le plus compatible')
  const [png, jpeg] = [await uneImage(page, 'image/png'), await uneImage(page, 'image/jpeg')]
  await champ.setInputFiles([
    { name: 'IMG_1.png', mimeType: 'image/png', buffer: png },
    { name: 'Note.pdf', mimeType: 'application/pdf', buffer: jpeg },
  ])
  await expect(piece.getByRole('alert')).toContainText('un seul document à la fois')
  await montrer(page, 'extranet-demande-photos-refus')
  await champ.setInputFiles([
    { name: 'IMG_2.png', mimeType: 'image/png', buffer: png },
    { name: 'IMG_3.jpg', mimeType: 'image/jpeg', buffer: jpeg },
  ])
  await expect(piece.getByRole('listitem')).toHaveCount(1)
  await expect(piece.getByRole('listitem')).toContainText('IMG_2.pdf')
  await expect(piece.getByRole('alert')).toBeHidden()
  const adresse = (await piece.getByRole('link', { name: 'Voir IMG_2.pdf' }).getAttribute('href')) ?? ''
  const { PDFDocument } = await import('pdf-lib')
  const pdf = await PDFDocument.load(await (await page.request.get(adresse)).body())
  expect(pdf.getPageCount()).toBe(2)
})

test('where no script comes, the budget is downloaded, given, and what it says is there once the page is read again', async ({
  browser,
  baseURL,
}) => {
  const contexte = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR', ...(baseURL && { baseURL }) })
  const page = await contexte.newPage()
  const pieces = await ecrireLeProjet(page)
  const piece = budgetDe(page)
  const descente = page.waitForEvent('download')
  await piece.getByRole('link', { name: /^Télécharger 62MEI Budget/ }).click()
  const chemin = await (await descente).path()
  await piece
    .locator('input[type=file]:not([capture])')
    .setInputFiles({ name: 'Budget.xlsx', mimeType: XLSX, buffer: await remplir(chemin, 25_000) })
  await piece.getByRole('button', { name: 'Envoyer' }).click()
  await expect(async () => {
    await page.goto(pieces)
    // Without a script, what is read of it meanwhile shows on another reading of the page alone.
    await expect(piece.getByRole('list', { name: 'Ce que le budget montre' })).toContainText('diffèrent de', {
      timeout: 1_000,
    })
  }).toPass({ timeout: 30_000 })
  const rib = page.getByRole('region', { name: 'RIB' })
  await rib
    .locator('input[type=file]:not([capture])')
    .setInputFiles({ name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: Buffer.from('ftypheic') })
  await rib.getByRole('button', { name: 'Envoyer' }).click()
  await expect(rib.getByRole('alert')).toContainText('Le plus compatible')
  await page.getByRole('link', { name: 'Vérifier ma demande' }).click()
  await expect(page.getByRole('region', { name: 'Ce que le budget montre' })).toContainText('diffèrent de')
  await contexte.close()
})
