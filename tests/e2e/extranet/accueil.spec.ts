import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { montrer, plaintes } from '../poste'
import { entrer } from './demandeur'

const IDENTITE = [
  ...['Raison sociale', 'Complément du nom', 'SIRET', 'Adresse', 'Téléphone', 'Email', 'Site web', 'Correspondant'],
]
const COLONNES = ['Type', 'Numéro', 'Objet', 'Statut', 'Date de dépôt', 'Montant demandé', 'Action']

const rangee = (page: Page, objet: string) => page.getByRole('row', { name: new RegExp(objet) })
const actions = (page: Page, objet: string) => rangee(page, objet).getByRole('link').allInnerTexts()
const statutDe = (page: Page, objet: string) => rangee(page, objet).locator('td[data-nom="Statut"]')

/** Each demande of the demonstration is in the list, with its word, what happens next and when, and what is done with it. */
async function lireLAccueil(page: Page) {
  await entrer(page)
  await expect(page.locator('main dl dt')).toHaveText(IDENTITE)
  await expect(page.getByText(/^Vérifiez ces informations/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Demander une correction' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Actualiser' })).toBeVisible()
  expect(await page.locator('main thead th').allInnerTexts()).toEqual(COLONNES)

  const brouillon = 'Tournoi de pétanque à Herne'
  await expect(statutDe(page, brouillon)).toHaveText(
    /^En cours de saisie\s*pas encore déposé · 50\s% · \d+\sjours? restants?$/,
  )
  await expect(rangee(page, brouillon)).toContainText('Jumelages (public)')
  await expect(rangee(page, brouillon)).toContainText(/4\s000,00\s€/)
  expect(await actions(page, brouillon)).toEqual(['Modifier', 'Visualiser', 'Supprimer'])

  const deposee = 'Exposition de photographies à Herne'
  await expect(statutDe(page, deposee)).toContainText('En cours d’analyse')
  await expect(statutDe(page, deposee)).toContainText(
    /Déposée, pièces en cours de vérification\. La mission vérifie vos pièces\..*séance/,
  )
  expect(await actions(page, deposee)).toEqual(['Suivre', 'Visualiser', 'Imprimer', 'Télécharger'])

  const rouverte = 'Chorale franco-allemande'
  await expect(statutDe(page, rouverte)).toHaveText(
    /^En cours de saisie\s*Déposée.*Vous pouvez la modifier jusqu’au \d{2}\/\d{2}\/\d{4} à 23:59\.$/,
  )
  expect(await actions(page, rouverte)).toEqual(['Suivre', 'Modifier', 'Visualiser', 'Imprimer', 'Télécharger'])

  const incomplete = 'Atelier de cuisine à Herne'
  await expect(statutDe(page, incomplete)).toHaveText(
    /^Demande de complément\s*Incomplète\. 1\sélément attendu, jusqu’au/,
  )
  expect(await actions(page, incomplete)).toContain('Compléter')

  await expect(statutDe(page, 'Stand de Noël à Herne')).toHaveText(/^Refusé\s*Refusée\. La décision vous a été envoyée/)
  await expect(statutDe(page, 'Rencontre d’harmonies')).toHaveText(/^Accordé\s*Accordée\..*bilan.*\d{2}\/\d{2}\/\d{4}/)
  return deposee
}

/** What was deposited is looked at, printed and kept from the list. */
async function agir(page: Page, deposee: string) {
  const lien = (dit: string) => rangee(page, deposee).getByRole('link', { name: new RegExp(`^${dit}`) })
  const [imprimer, telecharger] = [
    await lien('Imprimer').getAttribute('href'),
    await lien('Télécharger').getAttribute('href'),
  ]
  const lue = await page.request.get(imprimer ?? '')
  expect(lue.headers()).toMatchObject({ 'content-type': 'application/pdf' })
  expect(lue.headers()['content-disposition']).toMatch(/^inline/)
  expect((await page.request.get(telecharger ?? '')).headers()['content-disposition']).toMatch(/^attachment/)
  await lien('Visualiser').click()
  await expect(page.getByRole('heading', { level: 1, name: /^Ce que vous avez déposé/ })).toBeVisible()
  await expect(page.getByRole('cell', { name: deposee })).toBeVisible()
}

test('the home says who the structure is, and of each demande its statut, what happens next and when', async ({
  page,
}) => {
  const dites = plaintes(page)
  const deposee = await lireLAccueil(page)
  await montrer(page, 'extranet-accueil')
  const affiner = page.getByRole('search', { name: 'Affiner la recherche' })
  await affiner.getByLabel('Statut').selectOption('Refusé')
  await affiner.getByRole('button', { name: 'Affiner la recherche' }).click()
  await expect(page.locator('td[data-nom="Objet"]')).toHaveText(['Stand de Noël à Herne'])
  await page.getByRole('link', { name: 'Voir toutes les demandes' }).click()
  await agir(page, deposee)
  await montrer(page, 'extranet-depot-vu')
  await page.getByRole('link', { name: 'Retour à la demande' }).click()
  await page.getByRole('link', { name: 'Retour à vos demandes' }).click()
  await rangee(page, 'Chorale franco-allemande')
    .getByRole('link', { name: /^Modifier/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Votre structure' })).toBeVisible()
  expect(dites).toEqual([])
})

test('where no script comes, it says and does the same', async ({ browser, baseURL }) => {
  const contexte = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR', ...(baseURL && { baseURL }) })
  const page = await contexte.newPage()
  const deposee = await lireLAccueil(page)
  const affiner = page.getByRole('search', { name: 'Affiner la recherche' })
  await affiner.getByLabel('Numéro ou objet').fill('petanque')
  await affiner.getByRole('button', { name: 'Affiner la recherche' }).click()
  await expect(page.locator('td[data-nom="Statut"]')).toHaveText([/^En cours de saisie/])
  await page.getByRole('link', { name: 'Voir toutes les demandes' }).click()
  await agir(page, deposee)
  await contexte.close()
})
