// Walked last, and leaves the campagne as it was: without its signatory, the mails of every other journey would be held.
import { expect, type Page, test } from '@playwright/test'
import { retirer } from '../livraison/envoi'
import { importer, passage } from '../livraison/extraction'
import { photo, plaintes, sansDefaut, seConnecter } from '../poste'

const { suite, numero } = passage(9)
const DOSSIER = numero(1)

/** The page at the width of a desk, then of a phone, without a fault and to be looked at. */
async function regarder(page: Page, nom: string) {
  await sansDefaut(page)
  await photo(page, `${nom}-1440`)
  await page.setViewportSize({ width: 390, height: 844 })
  await sansDefaut(page)
  await photo(page, `${nom}-390`)
  await page.setViewportSize({ width: 1440, height: 900 })
}

const adressePostale = (page: Page) =>
  page.getByRole('group', { name: 'Signataire des courriels' }).getByLabel('Adresse postale')

/** Writes the postal address of who signs, past what the page says it would do. */
async function regler(page: Page, adresse: string) {
  await adressePostale(page).fill(adresse)
  await page.getByRole('button', { name: 'Enregistrer les réglages' }).click()
  await page.getByRole('button', { name: 'Enregistrer ces réglages' }).click()
  await expect(page.getByText('Réglages enregistrés.')).toBeVisible()
}

test('a campagne that nobody signs says so on the dashboard, on its page and on the mails it holds, with what to do', async ({
  page,
  browser,
}) => {
  const dites = plaintes(page)
  await seConnecter(page, 'responsable')
  await importer(page, [{ numero: DOSSIER, objet: `Carillon ${suite}` }])
  await page.goto(`/dossiers/${DOSSIER}`)
  const entete = await page.locator('header', { has: page.getByRole('heading', { level: 1 }) }).innerText()
  await page.goto('/administration/campagnes')
  const rangees = page.getByRole('rowheader')
  const noms = (await rangees.allInnerTexts()).map((mots) => mots.split('\n').at(-1) ?? '')
  const rang = noms.findIndex((nom) => nom !== '' && entete.includes(nom))
  const libelle = noms[rang] ?? ''
  const reglages = (await rangees.nth(rang).getByRole('link').getAttribute('href')) ?? ''
  await page.goto(reglages)
  const avant = await adressePostale(page).inputValue()
  expect(avant).not.toBe('')
  await regler(page, '')
  try {
    await page.goto(reglages)
    const bandeau = page.getByRole('status').filter({ hasText: 'Aucun accusé de réception ne part de lui-même' })
    await expect(bandeau).toContainText('il manque l’adresse')
    await regarder(page, 'sans-signataire-campagne')
    await bandeau.getByRole('link', { name: 'Compléter le signataire' }).click()
    await expect(page).toHaveURL(/#signataireAdresse$/)
    await expect(adressePostale(page)).toBeInViewport()

    await page.goto('/')
    const accueil = page.getByRole('status').filter({ hasText: 'signataire n’est pas complet' })
    await expect(accueil.getByRole('link', { name: libelle })).toHaveAttribute('href', reglages)
    await regarder(page, 'sans-signataire-accueil')
    const agent = await browser.newPage()
    await seConnecter(agent, 'agent')
    await expect(agent.getByRole('status').filter({ hasText: 'signataire n’est pas complet' })).toContainText(
      'Demandez à un responsable de le compléter.',
    )
    await agent.close()

    await retirer(page, DOSSIER)
    await page.goto(`/courriels?etat=RETENU&q=${DOSSIER}`)
    await page.locator('main a[href^="/courriels/"]').first().click()
    await expect(page.getByText('Ce courriel est retenu').first()).toBeVisible()
    await expect(page.getByText(/^Le signataire de la campagne n’est pas complet/).first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Envoyer quand même' })).toBeVisible()
    await regarder(page, 'sans-signataire-courriel')
  } finally {
    await page.goto(reglages)
    await regler(page, avant)
  }
  await page.goto(reglages)
  await expect(page.getByText('Aucun accusé de réception ne part de lui-même')).toHaveCount(0)
  expect(dites).toEqual([])
})
