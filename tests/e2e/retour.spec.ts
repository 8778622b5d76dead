import { expect, type Page } from '@playwright/test'
import { test } from './essai'
import { arriver, photo, plaintes, sansDefaut, seConnecter } from './poste'
import { numeroDemo } from './livraison/demonstration'

const NUMERO = numeroDemo(29)

/** Signs in where one stands, on a sign-in page that knows where to go next. */
async function entrer(page: Page, compte = 'agent') {
  await page.getByLabel('Adresse mail').fill(`${compte}@mcei.test`)
  await page.getByLabel('Mot de passe').fill('demo-mcei-2025')
  await page.getByRole('button', { name: 'Se connecter' }).click()
}

const chemin = (page: Page) => {
  const { pathname, search } = new URL(page.url())
  return pathname + search
}

const cadre = (page: Page) => page.getByRole('navigation').getByRole('link', { name: /Dossiers/ })

test('a visitor of any page signs in and arrives on it; an address that is no page leads home', async ({ page }) => {
  for (const [voulue, arrivee] of [
    [`/dossiers/${NUMERO}/pieces?piece=BUDGET_PROJET`, `/dossiers/${NUMERO}/pieces?piece=BUDGET_PROJET`],
    ['/courriels?etat=ENVOYE', '/courriels?etat=ENVOYE'],
    ['/messages', '/'],
    ['/dossiers/selection', '/'],
    ['/nulle-part', '/'],
    ['/connexion?retour=//evil.exemple', '/'],
    ['/connexion?retour=/dossiers.data', '/dossiers?vue=a-faire'],
  ] as const) {
    await page.context().clearCookies()
    await page.goto(voulue)
    await expect(page.getByRole('heading', { level: 1, name: 'Connexion' })).toBeVisible()
    await entrer(page)
    await expect(cadre(page)).toBeVisible()
    expect(chemin(page)).toBe(arrivee)
  }
})

test('a session that ends before a page is asked for leads back to it, once signed in again over the one shown', async ({
  page,
}) => {
  await seConnecter(page, 'agent')
  await page.goto(`/dossiers/${NUMERO}/echanges`)
  await expect(page.getByRole('link', { name: 'Suivant à traiter' })).toBeVisible()
  await page.context().clearCookies()
  await page.getByRole('link', { name: /^Budget \(/ }).click()
  const session = page.getByRole('dialog', { name: 'Votre session a pris fin' })
  await session.getByLabel('Mot de passe').fill('demo-mcei-2025')
  await session.getByRole('button', { name: 'Se reconnecter' }).click()
  await expect(page).toHaveURL(`/dossiers/${NUMERO}/budget`)
  await expect(session).toBeHidden()
  await page.context().clearCookies()
  await page.reload()
  await entrer(page)
  await expect(cadre(page)).toBeVisible()
  expect(chemin(page)).toBe(`/dossiers/${NUMERO}/budget`)
})

test('what cannot be shown or done is said inside the frame, and leads on', async ({ page }) => {
  await arriver(page, 'lecteur')
  for (const [adresse, status, titre] of [
    ['/nulle-part', 404, 'Page introuvable'],
    [`/courriels/${crypto.randomUUID()}`, 404, 'Page introuvable'],
    ['/administration/campagnes', 403, 'Accès réservé'],
  ] as const) {
    expect((await page.goto(adresse))?.status()).toBe(status)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(titre)
    await expect(cadre(page)).toBeVisible()
  }
  await expect(page.getByText('Votre rôle ne permet pas de régler une campagne.')).toBeVisible()
  await photo(page, 'acces-reserve')
})

test('an act on what is not there is said inside the frame; the address of an act leads to the page above it', async ({
  page,
}) => {
  await seConnecter(page, 'agent')
  await page.goto(`/dossiers/${NUMERO}`)
  const bouton = page.getByRole('button', { name: /^(Me l’affecter|Ne plus suivre)$/ })
  const acte = `/courriels/${crypto.randomUUID()}/depart`
  await bouton.evaluate((element, action) => {
    for (const [nom, valeur] of Object.entries({ formaction: action, name: 'intent', value: 'annuler' }))
      element.setAttribute(nom, valeur)
  }, acte)
  await bouton.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page introuvable')
  await expect(cadre(page)).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'acte-introuvable')
  await page.goto(`/dossiers/${NUMERO}/souhaits`)
  expect(chemin(page)).toBe(`/dossiers/${NUMERO}`)
})

test('a word on what was done is shown once', async ({ page }) => {
  const dites = plaintes(page)
  await seConnecter(page, 'agent')
  await page.goto(`/dossiers/${NUMERO}/journal?page=0`)
  const bouton = page.getByRole('button', { name: /^(Me l’affecter|Ne plus suivre)$/ })
  await bouton.click()
  const mot = page.getByText(/^(Vous suivez ce dossier|Plus personne ne suit ce dossier)\.$/)
  await expect(mot).toBeVisible()
  expect(chemin(page)).toBe(`/dossiers/${NUMERO}/journal?page=0`)
  await page.reload()
  await expect(bouton).toBeVisible()
  await expect(mot).toHaveCount(0)
  expect(dites).toEqual([])
})
