import { type Browser, expect, type Page } from '@playwright/test'
import { passage } from '../livraison/extraction'
import { lienRecu } from '../livraison/messagerie'

const { mot } = passage(0)

/** What all who ask to join are called here. */
export const NOM = `Caron ${mot}`
/** What somebody of a structure signs in with. */
export const PHRASE = 'quatre chevaux bleus dorment'

export async function connecter(page: Page, courriel: string, motDePasse: string) {
  await page.goto('/extranet/connexion')
  await page.getByLabel('Identifiant').fill(courriel)
  await page.getByLabel('Mot de passe').fill(motDePasse)
  await page.getByRole('button', { name: 'Se connecter' }).click()
}

/** Somebody asks to join the structure of this SIRET, and confirms their address. */
export async function demander(page: Page, prenom: string, siret: string): Promise<string> {
  const courriel = `${prenom}.${mot}@exemple.test`.toLowerCase()
  await page.goto('/extranet/compte')
  const form = page.getByRole('form', { name: 'Ouverture de compte' })
  const reponses = { prenom, nom: NOM, courriel, fonction: 'Trésorière', siret }
  for (const [champ, reponse] of Object.entries(reponses)) await form.locator(`[name=${champ}]`).fill(reponse)
  await form.getByLabel('Votre rôle').selectOption('REDACTEUR')
  await form.getByRole('button', { name: 'Relire ma demande' }).click()
  await form.getByRole('button', { name: 'Envoyer ma demande' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Consultez votre messagerie' })).toBeVisible()
  await page.goto(await lienRecu(courriel, /\/extranet\/compte\/confirmation\/[\w-]{43}/))
  await page.getByRole('button', { name: 'Confirmer mon adresse' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Votre adresse est confirmée' })).toBeVisible()
  return courriel
}

export async function siretDeLaDemonstration(page: Page) {
  await connecter(page, 'demandeur@exemple.test', 'demo-mcei-2025')
  await expect(page.getByRole('heading', { level: 2, name: 'Vos demandes de subvention' })).toBeVisible()
  const [siret = ''] = /\d{3}\s\d{3}\s\d{3}\s\d{5}/.exec((await page.locator('main').textContent()) ?? '') ?? []
  return siret
}

/** By the link of the mail that this address asks for; signs in. */
export async function choisirSonMotDePasse(page: Page, courriel: string) {
  await page.goto('/extranet/mot-de-passe')
  await page.getByLabel('Identifiant').fill(courriel)
  await page.getByRole('button', { name: 'Recevoir le lien' }).click()
  await page.goto(await lienRecu(courriel, /\/extranet\/mot-de-passe\/[\w-]{43}/))
  for (const champ of ['motDePasse', 'confirmation']) await page.locator(`[name=${champ}]`).fill(PHRASE)
  await page.getByRole('button', { name: 'Enregistrer et me connecter' }).click()
}

/** Somebody else comes into the structure of the demonstration, let in by who stands on `page`, and signs in on `collegue` with an account of their own. */
async function faireEntrer(page: Page, collegue: Page, prenom: string) {
  const siret = await siretDeLaDemonstration(page)
  const courriel = await demander(collegue, prenom, siret)
  await page.goto('/extranet/accueil')
  await page.getByRole('link', { name: 'Membres de la structure' }).click()
  const ligne = page.getByRole('listitem').filter({ hasText: courriel })
  await ligne.getByLabel('Rôle donné').selectOption('REDACTEUR')
  await ligne.getByRole('button', { name: /^Accepter/ }).click()
  await expect(page.getByRole('status').filter({ hasText: 'rejoint votre structure' })).toBeVisible()
  await choisirSonMotDePasse(collegue, courriel)
  await expect(collegue.getByRole('heading', { level: 2, name: 'Vos demandes de subvention' })).toBeVisible()
}

/** Somebody else, in a browser of their own, who is of the structure of the demonstration; nobody is signed in on `page` any more. */
export async function unePersonneDePlus(
  page: Page,
  prenom: string,
  { browser, baseURL }: { browser: Browser; baseURL: string | undefined },
) {
  const ailleurs = await browser.newContext({ locale: 'fr-FR', ...(baseURL && { baseURL }) })
  const personne = await ailleurs.newPage()
  await faireEntrer(page, personne, prenom)
  await page.context().clearCookies()
  return { ailleurs, personne }
}
