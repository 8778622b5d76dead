import { createHmac } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { montrer, plaintes, seConnecter } from '../poste'
import { choisirSonMotDePasse, connecter, demander, NOM, PHRASE, siretDeLaDemonstration } from './membre'
import { sansFauteRgaa } from './rgaa-regles'

const LETTRES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** What the telephone that read this key shows at this step of time from now. */
function codeDuTelephone(cle: string, pas: number): string {
  const bits = Array.from(cle.replace(/\s/g, ''), (une) => LETTRES.indexOf(une).toString(2).padStart(5, '0')).join('')
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((octet) => parseInt(octet, 2)))
  const compte = Buffer.alloc(8)
  compte.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + pas))
  const empreinte = createHmac('sha1', secret).update(compte).digest()
  const place = (empreinte.at(-1) ?? 0) & 15
  return String((empreinte.readUInt32BE(place) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

test('the représentant légal lets somebody join, who turns a second factor on, comes in with it, and is closed and opened by an officer', async ({
  page,
  browser,
}) => {
  // Three people, and each page looked at twice.
  test.setTimeout(240_000)
  const dites = plaintes(page)
  const siret = await siretDeLaDemonstration(page)
  const ailleurs = await browser.newContext({ locale: 'fr-FR' })
  const lise = await ailleurs.newPage()
  const courriel = await demander(lise, 'Lise', siret)
  await page.reload()
  await expect(page.getByRole('region', { name: /pour rejoindre votre structure/ })).toContainText(`Lise ${NOM}`)
  await montrer(page, 'extranet-accueil-adhesion')
  await page.getByRole('link', { name: 'Répondre' }).click()
  const ligne = page.getByRole('listitem').filter({ hasText: courriel })
  await ligne.getByLabel('Rôle donné').selectOption('LECTEUR')
  await ligne.locator('summary').click()
  await montrer(page, 'extranet-membres')
  await ligne.getByRole('button', { name: /^Accepter/ }).press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'rejoint votre structure' })).toBeVisible()
  await montrer(page, 'extranet-membres-accepte')

  await choisirSonMotDePasse(lise, courriel)
  await lise.getByRole('link', { name: 'Membres de la structure' }).click()
  await expect(lise.getByRole('list', { name: 'Membres' })).toContainText('Odile Vandamme')
  await expect(lise.getByText('Retirer')).toHaveCount(0)
  const liseDites = plaintes(lise)
  const secours = await secondFacteur(lise)
  await lise.getByRole('button', { name: 'Se déconnecter' }).click()
  await connecter(lise, courriel, PHRASE)
  await expect(lise.getByRole('heading', { level: 1, name: 'Saisissez votre code' })).toBeVisible()
  await sansFauteRgaa(lise)
  await lise.getByRole('textbox', { name: 'Code' }).fill('000 000')
  await lise.getByRole('button', { name: 'Se connecter' }).click()
  await expect(lise.getByRole('alert')).toContainText('Ce code n’est pas le bon')
  await sansFauteRgaa(lise)
  await montrer(lise, 'extranet-code')
  await lise.getByRole('textbox', { name: 'Code' }).fill(secours)
  await lise.getByRole('button', { name: 'Se connecter' }).click()
  await expect(lise.getByRole('heading', { level: 2, name: 'Vos demandes de subvention' })).toBeVisible()

  await seConnecter(page, 'agent')
  await page.goto(`/comptes-extranet?q=${encodeURIComponent(courriel)}`)
  await expect(page.getByRole('listitem').filter({ hasText: courriel })).toContainText(', double authentification')
  await page.getByText('Téléphone perdu').click()
  await montrer(page, 'comptes-extranet')
  await page.getByRole('button', { name: 'Fermer le compte' }).click()
  await expect(page.getByText('ses sessions sont terminées')).toBeVisible()
  await lise.goto('/extranet/accueil')
  await expect(lise.getByRole('heading', { level: 1, name: 'Connexion' })).toBeVisible()
  await page.getByRole('button', { name: 'Rouvrir le compte' }).click()
  await expect(page.getByText('avec son mot de passe')).toBeVisible()
  expect(dites).toEqual([])
  expect(liseDites).toEqual([])
  await ailleurs.close()
})

