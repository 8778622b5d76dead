import { expect } from '@playwright/test'
import { test } from './essai'
import { recevoirUneFiche } from './livraison/courriels'
import { passage } from './livraison/extraction'
import { sansDefaut, seConnecter } from './poste'

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
