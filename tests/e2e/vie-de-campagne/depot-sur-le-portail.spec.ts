import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { JUMELAGES } from '../livraison/demonstration'
import { entrer } from '../extranet/demandeur'
import { montrer, plaintes, sansDefaut, seConnecter } from '../poste'

const PORTAIL = 'https://portail.exemple.test/demandes'

async function enregistrer(page: Page) {
  await page.getByRole('button', { name: 'Enregistrer les réglages' }).click()
  await page.getByRole('button', { name: 'Enregistrer ces réglages' }).click()
  await expect(page.getByText('Réglages enregistrés.')).toBeVisible()
}

test('an administrator says that the demandes of a campagne are made on the portal: its page and the extranet say where', async ({
  browser,
}) => {
  const chef = await browser.newPage({ locale: 'fr-FR' })
  await seConnecter(chef, 'responsable')
  await chef.goto(`/administration/campagnes/${JUMELAGES}`)
  await expect(chef.getByText('Les demandes se font sur l’extranet\u00a0: oui')).toBeVisible()
  await expect(chef.getByText('Seul un administrateur le change.').first()).toBeVisible()
  await chef.close()
  const bureau = await browser.newPage({ locale: 'fr-FR' })
  const dites = plaintes(bureau)
  await seConnecter(bureau, 'admin')
  await bureau.goto(`/administration/campagnes/${JUMELAGES}`)
  const adresse = bureau.getByLabel('Adresse du portail e-partenaire')
  const avant = await adresse.inputValue()
  await bureau.getByLabel('Les demandes se font sur l’extranet').uncheck()
  await adresse.fill('http://portail.exemple.test')
  await bureau.getByRole('button', { name: 'Enregistrer les réglages' }).click()
  await expect(bureau.getByText('Indiquez une adresse complète')).toBeVisible()
  await adresse.fill(PORTAIL)
  await montrer(bureau, 'campagne-depot-sur-le-portail')
  await enregistrer(bureau)

  const dehors = await browser.newPage({ locale: 'fr-FR' })
  await dehors.goto(`/extranet/campagnes/${JUMELAGES}`)
  await expect(dehors.getByRole('link', { name: PORTAIL })).toHaveAttribute('href', PORTAIL)
  await montrer(dehors, 'extranet-campagne-sur-le-portail')
  await entrer(dehors)
  await dehors.getByRole('link', { name: 'Nouvelle demande' }).click()
  await expect(dehors.getByText('les demandes se font sur e-partenaire, et non ici')).toBeVisible()
  await expect(dehors.locator(`input[name=code][value="${JUMELAGES}"]`)).toHaveCount(0)
  await sansDefaut(dehors)
  await montrer(dehors, 'extranet-nouvelle-demande-ailleurs')

  await bureau.reload()
  await bureau.getByLabel('Les demandes se font sur l’extranet').check()
  await adresse.fill(avant)
  await enregistrer(bureau)
  await dehors.reload()
  await expect(dehors.locator(`input[name=code][value="${JUMELAGES}"]`)).toHaveCount(1)
  await bureau.close()
  await dehors.close()
  expect(dites).toEqual([])
})
