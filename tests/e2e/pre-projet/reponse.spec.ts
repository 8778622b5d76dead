import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { passage } from '../livraison/extraction'
import { compterLesGestes, montrer, photo, plaintes, presser, sansDefaut, seConnecter, taper } from '../poste'
import { recevoirUneFichePdf } from './fiche-pdf'

const SUITE = `7${passage(0).suite}${String(Date.now()).slice(-5, -3)}`

const dialogue = (page: Page) => page.getByRole('dialog', { name: 'Rendre l’avis favorable' })
const questions = (page: Page) => page.locator('[data-question]')
const sansReponse = (page: Page) => page.locator('[data-question][data-sans-reponse]')
const partie = (page: Page) => page.getByRole('alert').filter({ hasText: /^Avis rendu\. Le courriel part à/ })

/** A fiche of its own, opened, with all that it reads by itself. */
async function ouvrir(page: Page, suite: string, voulue?: Parameters<typeof recevoirUneFichePdf>[2]) {
  await seConnecter(page, 'agent')
  await page.goto(await recevoirUneFichePdf(page, suite, voulue))
  await expect(questions(page).first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Pages de fiche.pdf' }).getByRole('img')).toBeVisible({
    timeout: 30_000,
  })
  await page.waitForLoadState('networkidle')
}

test('a favourable fiche is answered in six clicks, the document, the facts and the grid side by side', async ({
  page,
}) => {
  const dites = plaintes(page)
  await ouvrir(page, `${SUITE}1`)
  const [document, faits, grille] = await Promise.all(
    [
      page.getByRole('region', { name: 'Pages de fiche.pdf' }),
      page.locator('#champ-structure'),
      questions(page).first(),
    ].map((une) => une.boundingBox()),
  )
  expect(document && faits && document.x + document.width <= faits.x).toBe(true)
  expect(faits && grille && faits.x + faits.width <= grille.x).toBe(true)
  const tete = await page.getByRole('tablist', { name: 'Message et pièces jointes' }).boundingBox()
  const haut = await page.locator('main').boundingBox()
  expect(tete && haut && tete.y - haut.y).toBeLessThanOrEqual(200)
  expect(Math.max(...[document, faits, grille].map((une) => une?.y ?? 900))).toBeLessThan(450)
  await sansDefaut(page)
  await photo(page, 'fiche-instruite')

  // The receipt is one where the campagne sends it.
  const envoyees = page.getByRole('region', { name: 'Réponses envoyées' }).getByRole('link')
  const avant = await envoyees.count()
  const gestes = await compterLesGestes(page)
  await page.getByRole('button', { name: /^Reprendre les \d+ indices$/ }).click()
  await expect(page.getByRole('button', { name: /^Reprendre/ })).toHaveCount(0)
  for (let reste = await sansReponse(page).count(); reste > 0; reste -= 1) {
    await sansReponse(page).first().getByRole('radio', { name: 'Oui' }).click()
    await expect(sansReponse(page)).toHaveCount(reste - 1)
  }
  await page.getByRole('button', { name: 'Relire et envoyer…' }).click()
  await expect(
    dialogue(page)
      .frameLocator('iframe')
      .getByText(/favorable/)
      .first(),
  ).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'fiche-derniere-relecture')
  await dialogue(page).getByRole('button', { name: 'Rendre l’avis favorable et envoyer' }).click()
  await expect(partie(page)).toBeVisible()
  expect(gestes.clics).toBeLessThanOrEqual(6)
  await expect(envoyees).toHaveCount(avant + 1)
  await montrer(page, 'fiche-repondue')
  expect(dites).toEqual([])
})

