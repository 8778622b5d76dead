import { expect, type Page } from '@playwright/test'
import { PDFDocument, PDFName } from 'pdf-lib'
import { test } from '../essai'
import { MEI } from '../livraison/demonstration'
import { auRepos, montrer } from '../poste'
import { ouvrir, pagesDuDemandeur, pagesOuvertes } from './rgaa-pages'
import { ecouterLesPages, fautesDeGestes } from './rgaa-gestes'
import { fautesDeConsultation } from './rgaa-regles'
import { sansDefautNiScript } from './sans-script'

/** More than any answer of the extranet is waited for, in ms. */
const UNE_HEURE = 60 * 60_000

/** Pressed, and let go elsewhere: nothing was done. */
async function relever(page: Page, adresse: string) {
  const postes: string[] = []
  const noter = (request: { method: () => string; url: () => string }) => {
    if (request.method() === 'POST') postes.push(request.url())
  }
  page.on('request', noter)
  for (const cible of await page.locator('main button:visible, main a[href]:visible').all()) {
    await cible.scrollIntoViewIfNeeded()
    const boite = await cible.boundingBox()
    if (!boite) continue
    await page.mouse.move(boite.x + boite.width / 2, boite.y + boite.height / 2)
    await page.mouse.down()
    await page.mouse.move(2, 2)
    await page.mouse.up()
  }
  page.off('request', noter)
  expect([adresse, postes, new URL(page.url()).pathname]).toEqual([adresse, [], new URL(adresse, page.url()).pathname])
}

/** In a hand held either way: nothing asks that it be turned, nothing is cut. */
async function tourner(page: Page, adresse: string) {
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 844, height: 390 },
  ]) {
    await page.setViewportSize(viewport)
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    const deborde = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect([adresse, viewport.width, deborde > 0]).toEqual([adresse, viewport.width, false])
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}

async function consulter(page: Page, pages: readonly string[]) {
  const ouvertes: string[] = []
  page.context().on('page', (autre) => ouvertes.push(autre.url()))
  await ecouterLesPages(page)
  const fautes: string[] = []
  for (const [rang, adresse] of pages.entries()) {
    await ouvrir(page, adresse)
    await auRepos(page)
    await montrer(page, `rgaa-${rang}`)
    const siennes = [...(await fautesDeConsultation(page)), ...(await fautesDeGestes(page))]
    fautes.push(...siennes.map((une) => `${adresse.replace(/[\da-f-]{36}/, '…')} – ${une}`))
    await relever(page, adresse)
    await tourner(page, adresse)
  }
  expect(fautes).toEqual([])
  expect(ouvertes).toEqual([])
}

test('RGAA 13, what anybody may open: no page moves, turns, opens or acts by itself', async ({ page }) => {
  test.setTimeout(240_000)
  await consulter(page, pagesOuvertes())
})

test('RGAA 13, what a demandeur opens: no page moves, turns, opens or acts by itself', async ({ page }) => {
  test.setTimeout(300_000)
  await consulter(page, await pagesDuDemandeur(page))
})

test('where no script comes, no page of the extranet has a fault that axe finds, in a hand', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000)
  const chez = { locale: 'fr-FR', viewport: { width: 390, height: 844 }, ...(baseURL && { baseURL }) }
  const sansScript = await browser.newContext({ ...chez, javaScriptEnabled: false })
  const [nue, temoin] = [await sansScript.newPage(), await browser.newPage(chez)]
  const regarder = async (adresses: readonly string[]) => {
    for (const adresse of adresses) {
      await ouvrir(nue, adresse)
      await sansDefautNiScript(nue, temoin)
    }
  }
  await regarder(pagesOuvertes())
  const fermees = await pagesDuDemandeur(page)
  await sansScript.addCookies(await page.context().cookies())
  await regarder(fermees)
})

test('RGAA 13.1: an hour passes on a page and it is where it was, with its words', async ({ page }) => {
  const pages = await pagesDuDemandeur(page)
  await page.clock.install()
  for (const [adresse, nom] of [
    [pages.find((une) => une.endsWith('/structure')) ?? '', 'lieuDit'],
    [pages.find((une) => une.endsWith('/retrait')) ?? '', 'motif'],
  ] as const) {
    await ouvrir(page, adresse)
    await page.locator(`main [name=${nom}]`).fill('Le Bois')
    await page.clock.fastForward(UNE_HEURE)
    await page.clock.runFor(2_000)
    await expect(page.locator(`main [name=${nom}]`)).toHaveValue('Le Bois')
    expect(new URL(page.url()).pathname).toBe(adresse)
  }
})

/** Ours, as somebody takes it: what a form or a paper says, and how it was made for those who do not see it. */
async function papier(page: Page, adresse: string) {
  const recu = await page.request.get(adresse)
  expect([adresse, recu.headers()['content-type']]).toEqual([adresse, 'application/pdf'])
  const document = await PDFDocument.load(await recu.body())
  const a = (nom: string) => document.catalog.has(PDFName.of(nom))
  return { document, balise: a('MarkInfo') && a('StructTreeRoot') && a('Lang') }
}

test('RGAA 13.3 and 13.4: each paper of ours is made to be read aloud, or the same is asked on a page that says as much', async ({
  page,
}) => {
  await ouvrir(page, `/extranet/campagnes/${MEI}`)
  const lien = page.getByRole('link', { name: /PDF/ }).first()
  const { document } = await papier(page, (await lien.getAttribute('href')) ?? '')
  const poses = document
    .getForm()
    .getFields()
    .map((champ) => champ.getName())
  await page.getByRole('link', { name: 'Remplir la fiche en ligne' }).click()
  const form = page.getByRole('form', { name: 'Fiche pré-projet' })
  for (const question of poses) await expect(form.getByLabel(question, { exact: false }).first()).toBeVisible()
  expect(poses.length).toBeGreaterThan(5)

  const pages = await pagesDuDemandeur(page)
  for (const suivi of pages.filter((une) => /\/dossiers\/[\da-f-]{36}$/.test(une))) {
    await ouvrir(page, suivi)
    for (const un of await page.locator('main a[href$="/lettre"], main a[href$="/recapitulatif"]').all()) {
      const adresse = (await un.getAttribute('href')) ?? ''
      expect([adresse, (await papier(page, adresse)).balise]).toEqual([adresse, true])
    }
  }
})
