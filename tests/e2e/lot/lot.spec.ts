import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { auRepos, photo, plaintes, sansDefaut, seConnecter } from '../poste'

const DOSSIERS = 10

/** Counts every press of a hand on the pages of this tab. */
async function compterLesClics(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const noter = (event: Event) => {
      if (event.isTrusted) sessionStorage.setItem('clics', String(Number(sessionStorage.getItem('clics') ?? 0) + 1))
    }
    addEventListener('pointerdown', noter, true)
  })
  return () => page.evaluate(() => Number(sessionStorage.getItem('clics') ?? 0))
}

const barre = (page: Page) => page.getByRole('region', { name: 'Dossiers sélectionnés' })

/** The numbers of the bannette as it stands. */
const numeros = (page: Page) => page.getByRole('link', { name: /^\d{4}-\d{5}$/ }).allInnerTexts()

/** Something an officer found in each of these dossiers, which is still to be asked. */
async function retenir(page: Page, lus: readonly string[]) {
  for (const numero of lus) {
    const form = { intent: 'retenir', cle: 'formulaire/dateFin', constat: 'date de fin absente', aFaire: 'indiquez-la' }
    expect((await page.request.post(`/dossiers/${numero}/complements`, { form })).ok()).toBe(true)
  }
}

test('a lot that changes all its dossiers is sent from the bannette, and is found again among mine', async ({
  page,
}) => {
  const dites = plaintes(page)
  await seConnecter(page, 'agent')
  await page.goto('/dossiers?vue=nouveaux')
  await auRepos(page)
  for (const rang of [1, 2]) await page.getByRole('row').nth(rang).getByRole('checkbox').click()
  await barre(page).getByRole('button', { name: 'Autres actes' }).click()
  await page.getByRole('menuitem', { name: 'Me les affecter' }).click()
  const oui = barre(page).getByRole('button', { name: 'Affecter : 2 dossiers' })
  await expect(oui).toBeFocused()
  await expect(barre(page)).toContainText('Aucun courriel ne partira.')
  await sansDefaut(page)
  await photo(page, 'lot-confirmer')
  await oui.click()
  await expect(page.getByText(/^Terminé\s: 2\sdossiers affectés\.$/)).toBeVisible()
  await page.goto('/dossiers/lots')
  await expect(page.getByRole('listitem').filter({ hasText: /Affecter, 2\sdossiers/ })).toContainText('Terminé')
  await sansDefaut(page)
  await photo(page, 'lots')
  expect(dites).toEqual([])
})

test('ten dossiers are advanced by lot in six clicks at most, after a preview that says what changes and what does not', async ({
  page,
}) => {
  const dites = plaintes(page)
  const clics = await compterLesClics(page)
  await seConnecter(page, 'agent')
  await page.goto('/dossiers?vue=a-controler')
  await retenir(page, await numeros(page))
  await auRepos(page)
  const avant = await clics()

  await page.getByRole('checkbox', { name: 'Sélectionner toutes les lignes' }).click()
  await expect(barre(page)).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'lot-selection')
  await barre(page).getByRole('button', { name: 'Demander des compléments' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Demander des compléments' })).toBeVisible()
  await expect(page.getByText(/dossiers changent.*courriels partiront/)).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'lot-apercu')
  await page.getByRole('button', { name: /^Demander des compléments : \d+ dossiers$/ }).click()
  const fini = page.getByText(/^Terminé\s: \d+\sdemandes de compléments écrites/)
  await expect(fini).toBeVisible()
  expect((await clics()) - avant).toBeLessThanOrEqual(6)
  await sansDefaut(page)
  await photo(page, 'lot-resultat')
  expect(Number(/\d+/.exec(await fini.innerText())?.[0])).toBeGreaterThanOrEqual(DOSSIERS)
  await page.getByRole('region', { name: 'Faits' }).getByRole('link').first().click()
  await expect(page.getByText('Incomplet', { exact: true }).first()).toBeVisible()
  expect(dites).toEqual([])
})

test('a message is written to several demandeurs, each in its words, and waits in Courriels', async ({ page }) => {
  const dites = plaintes(page)
  await seConnecter(page, 'agent')
  await page.goto('/dossiers?vue=complets')
  await auRepos(page)
  await page.getByRole('checkbox', { name: 'Sélectionner toutes les lignes' }).click()
  await barre(page).getByRole('button', { name: 'Autres actes' }).click()
  await page.getByRole('menuitem', { name: 'Écrire un message' }).click()
  await page.getByLabel(/^Votre message/).fill('La commission examine le dossier {numero} le mois prochain.')
  await sansDefaut(page)
  await photo(page, 'lot-message')
  await page.getByRole('button', { name: 'Voir ce qui changera' }).click()
  await expect(page.getByText(/courriels? partir/).first()).toBeVisible()
  const mail = page.frameLocator('iframe').locator('body')
  await expect(mail).toContainText(/La commission examine le dossier \d{4}-\d{5} le mois prochain\./)
  await sansDefaut(page)
  await photo(page, 'lot-message-apercu')
  await page.getByRole('button', { name: /^Écrire un message : / }).click()
  await expect(page.getByText(/^Terminé\s: /)).toBeVisible()
  await page.goto('/courriels?vue=A_ENVOYER')
  await expect(page.getByText(/part le/).first()).toBeVisible()
  expect(dites).toEqual([])
})

test('on a telephone the same lot is read without a sideways scroll', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await seConnecter(page, 'agent')
  await page.goto('/dossiers/lots')
  await sansDefaut(page)
  await page
    .getByRole('link', { name: /^Demander des compléments/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Demander des compléments' })).toBeVisible()
  await expect(page.getByText(/^Terminé\s: /)).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'lot-resultat-telephone')
})

test('the pièces of the dossiers chosen come in one archive', async ({ page }) => {
  await seConnecter(page, 'lecteur')
  await page.goto('/dossiers?vue=complets')
  await auRepos(page)
  await page.getByRole('row').nth(1).getByRole('checkbox').click()
  await barre(page).getByRole('button', { name: 'Télécharger les pièces' }).click()
  await page.getByRole('button', { name: /^Télécharger les pièces : 1 dossier$/ }).click()
  const archive = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Télécharger l’archive' }).click()
  expect((await archive).suggestedFilename()).toBe('pieces-des-dossiers.zip')
  await sansDefaut(page)
})
