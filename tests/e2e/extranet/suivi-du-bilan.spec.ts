import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { auRepos, montrer, plaintes, seConnecter } from '../poste'
import { entrer, lettre } from './demandeur'

const OBJET = 'Rencontre d’harmonies'

/** Opens the page of the granted demande of the demonstration; gives its number. */
async function suivre(page: Page): Promise<string> {
  await entrer(page)
  const rangee = page.getByRole('row', { name: new RegExp(OBJET) })
  const numero = /\d{4}-\d{5}/.exec((await rangee.textContent()) ?? '')?.[0] ?? ''
  await rangee.getByRole('link', { name: /^Suivre/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Demande ${numero}` })).toBeVisible()
  return numero
}

// Files of journeys run in the order of their names: the pages of a bilan to be given (rgaa-pages) are looked at before it is given here.
test('a bilan is written, given with its files, found to complete, and given again without a script', async ({
  page,
  browser,
  baseURL,
}) => {
  const dites = plaintes(page)
  const numero = await suivre(page)
  await expect(page.getByRole('region', { name: 'Le bilan de votre subvention' })).toContainText(
    'à rendre au plus tard',
  )
  await montrer(page, 'extranet-bilan-du')
  await page.getByRole('link', { name: 'Rendre le bilan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Rendre le bilan' })).toBeVisible()
  await auRepos(page)
  const prevues = (await page.getByText(/^\d\d\/\d\d\/\d{4}.*–/).textContent()) ?? ''
  const [debut = '', fin = ''] = [...prevues.matchAll(/\d\d\/\d\d\/\d{4}/g)].map(([jour]) => jour)
  await page.locator('[name=debut]').fill(debut)
  await page.locator('[name=fin]').fill(fin)
  await page.locator('[name=participants]').fill('17')
  await page.locator('[name=compteRendu]').fill('Deux harmonies ont joué ensemble.\nLe public est venu.')
  await page.locator('[name=depense]').fill('1,200')
  await page.locator('[name=subvention]').fill('3 500,50 €')
  await expect(page.getByText(/se lit de deux façons/)).toBeVisible()
  await page.locator('[name=depense]').fill('7000€')
  await expect(page.getByText(/se lit de deux façons/)).toBeHidden()
  await expect(page.getByText(/^Enregistré à/)).toBeVisible()
  await montrer(page, 'extranet-bilan-questions')
  await page.getByRole('button', { name: 'Étape suivante' }).click()

  const crf = page.getByRole('region', { name: /^Compte rendu financier/ })
  await crf.locator('input[type=file]').setInputFiles(await lettre('Comptes.pdf', 'Compte rendu financier'))
  await expect(crf.getByRole('list')).toContainText('Comptes.pdf')
  const autres = page.getByRole('region', { name: /^Autre document/ })
  await autres.locator('input[type=file]').setInputFiles(await lettre('Article.pdf', 'Un article'))
  await expect(autres.getByRole('list')).toContainText('Article.pdf')
  await montrer(page, 'extranet-bilan-fichiers')
  await page.getByRole('link', { name: 'Étape suivante' }).click()
  await expect(page.getByRole('region', { name: 'À compléter avant de rendre le bilan' })).toContainText('Expliquez')
  await page.getByRole('link', { name: /^Pourquoi les dates/ }).click()
  await auRepos(page)
  await page.locator('[name=ecarts]').fill('Un bus de moins que prévu à louer.')
  await expect(page.getByText(/^Enregistré à/)).toBeVisible()
  await page.getByRole('link', { name: /Rendre le bilan$/ }).click()
  await expect(page.getByRole('region', { name: 'À compléter avant de rendre le bilan' })).toBeHidden()
  await page.getByRole('button', { name: 'Rendre le bilan' }).click()
  await expect(page.getByRole('alert')).toContainText('Cochez la case')
  await page.getByLabel(/Je certifie que ces informations/).check()
  await montrer(page, 'extranet-bilan-certification')
  await page.getByRole('button', { name: 'Rendre le bilan' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'La mission examine ce bilan' })).toBeVisible()
  await montrer(page, 'extranet-bilan-rendu')
  const bilan = page.url()

  await seConnecter(page, 'agent')
  await page.goto(`/dossiers/${numero}/suites`)
  await expect(page.getByRole('region', { name: 'Chiffres du bilan, version 1' })).toContainText('3 500,50')
  await expect(page.getByLabel('Dépensé réellement (€)')).toHaveValue(/^7\s000,00$/)
  const fichier = page.getByRole('link', { name: 'Télécharger Comptes.pdf' })
  const lu = await page.request.get((await fichier.getAttribute('href')) ?? '')
  expect(lu.headers()['content-type']).toBe('application/pdf')
  await montrer(page, 'bilan-a-examiner')
  await page.getByLabel('Ce bilan est').selectOption('A_COMPLETER')
  await page.getByLabel('Ce qui est à compléter').fill('Il manque la facture du bus.')
  await page.getByRole('button', { name: 'Enregistrer cet examen' }).click()
  await expect(page.getByText('À compléter par la structure')).toBeVisible()

  const contexte = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR', ...(baseURL && { baseURL }) })
  const sans = await contexte.newPage()
  await suivre(sans)
  await expect(sans.getByText('Il manque la facture du bus.')).toBeVisible()
  await sans.getByRole('link', { name: 'Compléter le bilan' }).click()
  await sans.locator('[name=participants]').fill('beaucoup')
  await sans.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(sans.getByText('Écrivez un nombre entier, par exemple 24.')).toBeVisible()
  await expect(sans.locator('[name=participants]')).toHaveValue('beaucoup')
  await sans.locator('[name=participants]').fill('18')
  await sans.getByRole('button', { name: 'Étape suivante' }).click()
  const facture = sans.getByRole('region', { name: /^Autre document/ })
  await facture.locator('input[type=file]').setInputFiles(await lettre('Facture.pdf', 'Facture du bus'))
  await facture.getByRole('button', { name: 'Envoyer' }).click()
  await expect(facture.getByRole('list')).toContainText('Facture.pdf')
  await sans.getByRole('button', { name: 'Retirer Article.pdf' }).click()
  await expect(sans.getByText('Article.pdf')).toBeHidden()
  await sans.getByRole('link', { name: 'Étape suivante' }).click()
  await sans.getByLabel(/Je certifie que ces informations/).check()
  await sans.getByRole('button', { name: 'Rendre le bilan' }).click()
  await expect(sans.getByText('(version 2)')).toBeVisible()
  await expect(sans.getByText('(version 1)')).toBeVisible()
  await contexte.close()
  await page.goto(bilan)
  await montrer(page, 'extranet-bilan-versions')
  expect(dites).toEqual([])
})
