import { expect } from '@playwright/test'
import { test } from '../essai'
import { commencer, dossierComplet, MAIN, refusDe, retenirLePremier, suivi } from './deux-actes'
import { recevoirUneFiche } from '../livraison/courriels'
import { passage } from '../livraison/extraction'
import { auRepos, plaintes, sansDirect, seConnecter } from '../poste'

/** The first act is on its way for so long, in ms: a slow browser has pressed the second button by then. */
const EN_ROUTE = 3_000

test('an answer of the grid is sent once, and the same officer edits the reply, answers and sends: no conflict with herself', async ({
  page,
}) => {
  const dites = plaintes(page)
  await seConnecter(page, 'agent')
  const { fiche } = await recevoirUneFiche(page, `${passage(0).suite}5`)
  await page.goto(`${fiche}/instruction`)
  await auRepos(page)
  const reponses: string[] = []
  const refus: number[] = []
  page.on('request', (request) => {
    const envoye = request.method() === 'POST' ? (request.postData() ?? '') : ''
    if (envoye.includes('intent=repondre')) reponses.push(new URLSearchParams(envoye).get('code') ?? '')
  })
  page.on('response', (response) => {
    if (response.status() >= 400) refus.push(response.status())
  })
  const texte = page.getByLabel(/Texte de la réponse/)
  const groupe = (nom: RegExp) => page.getByRole('radiogroup', { name: nom })

  await groupe(/partenaire/)
    .getByLabel('Non')
    .check()
  await expect(texte).toHaveValue(/Trouvez ce partenaire/)
  const precision = page.getByLabel('Précision, ajoutée à la réponse').first()
  await precision.click()
  await precision.pressSequentially('Un accord signé.', { delay: MAIN })
  await page.keyboard.press('Tab')
  await expect.poll(() => reponses).toEqual(['PARTENAIRE', 'PARTENAIRE'])
  await expect(page.getByText('Enregistrement…')).toHaveCount(0)
  await auRepos(page)
  // The answer, then its words: the focus that moves on sends neither again.
  expect(reponses).toEqual(['PARTENAIRE', 'PARTENAIRE'])

  await texte.click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Merci de votre fiche. ', { delay: MAIN })
  await groupe(/budget/)
    .getByLabel('Non')
    .check()
  await page.getByRole('button', { name: 'Relire et envoyer…' }).first().click()
  const dialogue = page.getByRole('dialog')
  await expect(dialogue.frameLocator('iframe').getByText(/Merci de votre fiche/)).toBeVisible()
  await dialogue.getByRole('button', { name: /et envoyer$/ }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Avis rendu.' })).toBeVisible()
  expect(refus).toEqual([])
  expect(dites).toEqual([])
})

test('two acts of a dossier in a tenth of a second: the second waits for the answer to the first, and goes with what it left', async ({
  page,
}) => {
  const refus = refusDe(page)
  const numero = await dossierComplet(page)
  const poses = await retenirLePremier(page, EN_ROUTE)
  await suivi(page).click()
  await commencer(page).click({ delay: MAIN })
  const attend = page.getByRole('alert').filter({ hasText: '«\u00a0Commencer l’instruction\u00a0» attend son tour' })
  await expect(attend).toBeVisible()
  expect(poses).toHaveLength(1)
  await expect(page.getByText('En instruction').first()).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const [premier = 0, second] = poses.map((pose) => Number(pose.split(' ')[1]))
  expect(poses.map((pose) => pose.split(' ')[0])).toEqual([expect.stringMatching(/affecter|liberer/), 'instruire'])
  expect(second).toBe(premier + 1)
  expect(refus).toEqual([])
  await page.unrouteAll({ behavior: 'wait' })

  await page.goto(`/dossiers/${numero}/deverrouillage`)
  await auRepos(page)
  const motif = page.getByLabel('Pourquoi (le demandeur le lira)')
  await motif.pressSequentially('Le budget est à reprendre.', { delay: MAIN })
  await page.getByRole('button', { name: /^Noter une demande/ }).click()
  await page.getByLabel('Qui demande').fill('Anne PRUVOST')
  await page.getByLabel(/^Ce qui est demandé/).fill('Rouvrir le budget.')
  await page.getByRole('button', { name: 'Noter la demande' }).click()
  await expect(page.getByRole('button', { name: 'Refuser cette demande…' })).toBeVisible()
  await expect(motif).toHaveValue('Le budget est à reprendre.')
  await page.getByRole('checkbox', { name: 'Budget', exact: true }).first().check()
  await page.getByRole('button', { name: 'Voir le courriel avant d’ouvrir' }).click()
  const dialogue = page.getByRole('dialog')
  await dialogue.getByRole('button', { name: /^Ouvrir jusqu’au/ }).click()
  await expect(page.getByRole('alert').filter({ hasText: /^Dossier ouvert jusqu’au/ })).toBeVisible()
  expect(refus).toEqual([])
})

test('two acts of a fiche in a tenth of a second: what is typed in the second is kept until it goes', async ({
  page,
}) => {
  const refus = refusDe(page)
  await seConnecter(page, 'agent')
  const { fiche } = await recevoirUneFiche(page, `${passage(0).suite}6`)
  await page.goto(fiche)
  await page.waitForLoadState('networkidle')
  const ville = page.locator('form#champ-ville')
  const titre = page.locator('form#champ-titre')
  await titre.getByRole('textbox').fill('Cerfs-volants du Danemark')
  await ville.getByRole('textbox').fill('Aarhus')
  const poses = await retenirLePremier(page, EN_ROUTE)
  await titre.getByRole('button', { name: /^(Confirmer|Corriger|Enregistrer)/ }).click()
  await ville.getByRole('button', { name: /^(Confirmer|Corriger|Enregistrer)/ }).click({ delay: MAIN })
  await expect(ville.getByRole('textbox')).toHaveValue('Aarhus')
  await expect.poll(() => poses).toHaveLength(2)
  const [premier = 0, second] = poses.map((pose) => Number(pose.split(' ')[1]))
  expect(second).toBe(premier + 1)
  await page.waitForLoadState('networkidle')
  await page.reload()
  await expect(ville.getByRole('textbox')).toHaveValue('Aarhus')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Cerfs-volants du Danemark')
  expect(refus).toEqual([])
})

test('when the first act of a page is refused, the second is not posted, and that is said', async ({
  page,
  browser,
}) => {
  await sansDirect(page)
  const numero = await dossierComplet(page)
  const collegue = await browser.newPage()
  await seConnecter(collegue, 'responsable')
  await collegue.goto(`/dossiers/${numero}`)
  await auRepos(collegue)
  const avant = await suivi(collegue).innerText()
  await suivi(collegue).click()
  await expect(suivi(collegue)).not.toHaveText(avant)

  const poses = await retenirLePremier(page, EN_ROUTE)
  await suivi(page).click()
  await commencer(page).click({ delay: MAIN })
  const conflit = page.getByRole('dialog', { name: 'Modifié entre-temps' })
  await expect(conflit).toContainText('a modifié cet élément')
  await conflit.getByRole('button', { name: 'Voir l’état actuel' }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: '«\u00a0Commencer l’instruction\u00a0» n’a pas été fait' }),
  ).toBeVisible()
  expect(poses).toHaveLength(1)
  await expect(commencer(page)).toBeVisible()
})

