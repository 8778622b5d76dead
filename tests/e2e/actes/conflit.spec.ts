import { expect } from '@playwright/test'
import { test } from '../essai'
import { arriver, photo, sansDefaut, sansDirect, seConnecter } from '../poste'
import { numeroDemo } from '../livraison/demonstration'

test('of two officers on one dossier, the second is told who acted and when, over the new state', async ({
  browser,
}) => {
  const [premier, second] = await Promise.all([browser.newPage(), browser.newPage()])
  await sansDirect(second)
  await arriver(premier, 'agent')
  await arriver(second, 'responsable')
  await premier.goto('/dossiers?vue=complets')
  const numero = await premier
    .getByRole('link', { name: /^\d{4}-\d{5}$/ })
    .first()
    .innerText()
  for (const page of [premier, second]) {
    await page.goto(`/dossiers/${numero}`)
    await expect(page.getByRole('button', { name: 'Commencer l’instruction' })).toBeVisible()
  }
  await premier.getByRole('button', { name: 'Commencer l’instruction' }).click()
  await expect(premier.getByText('En instruction').first()).toBeVisible()

  const [reponse] = await Promise.all([
    second.waitForResponse((response) => response.request().method() === 'POST'),
    second.getByRole('button', { name: 'Commencer l’instruction' }).click(),
  ])
  expect(reponse.status()).toBe(409)
  const dit = second.getByRole('dialog', { name: 'Modifié entre-temps' })
  await expect(dit).toBeVisible()
  await expect(second.getByText(/Claire Delmotte a modifié cet élément le \d\d\/\d\d\/\d{4} à \d\d:\d\d/)).toBeVisible()
  await sansDefaut(second)
  await photo(second, 'conflit')
  await dit.getByRole('button', { name: 'Voir l’état actuel' }).click()
  await expect(dit).toBeHidden()
  await expect(second.getByText('En instruction').first()).toBeVisible()
})

test('a lecteur reads everything and decides nothing', async ({ page }) => {
  await seConnecter(page, 'lecteur')
  await page.goto(`/dossiers/${numeroDemo(22)}/decision`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sciences à Trois-Rivières')
  await expect(page.getByRole('button', { name: /Accorder|Voir le courriel/ })).toHaveCount(0)
  const answer = await page.request.post(`/dossiers/${numeroDemo(22)}/decision`, {
    form: {
      ...{ acte: 'accorder', intent: 'decider', version: '0', montant: '1000', precision: '' },
      ...{ deliberation: '2025-104', voteLe: '28/04/2025', executoireLe: '05/05/2025' },
    },
  })
  expect(answer.status()).toBe(403)
})
