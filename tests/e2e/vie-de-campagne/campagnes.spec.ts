// Walked after the others, whose dossiers it would judge by other réglages and put under another campagne.
import { expect, type Page } from '@playwright/test'
import { motsDuPdf } from '../../support/documents'
import { test } from '../essai'
import { arriver, photo, plaintes, presser, sansDefaut, seConnecter, taper } from '../poste'
import { MEI } from '../livraison/demonstration'

/** Counts what a hand presses, over every page of the journey. */
async function compterLesClics(page: Page): Promise<() => number> {
  let clics = 0
  await page.exposeFunction('unClic', () => {
    clics += 1
  })
  await page.addInitScript(() => {
    document.addEventListener('click', (event) => event.isTrusted && Reflect.get(window, 'unClic')(), true)
  })
  return () => clics
}

test('the campagne of the next year is prepared from this one and opened, in ten presses at most', async ({ page }) => {
  const dites = plaintes(page)
  await arriver(page, 'responsable')
  const clics = await compterLesClics(page)
  await page.reload()
  await page.getByRole('navigation', { name: 'Navigation principale' }).getByRole('link', { name: 'Campagnes' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Campagnes')
  await sansDefaut(page)
  await photo(page, 'campagnes-1440')
  const suite = page.getByRole('link', { name: /^Préparer JUM-/ })
  const code = ((await suite.textContent()) ?? '').replace('Préparer ', '')
  await suite.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Préparer ${code}`)
  await expect(page.getByText(/L’an dernier.: \S+ \d+.* \d{4}\. Proposé.: \S+ \d+.* \d{4}\./).first()).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'campagne-nouvelle-1440')
  await page.getByRole('button', { name: `Créer ${code}` }).click()
  await expect(page.getByRole('region', { name: 'État de la campagne' })).toContainText('En préparation.')
  await page.getByText('Ouvrir la campagne…').click()
  await sansDefaut(page)
  await photo(page, 'campagne-a-ouvrir-1440')
  await page.getByRole('button', { name: 'Ouvrir la campagne', exact: true }).click()
  await expect(page.getByRole('region', { name: 'État de la campagne' })).toContainText('Ouverte.')
  expect(clics()).toBeLessThanOrEqual(10)
  await page.getByRole('link', { name: 'Historique' }).click()
  await expect(page.getByText('Campagne ouverte').first()).toBeVisible()
  await expect(page.getByText('Campagne préparée').first()).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'campagne-historique-1440')
  await page.setViewportSize({ width: 390, height: 844 })
  await sansDefaut(page)
  await photo(page, 'campagne-historique-390')
  expect(dites).toEqual([])
})

test('a réglage is changed by the keyboard: what it would do is read first, a refusal keeps what is typed', async ({
  page,
}) => {
  await seConnecter(page, 'responsable')
  await page.goto(`/administration/campagnes/${MEI}`)
  const champ = page.getByLabel('Jeunes participants au moins')
  await champ.focus()
  await page.keyboard.type('0')
  await page.getByLabel('Pays admis').focus()
  await page.keyboard.type('Allemagne')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Enregistrer les réglages' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Indiquez un nombre entier d’au moins 1, dans la limite permise.')).toBeVisible()
  await expect(champ).toBeFocused()
  await expect(page.getByLabel('Pays admis')).toHaveValue('Allemagne')
  await page.keyboard.press('Control+A')
  await taper(page, '40')
  await presser(page, ['Tab', 'Shift+Tab', 'Tab', 'Shift+Tab', 'Tab'])
  await page.getByRole('button', { name: 'Enregistrer les réglages' }).focus()
  await page.keyboard.press('Enter')
  const apercu = page.getByRole('region', { name: 'Ce qui changerait' })
  await expect(apercu).toBeFocused()
  await expect(apercu).toContainText('Jeunes participants au moins\u00a0: rien → 40')
  await expect(apercu).toContainText('Pays admis\u00a0: rien → Allemagne')
  await expect(apercu).toContainText(/recevabilité, sur \d+\u00a0dossiers? en cours/)
  await sansDefaut(page)
  await photo(page, 'campagne-apercu-1440')
  await page.setViewportSize({ width: 390, height: 844 })
  await sansDefaut(page)
  await apercu.scrollIntoViewIfNeeded()
  await photo(page, 'campagne-apercu-390')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: 'Enregistrer ces réglages' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Réglages enregistrés.')).toBeVisible()
  await page.reload()
  await expect(champ).toHaveValue('40')
  const lettre = await page.request.get(
    (await page.getByRole('link', { name: 'lettre de refus' }).getAttribute('href')) ?? '',
  )
  expect(await motsDuPdf(await lettre.body())).toContain('tribunal administratif de Lille')
  await page.getByLabel('Texte du règlement').scrollIntoViewIfNeeded()
  await photo(page, 'campagne-reglement-1440')
})

test('on a phone, what is imported and the campagnes are two presses away; the journal is searched and verified', async ({
  browser,
}) => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'fr-FR' })
  await arriver(page, 'responsable')
  const barre = page.getByRole('navigation', { name: 'Navigation principale' })
  await barre.getByText('Plus').click()
  await sansDefaut(page)
  await photo(page, 'navigation-plus-390')
  await expect(barre.getByRole('link', { name: 'Importer' })).toBeVisible()
  await barre.getByRole('link', { name: 'Campagnes' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Campagnes')
  await expect(barre.getByRole('link', { name: 'Importer' })).toBeHidden()
  await page.getByRole('link', { name: 'Journal', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Journal')
  await page.getByLabel('Acte').selectOption({ label: 'Dossier importé' })
  await page.getByRole('button', { name: 'Chercher', exact: true }).click()
  await expect(page).toHaveURL(/acte=importer/)
  await expect(page.getByRole('listitem').filter({ hasText: 'Dossier importé' }).first()).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'journal-390')
  await page.setViewportSize({ width: 1440, height: 900 })
  await sansDefaut(page)
  await photo(page, 'journal-1440')
  const fichier = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Exporter en CSV' }).click()
  expect((await fichier).suggestedFilename()).toMatch(/^journal-\d{4}-\d{2}-\d{2}\.csv$/)
  await page.getByRole('link', { name: 'Vérifier que rien n’a été touché' }).click()
  await expect(page.getByText(/Le journal est intact/)).toBeVisible()
  await sansDefaut(page)
  await page.close()
})
