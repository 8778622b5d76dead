import { expect, test } from '@playwright/test'
import { recevoirUneFiche } from './livraison/courriels'
import { passage } from './livraison/extraction'
import { auRepos, plaintes, seConnecter } from './poste'

/** A hand at the keyboard, in ms from one key to the next. */
const MAIN = 60

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

test('of two acts of one page, the second falls on what the first left once it is answered', async ({ page }) => {
  const refus: number[] = []
  page.on('response', (response) => {
    if (response.status() >= 400) refus.push(response.status())
  })
  await seConnecter(page, 'agent')
  await page.goto('/dossiers?vue=complets')
  const numero = await page
    .getByRole('link', { name: /^\d{4}-\d{5}$/ })
    .last()
    .innerText()
  await page.goto(`/dossiers/${numero}`)
  await auRepos(page)
  const suivi = page.getByRole('button', { name: /^(Me l’affecter|Ne plus suivre)$/ })
  const avant = await suivi.innerText()
  await suivi.click()
  await expect(suivi).not.toHaveText(avant)
  await page.getByRole('button', { name: 'Commencer l’instruction' }).click({ delay: MAIN })
  await expect(page.getByText('En instruction').first()).toBeVisible()

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
