import { expect } from '@playwright/test'
import { test } from './essai'
import { arriver, photo, sansDefaut } from './poste'

test('a colleague is invited by a link shown once, and their account closed in three presses, then opened again', async ({
  page,
  browser,
}) => {
  await arriver(page, 'admin')
  await page.getByRole('banner').locator('summary').last().click()
  await page.getByRole('link', { name: 'Comptes', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Comptes')
  await page.getByText('Inviter quelqu’un').click()
  const form = page.getByRole('form', { name: 'Inviter quelqu’un' })
  await form.getByLabel('Prénom').fill('Ines')
  await form.getByLabel('Nom', { exact: true }).fill('Vasseur')
  await form.getByLabel('Adresse mail').fill('pas une adresse')
  await form.getByRole('button', { name: 'Créer le compte' }).click()
  await expect(form).toContainText('Cette adresse de courriel n’en est pas une.')
  await photo(page, 'comptes-refus-1440')
  await form.getByLabel('Adresse mail').clear()
  // At the rhythm of a hand: two presses of one button closer than that are one.
  await form.getByLabel('Adresse mail').pressSequentially('ines.vasseur@exemple.test', { delay: 60 })
  await form.getByRole('button', { name: 'Créer le compte' }).click()
  const lien = await page.getByLabel('Lien à donner').inputValue()
  expect(lien).toMatch(/\/activation\/[\w-]{43}$/)
  await expect(form.getByLabel('Adresse mail')).toHaveValue('')
  await sansDefaut(page)
  await photo(page, 'comptes-lien-1440')

  const ailleurs = await browser.newContext()
  const elle = await ailleurs.newPage()
  await elle.goto(new URL(lien).pathname)
  for (const nom of ['Mot de passe', 'Le même, une seconde fois'])
    await elle.getByLabel(nom, { exact: true }).fill('quatre chevaux bleus dorment')
  await elle.getByRole('button', { name: 'Ouvrir mon compte' }).click()
  await expect(elle.getByRole('heading', { level: 1 })).toHaveText('Bonjour Ines')

  await page.getByRole('link', { name: 'Ines Vasseur' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ines Vasseur')
  await sansDefaut(page)
  await photo(page, 'compte-1440')
  await page.setViewportSize({ width: 390, height: 844 })
  await photo(page, 'compte-390')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: 'Fermer le compte' }).click()
  await expect(page.getByText('Compte fermé\u00a0: ses sessions sont terminées.')).toBeVisible()
  await elle.goto('/dossiers')
  await expect(elle).toHaveURL(/connexion/)
  await page.getByRole('button', { name: 'Rouvrir le compte' }).click()
  await expect(page.getByRole('button', { name: 'Fermer le compte' })).toBeVisible()
  await ailleurs.close()
})