test('when the first field of a fiche is refused, the next one is not posted, says so and keeps its words', async ({
  page,
}) => {
  await seConnecter(page, 'agent')
  const { fiche } = await recevoirUneFiche(page, `${passage(0).suite}7`)
  await page.goto(fiche)
  await page.waitForLoadState('networkidle')
  const siret = page.locator('form#champ-siret')
  const ville = page.locator('form#champ-ville')
  await siret.getByRole('textbox').fill('123')
  await ville.getByRole('textbox').fill('Aarhus')
  const poses = await retenirLePremier(page, EN_ROUTE)
  await siret.getByRole('button', { name: /^Confirmer/ }).click()
  await ville.getByRole('button', { name: /^Confirmer/ }).click({ delay: MAIN })
  const dit = page.getByRole('alert').filter({ hasText: '«\u00a0Confirmer\u00a0» n’a pas été fait' })
  await expect(dit).toBeVisible()
  await expect(siret.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true')
  await expect(ville.getByRole('textbox')).toHaveValue('Aarhus')
  expect(poses).toHaveLength(1)
  await ville.getByRole('button', { name: /^Confirmer/ }).click()
  await expect.poll(() => poses).toHaveLength(2)
})

test('when the page that the first act leads to says a refusal, the second is not posted', async ({ page }) => {
  await dossierComplet(page)
  // The answer that a refusal told by a toast bears: tests/db/dossier/routes.test.ts.
  const poses = await retenirLePremier(page, EN_ROUTE, { 'x-refus': 'oui' })
  const avant = await suivi(page).innerText()
  await suivi(page).click()
  await commencer(page).click({ delay: MAIN })
  // What the page says by itself is said too.
  await expect(page.getByRole('alert').filter({ hasText: /suit ce dossier|suivez ce dossier/ })).toContainText(
    '«\u00a0Commencer l’instruction\u00a0» n’a pas été fait',
  )
  await expect(suivi(page)).not.toHaveText(avant)
  expect(poses).toHaveLength(1)
})
