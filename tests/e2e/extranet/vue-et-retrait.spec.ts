import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { arriver, auRepos, montrer, plaintes, seConnecter } from '../poste'
import { entrer } from './demandeur'

const PROJET = /Atelier de cuisine/

/** The line of the demande of these journeys in the home of its structure, and its number. */
async function rangeeDe(page: Page) {
  await entrer(page)
  const rangee = page.getByRole('row', { name: PROJET })
  return { rangee, numero: /\d{4}-\d{5}/.exec((await rangee.textContent()) ?? '')?.[0] ?? '' }
}

test('what was deposited is given back as a PDF, from the list and from the page of the demande', async ({ page }) => {
  const { rangee, numero } = await rangeeDe(page)
  await montrer(page, 'extranet-accueil-recapitulatif')
  const lien = rangee.getByRole('link', { name: `Télécharger le récapitulatif de la demande ${numero} (PDF)` })
  const adresse = (await lien.getAttribute('href')) ?? ''
  const reponse = await page.request.get(adresse)
  expect(reponse.headers()).toMatchObject({ 'content-type': 'application/pdf' })
  expect(reponse.headers()['content-disposition']).toContain(`recapitulatif-${numero}.pdf`)
  expect((await reponse.body()).subarray(0, 5).toString()).toBe('%PDF-')
  await rangee.getByRole('link', { name: /^Suivre/ }).click()
  await expect(page.getByRole('link', { name: /^Télécharger le récapitulatif de votre/ })).toHaveAttribute(
    'href',
    adresse,
  )
})

test('an officer sees it as its structure does, once they open it: nothing there is sent, and the journal says so', async ({
  page,
}) => {
  const dites = plaintes(page)
  const { rangee: sienne, numero } = await rangeeDe(page)
  const suivi = await sienne.getByRole('link', { name: /^Suivre/ }).getAttribute('href')
  // Another journey may have given what was asked: the officer then reads what the structure does.
  const demande = await page.request.get(`${suivi}/complements`, { maxRedirects: 0 })
  const titreDesComplements = demande.ok() ? /^Ce que la mission vous demande/ : /^La structure n’a pas cette page/
  await seConnecter(page, 'agent')
  await page.goto(`/dossiers/${numero}`)
  await page.getByRole('link', { name: 'Voir comme le demandeur' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Voir comme le demandeur' })).toBeVisible()
  await montrer(page, 'vue-du-demandeur-a-ouvrir')
  await page.getByRole('button', { name: 'Ouvrir la vue du demandeur' }).click()
  const bandeau = page.getByRole('note').filter({ hasText: 'Vue du demandeur, en lecture seule.' })
  await expect(bandeau).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: `Demande ${numero}` })).toBeVisible()
  await expect(page.getByText('Retirer ma demande')).toBeVisible()
  await expect(page.locator('main a[href^="/extranet"]')).toHaveCount(0)
  await expect(page.locator('main form')).toHaveCount(0)
  for (const bouton of await page.locator('main fieldset button').all()) await expect(bouton).toBeDisabled()
  await montrer(page, 'vue-du-demandeur')

  // Each of its other pages is opened for itself, and leads nowhere else.
  const pages = page.getByRole('navigation', { name: 'Pages du demandeur' })
  for (const [nom, titre] of [
    ['Ce qui a été déposé', new RegExp(`^Ce que vous avez déposé.*${numero}`)],
    ['Ce qui est demandé', titreDesComplements],
    ['Bilan', /^La structure n’a pas cette page/],
    ['Liste de la structure', /./],
  ] as const) {
    await pages.getByRole('link', { name: nom }).click()
    await page.getByRole('button', { name: 'Ouvrir la vue du demandeur' }).click()
    await expect(page.getByRole('heading', { level: 1, name: titre })).toBeVisible()
    await expect(pages.getByRole('link', { name: nom })).toHaveAttribute('aria-current', 'page')
    await expect(page.locator('main a[href*="/extranet"]')).toHaveCount(0)
    await expect(page.locator('main form')).toHaveCount(0)
    await montrer(page, `vue-du-demandeur-${nom.replaceAll(' ', '-')}`)
  }
  const rangee = page.getByRole('row', { name: PROJET })
  await expect(rangee).toContainText(numero)
  await expect(page.getByRole('row', { name: /Tournoi de pétanque à Herne/ })).toHaveCount(0)
  await rangee.getByRole('link', { name: `Visualiser la demande ${numero}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Ce que vous avez déposé/ })).toBeVisible()
  await bandeau.getByRole('link', { name: `Retour au dossier ${numero}` }).click()
  await page.goto(`/dossiers/${numero}/journal`)
  await expect(page.getByText('Dossier vu comme le demandeur').first()).toBeVisible()
  await expect(page.getByText('Liste de la structure').first()).toBeVisible()
  expect(dites).toEqual([])
})

test('it is withdrawn by its structure, with and without a script, and the officer reads who did and why', async ({
  page,
  browser,
  baseURL,
}) => {
  const { rangee, numero } = await rangeeDe(page)
  await rangee.getByRole('link', { name: /^Suivre/ }).click()
  await page.getByRole('link', { name: 'Retirer ma demande' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Retirer la demande ${numero}` })).toBeVisible()
  await montrer(page, 'extranet-retrait')
  await auRepos(page)
  await page.getByLabel('Pourquoi (facultatif)').fill('Le groupe ne part plus.')
  await page.getByRole('button', { name: 'Retirer la demande' }).click()
  await expect(page.getByRole('alert')).toContainText('Cochez cette case')
  await expect(page.getByLabel('Pourquoi (facultatif)')).toHaveValue('Le groupe ne part plus.')
  await montrer(page, 'extranet-retrait-refuse')

  const contexte = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR', ...(baseURL && { baseURL }) })
  const sans = await contexte.newPage()
  await entrer(sans)
  await sans.goto(page.url())
  await sans.getByLabel('Pourquoi (facultatif)').fill('Le groupe ne part plus.')
  await sans.getByRole('button', { name: 'Retirer la demande' }).click()
  await expect(sans.getByText('Cochez cette case').first()).toBeVisible()
  await expect(sans.getByLabel('Pourquoi (facultatif)')).toHaveValue('Le groupe ne part plus.')
  await sans.getByLabel(/^Je retire cette demande/).check()
  await sans.getByRole('button', { name: 'Retirer la demande' }).click()
  await expect(sans.getByRole('status').filter({ hasText: 'Retirée' })).toBeVisible()
  await contexte.close()

  // Another browser that still shows the form: it is done, and said to be.
  await page.getByLabel(/^Je retire cette demande/).check()
  await page.getByRole('button', { name: 'Retirer la demande' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Retirée' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Retirer ma demande' })).toHaveCount(0)
  await montrer(page, 'extranet-suivi-retiree')

  await seConnecter(page, 'agent')
  await page.goto(`/dossiers/${numero}/decision`)
  await expect(page.getByText(/^Retirée par le demandeur, Odile Vandamme/)).toBeVisible()
  await expect(page.getByText(/Pourquoi\s: Le groupe ne part plus\./)).toBeVisible()
  await montrer(page, 'decision-retiree-par-le-demandeur')
})

