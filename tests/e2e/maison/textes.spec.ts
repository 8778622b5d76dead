import { expect } from '@playwright/test'
import { test } from '../essai'
import { photo, plaintes, sansDefaut, seConnecter } from '../poste'
import { MEI } from '../livraison/demonstration'

test('the mails of a campagne are worded: refused by the word, read as it would leave, tried, saved, come back to', async ({
  page,
}) => {
  const dites = plaintes(page)
  await seConnecter(page, 'responsable')
  // A campagne of its own, which takes nothing yet.
  await page.goto('/administration/campagnes')
  const suite = page.getByRole('link', { name: /^Préparer MEI-/ })
  const code = ((await suite.textContent()) ?? '').replace('Préparer ', '')
  await suite.click()
  await page.getByRole('button', { name: `Créer ${code}` }).click()
  await expect(page.getByRole('region', { name: 'État de la campagne' })).toContainText('En préparation.')

  await page
    .getByRole('navigation', { name: 'Parties de la campagne' })
    .getByRole('link', { name: 'Courriels' })
    .click()
  await expect(page.getByText('texte d’origine').first()).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'textes-liste-1440')
  await page.getByRole('link', { name: 'Relance', exact: true }).click()
  await expect(page.getByText('La salutation')).toBeVisible()

  const fin = page.getByLabel('Avant la signature')
  await fin.fill('Appelez {prenom}, au besoin !')
  await page.getByRole('button', { name: 'Enregistrer le texte' }).click()
  await expect(page.getByText('{prenom} ne veut rien dire ici\u00a0: prenez un mot de la liste.')).toBeVisible()
  await expect(fin).toBeFocused()
  await sansDefaut(page)
  await fin.fill('Appelez le {telephone}, au besoin !')
  await page.getByRole('button', { name: 'Voir le courriel' }).click()
  const apercu = page.getByRole('region', { name: 'Avant la date limite' })
  await expect(apercu.frameLocator('iframe').getByText(/^Appelez le 0.*, au besoin\u00a0!$/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Une fois la date limite passée' })).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'textes-apercu-1440')

  await page.getByRole('button', { name: 'M’envoyer un essai' }).click()
  await expect(page.getByText('2\u00a0courriels d’essai partent à responsable@mcei.test.')).toBeVisible()
  await page.getByRole('button', { name: 'Enregistrer le texte' }).click()
  await expect(page.getByText('Texte enregistré.')).toBeVisible()
  await page.getByText(/^Version 1, /).click()
  await expect(page.getByText('Appelez le {telephone}, au besoin\u00a0!').last()).toBeVisible()
  await sansDefaut(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await sansDefaut(page)
  await photo(page, 'textes-version-390')
  await page.setViewportSize({ width: 1440, height: 900 })

  await page.getByRole('link', { name: 'Reprendre les textes d’origine' }).click()
  await expect(page.getByText('Les textes d’origine sont remis dans les champs')).toBeVisible()
  await expect(fin).toHaveValue('')
  await page.getByRole('button', { name: 'Enregistrer le texte' }).click()
  await expect(page.getByText(/^Version 2, /)).toBeVisible()
  await page.goto('/courriels')
  await expect(page.getByText(/\[Essai\] Votre demande/).first()).toBeVisible()
  expect(dites).toEqual([])
})

test('a text is read on a real dossier of the campagne before anything is saved', async ({ page }) => {
  await seConnecter(page, 'responsable')
  await page.goto(`/administration/campagnes/${MEI}/courriels/ar_depot`)
  const sur = page.getByLabel('Montrer sur')
  const numero = ((await sur.locator('option').first().textContent()) ?? '').split(',')[0] ?? ''
  expect(numero).toMatch(/^\d{4}-\d{5}$/)
  await page.getByLabel('Avant la signature').fill('Au sujet de {projet}.')
  await page.getByRole('button', { name: 'Voir le courriel' }).click()
  const courriel = page.getByRole('region', { name: 'Courriel d’exemple' })
  await expect(courriel.frameLocator('iframe').getByText(/^Au sujet de «/)).toBeVisible()
  await expect(courriel.getByText(`Accusé de réception de votre demande n°\u00a0${numero}`)).toBeVisible()
  await page.reload()
  await page.goto(`/administration/campagnes/${MEI}/courriels`)
  await expect(page.getByRole('listitem').filter({ hasText: 'Accusé de réception' })).toContainText('texte d’origine')
})
