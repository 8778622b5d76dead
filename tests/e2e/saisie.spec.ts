import { expect, test, type Page } from '@playwright/test'
import { photo, plaintes, sansDefaut, seConnecter } from './poste'

const NUMERO = '2025-02029'
const MOTS = 'Merci de préciser les dates du séjour et le nom de la commune d’accueil.'

const message = (page: Page) => page.getByLabel(/^Votre message/)
const dialogue = (page: Page, nom: string) => page.getByRole('dialog', { name: nom })

async function ecrire(page: Page, mots = MOTS) {
  await page.goto(`/dossiers/${NUMERO}/echanges`)
  await message(page).pressSequentially(mots, { delay: 20 })
}

async function seReconnecter(page: Page) {
  const session = dialogue(page, 'Votre session a pris fin')
  await expect(session).toBeVisible()
  await expect(session.getByLabel('Mot de passe')).toBeFocused()
  await session.getByLabel('Mot de passe').fill('demo-mcei-2025')
  await session.getByRole('button', { name: 'Se reconnecter' }).click()
  await expect(session).toBeHidden()
}

test('what was typed is found again after a reload, and erased on demand', async ({ page }) => {
  const dites = plaintes(page)
  await seConnecter(page, 'agent')
  await ecrire(page)
  await page.reload()
  await expect(message(page)).toHaveValue(MOTS)
  await expect(page.getByText(/^Retrouvé, de \d+\sh\s\d\d · Effacer$/)).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'saisie-retrouvee')
  await page.getByRole('button', { name: 'Effacer', exact: true }).click()
  await expect(message(page)).toHaveValue('')
  await page.reload()
  await expect(message(page)).toHaveValue('')
  await expect(page.getByText(/^Retrouvé/)).toHaveCount(0)
  expect(dites).toEqual([])
})

test('a session that ends is opened again over the page, and the act goes through', async ({ page }) => {
  await seConnecter(page, 'agent')
  await ecrire(page)
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Relire et envoyer…' }).click()
  await expect(dialogue(page, 'Votre session a pris fin')).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'session-finie')
  await seReconnecter(page)
  const confirmer = dialogue(page, 'Envoyer ce message')
  await expect(confirmer).toBeVisible()
  await page.context().clearCookies()
  await confirmer.getByRole('button', { name: 'Envoyer le message' }).click()
  await seReconnecter(page)
  await expect(page.getByText(/^Le message part à/)).toBeVisible()
  await page.reload()
  await expect(page.getByText(MOTS)).toHaveCount(1)
  await expect(message(page)).toHaveValue('')
})

test('leaving with words asks once; they are found from the page of the dossier and from the dashboard', async ({
  page,
}) => {
  await seConnecter(page, 'agent')
  await ecrire(page)
  await page.getByRole('link', { name: /^Pièces/ }).click()
  await expect(page.getByRole('heading', { name: 'Écrit et pas encore envoyé' })).toBeVisible()
  await page.getByRole('link', { name: 'Reprendre' }).click()
  await expect(message(page)).toHaveValue(MOTS)
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Courriels/ })
    .first()
    .click()
  const quitter = dialogue(page, 'Quitter cette page ?')
  await expect(quitter).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'quitter')
  await page.keyboard.press('Escape')
  await expect(quitter).toBeHidden()
  await expect(message(page)).toHaveValue(MOTS)
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Courriels/ })
    .first()
    .click()
  await quitter.getByRole('button', { name: 'Quitter la page' }).click()
  await expect(page).toHaveURL(/\/courriels/)
  await page.goto('/')
  await expect(page.getByText(/^Message à la structure \(2025-02029\), de \d+\sh\s\d\d/)).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'mots-gardes')
})
