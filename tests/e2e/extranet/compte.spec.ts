import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { numeroDemo } from '../livraison/demonstration'
import { passage } from '../livraison/extraction'
import { arriver, auRepos, montrer, plaintes, seConnecter } from '../poste'
import { lienRecu } from '../livraison/messagerie'

const { mot } = passage(0)
const PHRASE = 'quatre chevaux bleus dorment'
const MOT_DE_PASSE = /\/extranet\/mot-de-passe\/[\w-]{43}/
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

test('an account is asked for and confirmed, an officer opens it, a password is chosen, and the demandes are read', async ({
  page,
  browser,
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
  await form.getByLabel(/^SIRET/).fill(siret)
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

  await arriver(page, 'agent')
  await page.getByRole('link', { name: /^Comptes à ouvrir/ }).click()
  const ligne = page.getByRole('listitem').filter({ hasText: courriel })
  await expect(ligne).toContainText('À répondre avant la fin du')
  await montrer(page, 'comptes-a-ouvrir')
  await ligne.getByRole('button', { name: /^Ouvrir le compte/ }).click()
  await expect(page.getByText('Le compte est ouvert, le courriel part.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Dernières réponses' })).toContainText(`Pruvost ${mot}`)
  await montrer(page, 'comptes-a-ouvrir-fait')
  expect(dites).toEqual([])
  const ailleurs = await browser.newContext({ locale: 'fr-FR' })
  await premiereConnexion(await ailleurs.newPage(), courriel)
  await ailleurs.close()
})

/** Who was given an account chooses a password, reads what is theirs, asks for a correction, leaves and comes back. */
async function premiereConnexion(page: Page, courriel: string) {
  const dites = plaintes(page)
  await page.goto('/extranet')
  await page.getByRole('link', { name: 'Se connecter' }).click()
  await auRepos(page)
  await montrer(page, 'extranet-connexion')
  await page.getByRole('link', { name: 'Générez un mot de passe' }).click()
  // Both pages ask for an identifiant: the second one is waited for.
  await expect(page.getByRole('heading', { level: 1, name: 'Générez un mot de passe' })).toBeVisible()
  await page.getByLabel('Identifiant').fill(courriel)
  await page.getByRole('button', { name: 'Recevoir le lien' }).click()
  await expect(page.getByRole('status')).toContainText('Si un compte est ouvert')
  await montrer(page, 'extranet-mot-de-passe')
  await page.goto(await lienRecu(courriel, MOT_DE_PASSE))
  for (const champ of ['motDePasse', 'confirmation']) await page.locator(`[name=${champ}]`).fill(PHRASE)
  await montrer(page, 'extranet-mot-de-passe-choisi')
  await page.getByRole('button', { name: 'Enregistrer et me connecter' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Vos demandes de subvention' })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Jumelages (public)' }).first()).toBeVisible()
  await montrer(page, 'extranet-accueil')
  const form = page.getByRole('form', { name: 'Demande de correction' })
  await form.getByLabel('Ce qu’il faut corriger').fill(`Notre rue est ${mot}.`)
  await form.getByRole('button', { name: 'Demander une correction' }).click()
  await expect(page.getByText('Votre demande de correction est envoyée')).toBeVisible()
  await page.getByRole('link', { name: `Anne Pruvost ${mot}` }).click()
  await expect(page.getByRole('list', { name: 'Sessions ouvertes' })).toContainText('cette session')
  await montrer(page, 'extranet-sessions')
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await expect(page.getByRole('link', { name: 'Se connecter' })).toBeVisible()
  await page.goto('/extranet/accueil')
  await page.getByLabel('Identifiant').fill(courriel)
  await page.getByLabel('Mot de passe').fill(PHRASE)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Vos demandes de subvention' })).toBeVisible()
  expect(dites).toEqual([])
}

/** The SIRET of a structure of the demonstration. */
async function siretDe(page: Page) {
  await seConnecter(page, 'agent')
  await page.goto(`/dossiers/${numeroDemo(1)}`)
  const [siret = ''] = /\d{3}\s\d{3}\s\d{3}\s\d{5}/.exec((await page.locator('main').textContent()) ?? '') ?? []
  expect(siret).not.toBe('')
  return siret
}

test('where no script comes, an account is asked for, its address confirmed, and one signs in and out', async ({
  browser,
  baseURL,
}) => {
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
  await page.goto('/extranet/accueil')
  await page.getByLabel('Identifiant').fill('demandeur@exemple.test')
  await page.getByLabel('Mot de passe').fill('demo-mcei-2025')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Vos demandes de subvention' })).toBeVisible()
  const numeros = page.locator('td[data-nom="Numéro"]')
  const tous = await numeros.allInnerTexts()
  const affiner = page.getByRole('search', { name: 'Affiner la recherche' })
  await affiner.getByLabel('Numéro ou objet').fill('rien ne ressemble')
  await affiner.getByRole('button', { name: 'Affiner la recherche' }).click()
  await expect(page.getByText('Aucune demande ne correspond à cette recherche.')).toBeVisible()
  await page.getByRole('link', { name: 'Voir toutes les demandes' }).click()
  await expect(numeros).toHaveText(tous)
  const [numero = ''] = tous.filter((un) => /^\d{4}-\d+$/.test(un))
  await affiner.getByLabel('Numéro ou objet').fill(numero)
  await affiner.getByRole('button', { name: 'Affiner la recherche' }).click()
  await expect(numeros).toHaveText([numero])
  await affiner.getByRole('link', { name: 'Actualiser' }).click()
  await expect(numeros).toHaveText([numero])
  await page.getByRole('link', { name: 'Voir toutes les demandes' }).click()
  await page.getByRole('button', { name: 'Demander une correction' }).click()
  await expect(page.getByRole('alert')).toContainText('Dites ce qu’il faut corriger.')
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await page.goto('/extranet/accueil')
  await expect(page.getByRole('heading', { level: 1, name: 'Connexion' })).toBeVisible()
  await contexte.close()
})