/** Turns it on; gives one of the codes that serve once. */
async function secondFacteur(page: Page): Promise<string> {
  await page.goto('/extranet/sessions')
  await page.getByRole('link', { name: /double authentification/ }).click()
  await page.getByRole('button', { name: 'Activer la double authentification' }).click()
  await expect(page.getByRole('img', { name: 'QR code de la clé' })).toBeVisible()
  await montrer(page, 'extranet-second-facteur')
  const cle = (await page.locator('main strong').textContent()) ?? ''
  await page.getByLabel('Code à six chiffres').fill(codeDuTelephone(cle, 0))
  await page.getByRole('button', { name: 'Confirmer' }).click()
  const codes = page.getByRole('list', { name: 'Codes de secours' }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  await montrer(page, 'extranet-second-facteur-actif')
  return (await codes.first().textContent()) ?? ''
}

test('where no script comes, who asks to join is refused with a reason, and a second factor is turned on and off', async ({
  browser,
  baseURL,
}) => {
  const contexte = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR', ...(baseURL && { baseURL }) })
  const page = await contexte.newPage()
  const siret = await siretDeLaDemonstration(page)
  const courriel = await demander(page, 'Paule', siret)
  await page.goto('/extranet/accueil')
  await page.getByRole('link', { name: 'Membres de la structure' }).click()
  const ligne = page.getByRole('listitem').filter({ hasText: courriel })
  await ligne.locator('summary').click()
  await ligne.getByRole('button', { name: 'Refuser la demande' }).click()
  await expect(page.getByText('Dites pourquoi').first()).toBeVisible()
  await ligne.getByLabel('Motif').fill('Nous ne connaissons pas cette personne.')
  await ligne.getByRole('button', { name: 'Refuser la demande' }).click()
  await expect(page.getByRole('status')).toContainText('La demande est refusée')
  await expect(ligne).toHaveCount(0)

  const autre = await demander(page, 'Rose', siret)
  await page.goto('/extranet/accueil')
  await page.getByRole('link', { name: 'Membres de la structure' }).click()
  await page
    .getByRole('listitem')
    .filter({ hasText: autre })
    .getByRole('button', { name: /^Accepter/ })
    .click()
  await expect(page.getByRole('status')).toContainText('rejoint votre structure')
  const membre = page.getByRole('list', { name: 'Membres' }).getByRole('listitem').filter({ hasText: 'Rose' })
  await membre.locator('summary', { hasText: 'Retirer' }).click()
  await membre.getByRole('button', { name: 'Retirer de la structure' }).click()
  await expect(page.getByRole('status')).toContainText('ne fait plus partie')
  await page.getByRole('button', { name: 'Se déconnecter' }).click()

  await choisirSonMotDePasse(page, autre)
  await page.goto('/extranet/second-facteur')
  await page.getByRole('button', { name: 'Activer la double authentification' }).click()
  const cle = (await page.locator('main strong').textContent()) ?? ''
  await page.getByLabel('Code à six chiffres').fill(codeDuTelephone(cle, 0))
  await page.getByRole('button', { name: 'Confirmer' }).click()
  const codes = page.getByRole('list', { name: 'Codes de secours' }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  const [premier = '', second = ''] = await codes.allTextContents()
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await connecter(page, autre, PHRASE)
  await page.getByRole('textbox', { name: 'Code' }).fill(premier)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.goto('/extranet/second-facteur')
  await page.getByLabel('Mot de passe').fill(PHRASE)
  await page.getByLabel('Code à six chiffres').fill(second)
  await page.getByRole('button', { name: 'Retirer la double authentification' }).click()
  await expect(page.getByRole('button', { name: 'Activer la double authentification' })).toBeVisible()
  await contexte.close()
})