test('that of an association whose contrat d’engagement is not joined takes no more: what was not read is answered by a person', async ({
  page,
}) => {
  const dites = plaintes(page)
  await ouvrir(page, `${SUITE}5`, { structure: 'association' })
  const gestes = await compterLesGestes(page)
  await page.getByRole('button', { name: /^Reprendre les \d+ indices$/ }).click()
  await expect(page.getByRole('button', { name: /^Reprendre/ })).toHaveCount(0)
  for (const question of [/contrat d’engagement républicain/, /intérêt du projet/, /budget et la subvention/]) {
    const posee = sansReponse(page).filter({ hasText: question })
    await posee.getByRole('radio', { name: 'Oui' }).click()
    await expect(posee).toHaveCount(0)
  }
  await expect(sansReponse(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Relire et envoyer…' }).click()
  await dialogue(page).getByRole('button', { name: 'Rendre l’avis favorable et envoyer' }).click()
  await expect(partie(page)).toBeVisible()
  expect(gestes.clics).toBeLessThanOrEqual(6)
  expect(dites).toEqual([])
})

test('the same by the keyboard alone, a missing town typed first, in twenty keys', async ({ page }) => {
  const dites = plaintes(page)
  await ouvrir(page, `${SUITE}2`, { ville: null })
  await expect(page.getByRole('textbox', { name: 'Ville' })).toBeFocused()
  const gestes = await compterLesGestes(page)
  await taper(page, 'Herne')
  await presser(page, ['Enter', 'i'])
  await expect(page.getByRole('button', { name: /^Reprendre/ })).toHaveCount(0)
  const reste = await sansReponse(page).count()
  await presser(page, Array<string>(reste).fill('o'))
  await expect(page.getByRole('button', { name: 'Relire et envoyer…' })).toBeFocused()
  await presser(page, ['Enter'])
  await expect(dialogue(page)).toBeVisible()
  await presser(page, ['Shift+Tab', 'Enter'])
  await expect(partie(page)).toBeVisible()
  expect(gestes.touches).toBeLessThanOrEqual(20)
  expect(gestes.clics).toBe(0)
  await expect(page.getByRole('textbox', { name: 'Ville' })).toHaveValue('Herne')
  expect(dites).toEqual([])
})

test('the words a field was read from are marked on the page they stand on, and the page comes by itself', async ({
  page,
}) => {
  await ouvrir(page, `${SUITE}3`)
  const pages = page.getByRole('region', { name: 'Pages de fiche.pdf' })
  const marque = pages.locator('rect')
  const jeunes = page.getByRole('textbox', { name: 'Nombre de jeunes' })
  await jeunes.focus()
  await expect(marque).toHaveCount(1)
  await expect(pages.getByRole('img')).toHaveAttribute('alt', 'fiche.pdf, page 1')
  const ici = await marque.boundingBox()
  const mot = await pages.locator('text', { hasText: 'Nombre de jeunes : 27' }).boundingBox()
  expect(ici && mot && ici.y < mot.y + mot.height && mot.y < ici.y + ici.height && ici.x > mot.x).toBe(true)
  await photo(page, 'fiche-mots-marques')

  await page.getByRole('textbox', { name: 'Subvention souhaitée' }).focus()
  await expect(pages.getByRole('img')).toHaveAttribute('alt', 'fiche.pdf, page 2')
  await expect(marque).toHaveCount(1)
  await page.emulateMedia({ colorScheme: 'dark' })
  await sansDefaut(page)
  await photo(page, 'fiche-sombre')
})

test('an answer of the grid and a field confirmed at once share one version: neither is refused to the officer', async ({
  page,
}) => {
  await ouvrir(page, `${SUITE}4`)
  const refus: number[] = []
  page.on('response', (response) => {
    if (response.status() >= 400) refus.push(response.status())
  })
  for (const [champ, mots] of [
    ['Thème', 'Art'],
    ['Téléphone', '03 21 00 00 01'],
    ['Contact', 'Sonia HEMERY, principale'],
  ] as const) {
    await sansReponse(page).last().getByRole('radio', { name: 'Oui' }).click()
    await page.getByRole('textbox', { name: champ }).fill(mots)
    await page.keyboard.press('Enter')
    await sansReponse(page).last().getByRole('radio', { name: 'Oui' }).click()
    await page.waitForLoadState('networkidle')
  }
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const donnees = await questions(page).count()
  await page.reload()
  await expect(questions(page)).toHaveCount(donnees)
  await expect(sansReponse(page)).toHaveCount(donnees - 6)
  await expect(page.getByRole('textbox', { name: 'Thème' })).toHaveValue('Art')
  expect(refus).toEqual([])
})
