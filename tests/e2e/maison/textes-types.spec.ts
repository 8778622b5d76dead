import { expect } from '@playwright/test'
import { test } from '../essai'
import { numeroDemo } from '../livraison/demonstration'
import { montrer, plaintes, seConnecter } from '../poste'

const NOM = 'Merci pour la visite'

test('ready words are added, go after what is typed in a message, are kept with it, and are retired', async ({
  page,
}) => {
  const dites = plaintes(page)
  await seConnecter(page, 'responsable')
  await page.goto('/administration/campagnes')
  await page.getByRole('link', { name: 'Textes tout prêts' }).click()
  const neuf = page.getByRole('form', { name: 'Ajouter un texte' })
  await neuf.getByLabel('Nom').fill(NOM)
  await neuf.getByLabel('Texte', { exact: true }).fill('Dossier {siret}')
  await neuf.getByRole('button', { name: 'Ajouter ce texte' }).click()
  await expect(neuf).toContainText('{siret} ne veut rien dire ici')
  await neuf.getByLabel('Texte', { exact: true }).fill('Merci de votre visite pour le dossier {numero}.')
  await neuf.getByRole('button', { name: 'Ajouter ce texte' }).click()
  await expect(page.getByText(`Le texte «\u00a0${NOM}\u00a0» est ajouté.`)).toBeVisible()
  await montrer(page, 'textes-types')

  const numero = numeroDemo(29)
  await page.goto(`/dossiers/${numero}/echanges`)
  await page.waitForLoadState('networkidle')
  const message = page.getByLabel(/^Votre message/)
  await message.fill('Bonjour.')
  await page.locator('main summary', { hasText: 'Textes tout prêts' }).click()
  const choix = page.getByRole('group', { name: 'Textes tout prêts' })
  await expect(choix.getByRole('button', { name: NOM })).toBeVisible()
  await montrer(page, 'textes-types-choix')
  await choix.getByRole('button', { name: NOM }).click()
  const ecrit = `Bonjour.\n\nMerci de votre visite pour le dossier ${numero}.`
  await expect(message).toHaveValue(ecrit)
  await expect(choix).toBeHidden()
  await page.reload()
  await expect(message).toHaveValue(ecrit)
  await message.fill('')

  await page.goto('/administration/textes')
  await page.locator('main summary', { hasText: NOM }).click()
  await page.getByRole('button', { name: `Retirer ce texte\u00a0: ${NOM}` }).click()
  await expect(page.getByText(`Le texte «\u00a0${NOM}\u00a0» est retiré.`)).toBeVisible()
  expect(dites).toEqual([])
})
