import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { auRepos, montrer, plaintes, seConnecter } from '../poste'
import { entrer, lettre } from './demandeur'

/** Opens the page of one of the demandes of the demonstration; gives its number. */
async function suivre(page: Page, objet: string): Promise<string> {
  await entrer(page)
  const rangee = page.getByRole('row', { name: new RegExp(objet) })
  const numero = /\d{4}-\d{5}/.exec((await rangee.textContent()) ?? '')?.[0] ?? ''
  await rangee.getByRole('link', { name: /^Suivre/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Demande ${numero}` })).toBeVisible()
  return numero
}

test('what an officer opened again is changed, sent, and taken by the officer; what was not opened is only read', async ({
  page,
}) => {
  const dites = plaintes(page)
  const numero = await suivre(page, 'Chorale franco-allemande')
  await montrer(page, 'extranet-suivi-ouvert')
  await page.getByRole('link', { name: 'Modifier la demande' }).click()
  await expect(page.getByRole('region', { name: 'Ce qui reste comme vous l’avez déposé' })).toContainText('Vandamme')
  await page.getByRole('link', { name: 'Votre projet' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Votre projet' })).toBeVisible()
  await auRepos(page)
  await expect(page.locator('[name=objet]')).toHaveCount(0)
  await page.locator('[name=montantDemande]').fill('3500')
  await expect(page.getByText(/^Enregistré à/)).toBeVisible()
  await montrer(page, 'extranet-rouverte-projet')
  await page.getByRole('link', { name: 'Vos pièces' }).click()
  const rib = page.getByRole('region', { name: /^RIB/ })
  await rib.locator('input[type=file]:not([capture])').setInputFiles(await lettre('RIB nouveau.pdf', 'Un autre RIB'))
  await expect(rib.getByRole('list')).toContainText('RIB nouveau.pdf')
  await montrer(page, 'extranet-rouverte-pieces')
  await page.getByRole('link', { name: 'Étape suivante' }).click()
  await page.getByRole('button', { name: 'Valider de nouveau' }).click()
  await expect(page.getByRole('alert')).toContainText('Cochez la case')
  await page.getByLabel(/Je certifie exactes et sincères/).check()
  await montrer(page, 'extranet-rouverte-certification')
  await page.getByRole('button', { name: 'Valider de nouveau' }).click()
  await expect(page.getByText(/Vos modifications sont transmises/)).toBeVisible()
  await page.goBack()
  await page.getByRole('link', { name: 'Suivre cette demande' }).click()
  await expect(page.getByText(/Vos modifications sont transmises/)).toBeVisible()
  const suivi = page.url()

  await seConnecter(page, 'agent')
  await page.goto(`/dossiers/${numero}/deverrouillage`)
  await expect(page.getByText('RIB nouveau.pdf').first()).toBeVisible()
  await expect(page.getByRole('cell', { name: /^3\s?500/ }).first()).toBeVisible()
  await page.getByRole('button', { name: /^Accepter/ }).click()
  await expect(page.getByRole('button', { name: /^Accepter/ })).toBeHidden()
  await page.goto(suivi)
  await expect(page.getByText('Vos dernières modifications ont été prises en compte.')).toBeVisible()
  await expect(page.getByText(/3\s500,00\s€/)).toBeVisible()
  expect(dites).toEqual([])
})

test('what is asked is given in its place, and a change is asked for, with and without a script', async ({
  page,
  browser,
  baseURL,
}) => {
  const numero = await suivre(page, 'Atelier de cuisine')
  await montrer(page, 'extranet-suivi-incomplet')
  await page.getByRole('link', { name: 'Donner ce qui est demandé' }).click()
  const rib = page.getByRole('region', { name: /^RIB/ })
  await montrer(page, 'extranet-complements')
  await rib
    .locator('input[type=file]')
    .setInputFiles({ name: 'RIB.pdf', mimeType: 'application/pdf', buffer: Buffer.from('rien') })
  await expect(rib.getByRole('alert')).toContainText('Le nom annonce .pdf')
  await rib
    .locator('input[type=file]:not([capture])')
    .setInputFiles(await lettre('RIB juste.pdf', 'Le RIB de la structure'))
  await expect(page.getByRole('heading', { level: 1, name: `Demande ${numero}` })).toBeVisible()

  const contexte = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR', ...(baseURL && { baseURL }) })
  const sans = await contexte.newPage()
  await suivre(sans, 'Atelier de cuisine')
  await sans.getByLabel('Pourquoi').fill('Le budget joint est celui de l’an dernier.')
  await sans.getByRole('button', { name: 'Demander cette modification' }).click()
  await expect(sans.getByText('Choisissez au moins une partie à modifier.').first()).toBeVisible()
  await expect(sans.getByLabel('Pourquoi')).toHaveValue('Le budget joint est celui de l’an dernier.')
  await sans.getByLabel('Le montant demandé et le budget').check()
  await sans.getByRole('button', { name: 'Demander cette modification' }).click()
  await expect(sans.getByRole('status').filter({ hasText: 'transmise à la mission' })).toBeVisible()
  await contexte.close()
  await page.reload()
  await expect(page.getByText('Votre demande de modification attend une réponse de la mission.')).toBeVisible()
  await montrer(page, 'extranet-suivi-demandee')

  await seConnecter(page, 'agent')
  await page.goto(`/dossiers/${numero}/deverrouillage`)
  await expect(page.getByText(/Parties à ouvrir\s: Budget/)).toBeVisible()
  await page.goto(`/dossiers/${numero}/pieces`)
  await page.getByRole('navigation', { name: 'Pièces du dossier' }).getByRole('link', { name: /^RIB/ }).click()
  await expect(page.getByText('RIB juste.pdf').first()).toBeVisible()
})

test('a decision is read with its letter and every mail that told it', async ({ page }) => {
  await suivre(page, 'Stand de Noël')
  await expect(page.getByRole('status').filter({ hasText: 'Refusée' })).toBeVisible()
  const lien = page.getByRole('link', { name: /^Lire la lettre de décision/ })
  const lettreLue = await page.request.get((await lien.getAttribute('href')) ?? '')
  expect(lettreLue.headers()['content-type']).toBe('application/pdf')
  const courriels = page.getByRole('region', { name: 'Les courriels que nous vous avons envoyés' })
  const decision = courriels.locator('details').filter({ hasText: 'Réponse à votre demande de subvention' })
  await expect(decision.locator('summary')).toContainText('Envoyé. Rien ne nous dit encore s’il est arrivé.')
  await decision.locator('summary').click()
  const mots = decision.locator('pre')
  await expect(mots).toBeVisible()
  await expect(mots).toContainText('L’enveloppe de l’année est entièrement engagée.')
  await expect(mots).toContainText('dans un délai de deux mois à compter de sa notification')
  await montrer(page, 'extranet-suivi-refuse')
})