test('help asked for on a draft lets the mission read it and say a word on a step, until it is closed', async ({
  page,
  browser,
  baseURL,
}) => {
  const dites = plaintes(page)
  await entrer(page)
  const brouillon = page.getByRole('row', { name: /Tournoi de pétanque à Herne/ })
  await brouillon.getByRole('link', { name: 'Modifier' }).click()
  await page.getByRole('link', { name: 'Demander l’aide de la MCEI' }).click()
  await montrer(page, 'extranet-aide')
  await page.getByRole('button', { name: 'Demander l’aide de la MCEI' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'La mission voit cette demande' })).toBeVisible()
  const aide = page.url()

  const bureau = await browser.newPage({ locale: 'fr-FR', ...(baseURL && { baseURL }) })
  await arriver(bureau, 'agent')
  await bureau.getByRole('link', { name: /^Aides/ }).click()
  await montrer(bureau, 'aides-demandees')
  await bureau.getByRole('list', { name: 'Aides demandées' }).getByRole('link').first().click()
  await montrer(bureau, 'aide-a-ouvrir')
  await bureau.getByRole('button', { name: 'Ouvrir la vue du demandeur' }).click()
  await expect(bureau.getByText('Tournoi de pétanque à Herne')).toBeVisible()
  const mot = bureau.getByRole('form', { name: /Votre projet/ })
  await mot.getByRole('button', { name: 'Afficher ce mot à la structure' }).click()
  await expect(mot.getByText('Écrivez ce que la structure doit savoir').first()).toBeVisible()
  await mot.getByRole('textbox').fill('Dites combien de joueurs viennent de Herne.')
  await mot.getByRole('button', { name: 'Afficher ce mot à la structure' }).click()
  await expect(bureau.getByRole('region', { name: 'Ce que la mission dit de cette étape' })).toContainText('joueurs')
  await montrer(bureau, 'aide-ouverte')

  const contexte = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR', ...(baseURL && { baseURL }) })
  const sans = await contexte.newPage()
  await entrer(sans)
  await sans.goto(aide.replace(/aide$/, 'projet'))
  await expect(sans.getByRole('region', { name: 'Ce que la mission dit de cette étape' })).toContainText('joueurs')
  await sans.goto(aide)
  await sans.getByRole('button', { name: 'Refermer l’accès de la mission' }).click()
  await expect(sans.getByRole('button', { name: 'Demander l’aide de la MCEI' })).toBeVisible()
  await contexte.close()
  await page.goto(aide.replace(/aide$/, 'projet'))
  await montrer(page, 'extranet-projet-mot')
  const reponse = await bureau.reload()
  expect(reponse?.status()).toBe(404)
  await bureau.close()
  expect(dites).toEqual([])
})
