// Walked after the others, whose demandes it would ask to read their règlement again.
import { expect } from '@playwright/test'
import { test } from '../essai'
import { MEI } from '../livraison/demonstration'
import { passage } from '../livraison/extraction'
import { entrer } from '../extranet/demandeur'
import { auRepos, montrer, plaintes, seConnecter } from '../poste'

const { mot } = passage(0)

test('the règlement changes under a demande: its page says which answers that touches, and the box is ticked again before it is deposited', async ({
  browser,
}) => {
  const page = await browser.newPage({ locale: 'fr-FR' })
  const dites = plaintes(page)
  await entrer(page)
  await page.getByRole('link', { name: 'Nouvelle demande' }).click()
  await page.locator(`input[name=code][value="${MEI}"]`).check()
  await page.getByRole('button', { name: 'Commencer' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Votre structure' })).toBeVisible()
  const projet = page.url().replace(/structure$/, 'projet')
  const certification = page.url().replace(/structure$/, 'certification')
  await page.goto(projet)
  await page.locator('[name=reglementLu]').check()
  await page.locator('[name=objet]').fill(`Règlement ${mot}`)
  await page.locator('[name=montantDemande]').fill('10000')
  await page.locator('[name=pays]').fill('Allemagne')
  await page.getByRole('button', { name: 'Étape suivante' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Vos pièces' })).toBeVisible()
  await page.goto(certification)
  await expect(page.getByRole('region', { name: 'Le règlement a changé' })).toBeHidden()

  const bureau = await browser.newPage({ locale: 'fr-FR' })
  await seConnecter(bureau, 'responsable')
  await bureau.goto(`/administration/campagnes/${MEI}`)
  const maximum = bureau.getByLabel('Montant maximal d’une subvention, en euros')
  const avant = await maximum.inputValue()
  await maximum.fill(avant === '8000,00' ? '7500' : '8000')
  await bureau.getByRole('button', { name: 'Enregistrer les réglages' }).click()
  await bureau.getByRole('button', { name: 'Enregistrer ces réglages' }).click()
  await expect(bureau.getByText('Réglages enregistrés.')).toBeVisible()

  await page.reload()
  const dit = page.getByRole('region', { name: 'Le règlement a changé' })
  await expect(dit).toContainText('relisez-le et cochez de nouveau la case.')
  await expect(dit.getByRole('list', { name: 'Ce qui change' })).toContainText('le montant de l’aide')
  await expect(page.getByRole('region', { name: 'À compléter avant de valider' })).toContainText('J’ai lu le règlement')
  await montrer(page, 'extranet-reglement-change')
  await dit.getByRole('link', { name: 'Montant de la subvention demandée, en euros' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Votre projet' })).toBeVisible()
  await expect(page.locator('[name=reglementLu]')).not.toBeChecked()
  await montrer(page, 'extranet-reglement-change-projet')
  await page.locator('[name=reglementLu]').check()
  await page.getByRole('button', { name: 'Étape suivante' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Vos pièces' })).toBeVisible()
  await page.goto(certification)
  await expect(page.getByRole('heading', { level: 1, name: 'Certification' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Le règlement a changé' })).toBeHidden()

  await bureau.reload()
  await maximum.fill(avant)
  await bureau.getByRole('button', { name: 'Enregistrer les réglages' }).click()
  await bureau.getByRole('button', { name: 'Enregistrer ces réglages' }).click()
  await expect(bureau.getByText('Réglages enregistrés.')).toBeVisible()
  await auRepos(page)
  await bureau.close()
  await page.close()
  expect(dites).toEqual([])
})
