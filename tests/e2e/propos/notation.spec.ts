import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { rendreComplet } from '../livraison/complet'
import { importer, passage } from '../livraison/extraction'
import { montrer, plaintes, seConnecter, taper } from '../poste'
import { JUMELAGES } from '../livraison/demonstration'

const { mot, numero } = passage(7)
const UN = numero(1)
const POURQUOI = 'Le partenaire est connu et fiable.'
const SCORE = /^Score\s: /

/** Fills each critère of one's own lecture from the keyboard. */
async function remplir(page: Page, points: string) {
  const lecture = page.getByRole('form', { name: 'Votre lecture' })
  const cases = lecture.getByLabel(/^Points, de 0 à/)
  const combien = await cases.count()
  await cases.first().focus()
  for (let rang = 0; rang < combien; rang += 1) {
    await page.keyboard.press('ControlOrMeta+a')
    await taper(page, points)
    await page.keyboard.press('Tab')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(POURQUOI)
    await page.keyboard.press('Tab')
  }
  return lecture
}

test('a responsable sets the grille; two officers read apart, then are compared; the proposition and a simulation say the score', async ({
  page,
  browser,
}) => {
  const dites = plaintes(page)
  await seConnecter(page, 'responsable')
  await page.goto(`/administration/campagnes/${JUMELAGES}/notation`)
  const nouveau = page.getByRole('form', { name: 'Ajouter un critère' })
  await nouveau.getByLabel('Critère').fill(`Rayonnement ${mot}`)
  await nouveau.getByLabel('Ce que valent 0 et le maximum').fill('0 : personne ne le voit. Maximum : tout le canton.')
  await nouveau.getByLabel('Points au maximum').fill('2,5')
  await nouveau.getByRole('button', { name: 'Ajouter' }).click()
  await expect(nouveau).toContainText('Indiquez un nombre entier de points')
  await nouveau.getByLabel('Points au maximum').fill('2')
  await nouveau.getByRole('button', { name: 'Ajouter' }).click()
  await expect(page.getByRole('list', { name: 'Critères de notation' })).toContainText(`Rayonnement ${mot}, sur 2`)
  await montrer(page, 'notation-grille')

  const agent = await browser.newPage({ locale: 'fr-FR' })
  dites.push(...plaintes(agent))
  await seConnecter(agent, 'agent')
  await importer(agent, [{ numero: UN, objet: `Chorales de Herne ${mot}`, budget: 'juste' }])
  await rendreComplet(agent, UN)
  await agent.goto(`/dossiers/${UN}/decision`)
  await agent.getByRole('link', { name: 'Grille de notation' }).click()
  await expect(agent.getByText('Aucune lecture n’est rendue')).toBeVisible()
  const lecture = agent.getByRole('form', { name: 'Votre lecture' })
  await lecture.getByLabel('Justification').first().fill('À voir')
  await lecture.getByRole('button', { name: 'Garder pour finir plus tard' }).click()
  await expect(agent.getByText('Gardée, pas encore rendue.')).toBeVisible()
  await lecture.getByRole('button', { name: 'Rendre la lecture' }).click()
  await expect(lecture.getByRole('alert')).toContainText('donnez des points avant de rendre la lecture')
  await expect(lecture.getByLabel('Justification').first()).toHaveValue('À voir')

  await page.goto(`/dossiers/${UN}/notation`)
  await (await remplir(page, '0')).getByRole('button', { name: 'Rendre la lecture' }).click()
  await expect(page.getByText(SCORE)).toContainText('0,00 sur 20, une seule lecture rendue')

  await agent.reload()
  await expect(agent.getByText('vous la lirez quand vous aurez rendu la vôtre')).toBeVisible()
  await expect(agent.getByRole('table')).toHaveCount(0)
  await montrer(agent, 'notation-lecture')
  // What is typed of a critère stays its own, were the critères put in another order meanwhile.
  const rayonnement = agent.getByRole('group', { name: `Rayonnement ${mot}` }).getByLabel('Justification')
  await rayonnement.fill('Vu de tout le canton')
  await page.goto(`/administration/campagnes/${JUMELAGES}/notation`)
  await page.getByRole('button', { name: `Monter Rayonnement ${mot}` }).click()
  await expect(page.getByRole('list', { name: 'Critères de notation' }).getByRole('listitem').last()).not.toContainText(
    mot,
  )
  await agent.reload()
  await expect(rayonnement).toHaveValue('Vu de tout le canton')
  await remplir(agent, '2')
  await agent.keyboard.press('Enter')
  const comparees = agent.getByRole('region', { name: 'Lectures comparées' })
  await expect(comparees).toContainText(/2\spoints, écart important/)
  await expect(agent.getByText(SCORE)).toContainText(/moyenne de 2\slectures/)
  await montrer(agent, 'notation-comparees')

  await agent.goto(`/dossiers/${UN}/decision`)
  await expect(agent.getByText(SCORE)).toContainText(/sur 20, moyenne de 2\slectures/)
  await montrer(agent, 'notation-proposition')
  const proposition = agent.getByRole('region', { name: 'Proposition' })
  await proposition.getByText('Proposer un avis et un montant').click()
  await proposition.getByRole('button', { name: 'Proposer', exact: true }).click()
  await expect(proposition).toContainText(/Favorable, 3\s600\s€/)

  await agent.goto('/commissions')
  const campagne = agent.locator('a[href^="/simulations/campagne/"]').filter({ hasText: /Jumelage/i })
  await campagne.first().click()
  const scenario = agent.getByRole('form', { name: 'Régler le scénario C' })
  await scenario.getByLabel('Règle').selectOption({ label: 'Par score' })
  await expect(scenario).toContainText('il ne compte pas pour zéro')
  await scenario.getByRole('button', { name: 'Calculer le scénario C' }).click()
  await expect(agent.getByRole('row', { name: new RegExp(UN) })).toContainText(/moyenne de 2\slectures/)
  await montrer(agent, 'notation-simulation')
  await agent.close()
  expect(dites).toEqual([])
})
