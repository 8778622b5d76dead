import { expect, type Page } from '@playwright/test'
import { type Champ, CHAMPS } from '#domain/pre-projet/fiche'
import { LIBELLE_QUESTION } from '#libelles/pre-projet/formulaire'
import { LIBELLE_GENRE } from '#libelles/structure'
import { test } from '../essai'
import { REPONSES } from '../../support/pre-projet/reponses'
import { MEI } from '../livraison/demonstration'
import { passage } from '../livraison/extraction'
import { arriver, auRepos, montrer, plaintes } from '../poste'

const { mot } = passage(0)

/** Answers the questions of the form, those given here in their own words. */
async function repondre(page: Page, autres: Partial<Record<Champ, string>>) {
  const form = page.getByRole('form', { name: 'Fiche pré-projet' })
  for (const champ of CHAMPS) {
    const reponse = autres[champ] ?? REPONSES[champ]
    const question = form.getByLabel(LIBELLE_QUESTION[champ])
    if (champ === 'genre') await question.selectOption({ label: LIBELLE_GENRE.association })
    else await question.fill(reponse)
  }
  return form
}

test('who asks reads a campagne, is told of every wrong answer at once, and sends a fiche that an officer then finds', async ({
  page,
}) => {
  const dites = plaintes(page)
  const titre = `Une fresque à ${mot}`
  await page.goto('/extranet')
  await montrer(page, 'extranet')
  await page.getByRole('list', { name: 'Campagnes' }).locator(`a[href$="/${MEI}"]`).click()
  await page.getByLabel('Votre structure').selectOption({ label: LIBELLE_GENRE.association })
  await page.getByRole('button', { name: 'Voir les pièces' }).click()
  await expect(page.getByRole('heading', { name: 'Article 1 : Qui peut demander', level: 3 })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Pièces demandées' })).toContainText('Statuts')
  await montrer(page, 'extranet-campagne')
  await page.getByLabel('Votre structure').selectOption({ label: LIBELLE_GENRE.commune })
  await page.getByRole('button', { name: 'Voir les pièces' }).click()
  await expect(page.getByText('ne sont pas demandées à une commune')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Pièces non demandées' })).toContainText('Statuts')
  const suite = page.getByRole('list', { name: 'La suite' })
  const liens = await suite.getByRole('link').evaluateAll((tous) => tous.map((un) => un.getAttribute('href')))
  expect(liens).toEqual([`/extranet/campagnes/${MEI}/fiche`, '/extranet/compte', '/extranet/connexion'])
  await page.getByRole('link', { name: 'guide de la demande' }).click()
  await page.getByRole('link', { name: 'Écrivez à la mission' }).click()
  await expect(page.getByRole('main').locator('a[href^="mailto:"]').first()).toBeVisible()
  await page.goto(`/extranet/campagnes/${MEI}`)
  const word = page.getByRole('link', { name: /^Télécharger la fiche, Word/ })
  const fichier = await page.request.get((await word.getAttribute('href')) ?? '')
  expect((await fichier.body()).subarray(0, 2).toString()).toBe('PK')

  await page.getByRole('link', { name: 'Remplir la fiche en ligne' }).click()
  await auRepos(page)
  const form = await repondre(page, { titre, siret: '12345678901234', dateFin: '', telephone: '' })
  await form.getByRole('button', { name: 'Envoyer la fiche' }).click()
  const refus = page.getByRole('alert')
  await expect(refus).toContainText(/2\sréponses à revoir/)
  await expect(refus).toBeFocused()
  await montrer(page, 'extranet-fiche-refusee')
  await page.reload()
  await expect(form.getByLabel('Intitulé du projet')).toHaveValue(titre)
  await form.getByLabel(/^SIRET/).fill(REPONSES.siret)
  await form.getByLabel('Date de fin').fill(REPONSES.dateFin)
  await form.getByRole('button', { name: 'Envoyer la fiche' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Votre fiche est envoyée' })).toBeVisible()
  await montrer(page, 'extranet-fiche-envoyee')

  await arriver(page, 'agent')
  await expect(async () => {
    await page.goto(`/pre-projets?vue=tous&q=${mot}`)
    await expect(page.getByRole('link', { name: titre })).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
  await page.getByRole('link', { name: titre }).click()
  await expect(page.getByRole('heading', { level: 1, name: titre })).toBeVisible()
  expect(dites).toEqual([])
})

test('where no script comes, what is refused comes back with its words, and the fiche goes', async ({
  browser,
  baseURL,
}) => {
  const contexte = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR', ...(baseURL && { baseURL }) })
  const page = await contexte.newPage()
  await page.goto(`/extranet/campagnes/${MEI}/fiche`)
  const form = await repondre(page, { titre: `Sans script ${mot}`, pays: '', courriel: `sans.${mot}@exemple.test` })
  await form.getByRole('button', { name: 'Envoyer la fiche' }).click()
  await expect(page.getByRole('alert')).toContainText(/1\sréponse à revoir/)
  await expect(form.getByLabel('Description')).toHaveValue(REPONSES.description)
  await expect(form.getByLabel('Nature de la structure')).toHaveValue('association')
  await form.getByLabel('Pays de destination').fill('Pologne')
  await form.getByRole('button', { name: 'Envoyer la fiche' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Votre fiche est envoyée' })).toBeVisible()
  await contexte.close()
})
