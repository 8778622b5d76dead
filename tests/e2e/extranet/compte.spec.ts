import { expect, test, type Page } from '@playwright/test'
import { numeroDemo } from '../livraison/demonstration'
import { passage } from '../livraison/extraction'
import { auRepos, montrer, plaintes, seConnecter } from '../poste'
import { lienRecu } from './messagerie'

const { mot } = passage(0)
const CONFIRMATION = /\/extranet\/compte\/confirmation\/[\w-]{43}/

const reponses = (courriel: string, siret: string) => ({
  ...{ prenom: 'Anne', nom: `Pruvost ${mot}`, courriel, fonction: 'Présidente', siret },
  ...{ raisonSociale: `Comité ${mot}`, adresse: '1 place de la Mairie', codePostal: '62680', commune: 'Méricourt' },
})

async function repondre(page: Page, courriel: string, siret: string) {
  const form = page.getByRole('form', { name: 'Ouverture de compte' })
  for (const [champ, reponse] of Object.entries(reponses(courriel, siret)))
    await form.locator(`[name=${champ}]`).fill(reponse)
  await form.getByLabel('Votre rôle').selectOption('REPRESENTANT_LEGAL')
  return form
}

test('an account is asked for, read again, confirmed by the link of the mail, and an officer opens it', async ({
  page,
}) => {
  const dites = plaintes(page)
  const courriel = `anne.${mot}@exemple.test`.toLowerCase()
  const siret = await siretDe(page)
  await page.goto('/extranet')
  await page.getByRole('link', { name: 'Demandez une ouverture de compte' }).click()
  await auRepos(page)
  await montrer(page, 'extranet-compte')
  const form = await repondre(page, courriel, '74842491800038')
  await form.getByRole('button', { name: 'Relire ma demande' }).click()
  await expect(page.getByRole('alert')).toContainText('Ce SIRET n’existe pas')
  await form.getByLabel('Numéro SIRET').fill(siret)
  await form.getByRole('button', { name: 'Relire ma demande' }).click()
  await expect(page.getByText('vous demandez à la rejoindre')).toBeVisible()
  await montrer(page, 'extranet-compte-relu')
  await form.getByRole('button', { name: 'Modifier' }).click()
  await form.getByLabel('Fonction').fill('Trésorière')
  await form.getByRole('button', { name: 'Relire ma demande' }).click()
  await expect(form).toContainText('Trésorière')
  await form.getByRole('button', { name: 'Envoyer ma demande' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Consultez votre messagerie' })).toBeVisible()
  await montrer(page, 'extranet-compte-envoye')
  await page.goto(await lienRecu(courriel, CONFIRMATION))
  await page.getByRole('button', { name: 'Confirmer mon adresse' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Votre adresse est confirmée' })).toBeVisible()
  await montrer(page, 'extranet-compte-confirme')

  await seConnecter(page, 'agent')
  await page.getByRole('link', { name: /^Comptes à ouvrir/ }).click()
  const ligne = page.getByRole('listitem').filter({ hasText: courriel })
  await expect(ligne).toContainText('À répondre avant la fin du')
  await montrer(page, 'comptes-a-ouvrir')
  await ligne.getByRole('button', { name: /^Ouvrir le compte/ }).click()
  await expect(page.getByText('Le compte est ouvert, le courriel part.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Dernières réponses' })).toContainText(`Pruvost ${mot}`)
  await montrer(page, 'comptes-a-ouvrir-fait')
  expect(dites).toEqual([])
})

/** The SIRET of a structure of the demonstration. */
async function siretDe(page: Page) {
  await seConnecter(page, 'agent')
  await page.goto(`/dossiers/${numeroDemo(1)}`)
  const [siret = ''] = /\d{3}\s\d{3}\s\d{3}\s\d{5}/.exec((await page.locator('main').textContent()) ?? '') ?? []
  expect(siret).not.toBe('')
  return siret
}

test('where no script comes, an account is asked for and its address confirmed', async ({ browser, baseURL }) => {
  const contexte = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR', ...(baseURL && { baseURL }) })
  const page = await contexte.newPage()
  const courriel = `sans.${mot}@exemple.test`.toLowerCase()
  await page.goto('/extranet/compte')
  const form = await repondre(page, courriel, '748 424 918 00039')
  await form.getByLabel('Commune').clear()
  await form.getByRole('button', { name: 'Relire ma demande' }).click()
  await expect(page.getByRole('alert')).toContainText(/2\sréponses à revoir/)
  await form.getByLabel('Commune').fill('Méricourt')
  await form.getByLabel('Nature de la structure').selectOption('association')
  await form.getByRole('button', { name: 'Relire ma demande' }).click()
  await form.getByRole('button', { name: 'Modifier' }).click()
  await expect(form.getByLabel('Raison sociale')).toHaveValue(`Comité ${mot}`)
  await form.getByRole('button', { name: 'Relire ma demande' }).click()
  await form.getByRole('button', { name: 'Envoyer ma demande' }).click()
  await page.goto(await lienRecu(courriel, CONFIRMATION))
  await page.getByRole('button', { name: 'Confirmer mon adresse' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Votre adresse est confirmée' })).toBeVisible()
  await contexte.close()
})
