import { expect } from '@playwright/test'
import { test } from './essai'
import { recevoirUneFiche } from './livraison/courriels'
import { passage } from './livraison/extraction'
import { auRepos, photo, sansDefaut, seConnecter } from './poste'

test('the answers write the reply, an officer’s words survive a change of answer, and a scheduled mail is taken back', async ({
  page,
}) => {
  await seConnecter(page, 'agent')
  const { fiche } = await recevoirUneFiche(page, `${passage(0).suite}8`)
  await page.goto(`${fiche}/instruction`)
  const groupe = (nom: RegExp) => page.getByRole('radiogroup', { name: nom })
  const texte = page.getByLabel(/Texte de la réponse/)

  await groupe(/partenaire/)
    .getByLabel('Non')
    .check()
  await expect(texte).toHaveValue(/Trouvez ce partenaire/)
  await texte.fill(`Merci pour votre fiche.\n\n${await texte.inputValue()}`)
  await expect(page.getByText('Texte modifié et enregistré.')).toBeVisible()
  await groupe(/budget/)
    .getByLabel('Non')
    .check()
  await page.getByRole('button', { name: 'Mettre à jour en gardant mes mots' }).click()
  await expect(texte).toHaveValue(/^Merci pour votre fiche\.[\s\S]*ne nous paraît pas réaliste/)
  await expect(page.getByText('Texte modifié et enregistré.')).toBeVisible()
  await sansDefaut(page)

  await page.getByRole('button', { name: 'Relire et envoyer…' }).first().click()
  await page.getByLabel('Programmé').check()
  await page.getByRole('button', { name: /programmer l’envoi$/ }).click()
  await page.getByRole('link', { name: 'Voir l’échange' }).click()
  await page.getByRole('button', { name: /^Annuler l’envoi/ }).click()
  await expect(page.getByText('Le courriel ne partira pas.')).toBeVisible()
  await expect(texte).toHaveValue(/^Merci pour votre fiche\./)
})

test('an answer that is kept moves no question that is still to be answered, under the hand', async ({ page }) => {
  await seConnecter(page, 'agent')
  const { fiche } = await recevoirUneFiche(page, `${passage(0).suite}9`)
  await page.goto(`${fiche}/instruction`)
  await auRepos(page)
  const questions = page.locator('[data-question]')
  const placeDe = async (rang: number) => (await questions.nth(rang).boundingBox())?.y
  let laisser = () => {}
  let tenue = Promise.resolve()
  await page.route(/\/instruction\/examen/, async (route) => {
    await tenue
    await route.continue()
  })
  const combien = await questions.count()
  expect(combien).toBeGreaterThan(5)
  for (let rang = 0; rang < combien - 1; rang += 1) {
    tenue = new Promise((resolve) => (laisser = resolve))
    const oui = questions.nth(rang).getByRole('radio', { name: 'Oui' })
    await oui.click()
    await expect(oui).toBeChecked()
    const avant = await placeDe(rang + 1)
    laisser()
    await expect(questions.nth(rang)).toContainText('Claire Delmotte, le')
    expect([rang, await placeDe(rang + 1)]).toEqual([rang, avant])
  }
  await sansDefaut(page)
  await photo(page, 'instruction-repondue')
})
