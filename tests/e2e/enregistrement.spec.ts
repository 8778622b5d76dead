import { expect, type Page } from '@playwright/test'
import { test } from './essai'
import { recevoirUneFiche } from './livraison/courriels'
import { passage } from './livraison/extraction'
import { auRepos, plaintes, seConnecter } from './poste'

const MOTS = 'Un accord signé par les deux villes.'

/** What the server kept of the answers of the grid: the words of each, in order. */
function ecouter(page: Page) {
  const gardes: string[] = []
  page.on('response', (response) => {
    const requete = response.request()
    const corps = requete.method() === 'POST' ? new URLSearchParams(requete.postData() ?? '') : null
    if (corps?.get('intent') === 'repondre' && response.ok()) gardes.push(corps.get('precision') ?? '')
  })
  return gardes
}

const precision = (page: Page) => page.getByLabel('Précision, ajoutée à la réponse').first()
const texte = (page: Page) => page.getByLabel(/Texte de la réponse/)
const panne = (page: Page) => page.getByRole('dialog', { name: 'Le réseau ne répond pas' })

/** A fiche of its own, its first question answered, on the page where it is examined. */
async function instruire(page: Page, rang: number) {
  await seConnecter(page, 'agent')
  const { fiche } = await recevoirUneFiche(page, `${passage(0).suite}${rang}`)
  await page.goto(`${fiche}/instruction`)
  await auRepos(page)
  const apercu = page.waitForResponse((reponse) => /\bapercu\b/.test(reponse.request().postData() ?? ''))
  await page
    .getByRole('radiogroup', { name: /partenaire/ })
    .getByLabel('Non')
    .check()
  await expect(texte(page)).toHaveValue(/Trouvez ce partenaire/)
  await apercu
  // The page has been read again, and the mail it gives: what ends the session or the network afterwards falls on what is written then.
  await page.waitForLoadState('networkidle')
  await auRepos(page)
}

test('reloaded before they were saved, the words of an answer and of the reply are found again and saved once', async ({
  page,
}) => {
  const dites = plaintes(page)
  await instruire(page, 1)
  const gardes = ecouter(page)
  await precision(page).click()
  await page.keyboard.insertText(MOTS)
  await page.reload()
  await expect(precision(page)).toHaveValue(MOTS)
  await expect.poll(() => gardes).toEqual([MOTS])
  await expect(page.getByText('Enregistrement…')).toHaveCount(0)

  await texte(page).click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.insertText('Merci de votre fiche. ')
  await page.reload()
  await expect(texte(page)).toHaveValue(/^Merci de votre fiche\. /)
  await expect(page.getByText('Texte modifié et enregistré.')).toBeVisible()
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await expect(precision(page)).toHaveValue(MOTS)
  await expect(texte(page)).toHaveValue(/^Merci de votre fiche\. /)
  expect(gardes).toEqual([MOTS])
  expect(dites).toEqual([])
})

test('written over a session that ended, an answer is saved once signed in again', async ({ page }) => {
  await instruire(page, 2)
  const gardes = ecouter(page)
  await page.context().clearCookies()
  await precision(page).click()
  await page.keyboard.insertText(MOTS)
  const session = page.getByRole('dialog', { name: 'Votre session a pris fin' })
  await session.getByLabel('Mot de passe').fill('demo-mcei-2025')
  await session.getByRole('button', { name: 'Se reconnecter' }).click()
  await expect(session).toBeHidden()
  await expect.poll(() => gardes.at(-1)).toBe(MOTS)
  await page.keyboard.press('Tab')
  await auRepos(page)
  await page.reload()
  await expect(precision(page)).toHaveValue(MOTS)
  expect(gardes).toEqual([MOTS])
})

test('written without a network, an answer goes when it is back; given up, it is found again and saved', async ({
  page,
}) => {
  await instruire(page, 3)
  const gardes = ecouter(page)
  await page.context().setOffline(true)
  await precision(page).click()
  await page.keyboard.insertText(MOTS)
  await expect(panne(page)).toBeVisible()
  await page.context().setOffline(false)
  await expect(panne(page)).toBeHidden()
  await expect.poll(() => gardes).toEqual([MOTS])

  await page.context().setOffline(true)
  await precision(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText(' Et son programme.')
  await panne(page).getByRole('button', { name: 'Rester sur la page' }).click()
  await expect(precision(page)).toHaveValue(`${MOTS} Et son programme.`)
  await page.context().setOffline(false)
  await page.reload()
  await expect(precision(page)).toHaveValue(`${MOTS} Et son programme.`)
  await expect.poll(() => gardes).toEqual([MOTS, `${MOTS} Et son programme.`])
})

test('the first answer to a question, given up without a network, is found again and saved', async ({ page }) => {
  await instruire(page, 4)
  const gardes = ecouter(page)
  const reponse = page.getByRole('radiogroup').first().getByLabel('Oui')
  await page.context().setOffline(true)
  await reponse.check()
  await panne(page).getByRole('button', { name: 'Rester sur la page' }).click()
  await expect(reponse).toBeChecked()
  await page.context().setOffline(false)
  await page.reload()
  await expect(reponse).toBeChecked()
  await expect.poll(() => gardes).toEqual([''])
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await expect(reponse).toBeChecked()
})

/** The first answer that is sent from here is kept, and the word of it lost; gives how many were. */
async function perdreUneReponse(page: Page) {
  const perdues: string[] = []
  await page.route(/\.data/, async (route) => {
    const requete = route.request()
    const estReponse = new URLSearchParams(requete.postData() ?? '').get('intent') === 'repondre'
    if (requete.method() !== 'POST' || !estReponse || perdues.length > 0) return route.fallback()
    perdues.push(requete.url())
    await route.fetch()
    return route.abort('connectionreset')
  })
  await precision(page).click()
  await page.keyboard.insertText(MOTS)
  await panne(page).getByRole('button', { name: 'Rester sur la page' }).click()
  await expect(panne(page)).toBeHidden()
  expect(perdues).toHaveLength(1)
}

async function ecrireLaSuite(page: Page) {
  await precision(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText(' Et son programme.')
}

test('what is written further once an answer was kept and its word lost is not taken for what was kept: that is said, and it stays', async ({
  page,
}) => {
  await instruire(page, 5)
  // Whatever makes the page read itself again, it reads what it had: the answer that was kept stands in the way.
  const lue = await page.request.get(`${page.url()}.data`)
  const [headers, body] = [lue.headers(), await lue.body()]
  await page.route(/\/instruction\.data/, (route) =>
    route.request().method() === 'GET' ? route.fulfill({ status: 200, headers, body }) : route.fallback(),
  )
  await perdreUneReponse(page)
  await ecrireLaSuite(page)
  await expect(page.getByText(/^Vous avez répondu à cette question dans un autre onglet/)).toBeVisible()
  await expect(precision(page)).toHaveValue(`${MOTS} Et son programme.`)
})

test('written further once the page has read the answer that was kept and its word lost, it is kept too', async ({
  page,
}) => {
  await instruire(page, 6)
  await perdreUneReponse(page)
  const relue = page.waitForResponse((r) => r.request().method() === 'GET' && /\/instruction\.data/.test(r.url()))
  await page.evaluate(() => window.__remixRouter.revalidate())
  await relue
  await auRepos(page)
  await ecrireLaSuite(page)
  const gardes = async () => (await page.request.get(page.url())).text()
  await expect.poll(gardes).toContain(`${MOTS} Et son programme.`)
  await expect(precision(page)).toHaveValue(`${MOTS} Et son programme.`)
})
