import { expect } from '@playwright/test'
import { test } from '../essai'
import { rendreComplet } from '../livraison/complet'
import { importer, passage } from '../livraison/extraction'
import { auRepos, montrer, plaintes, seConnecter, taper } from '../poste'

const { mot, numero } = passage(4)
const [UN, DEUX] = [numero(1), numero(2)]
const POURQUOI = 'Le transport est trop cher.'

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage({ locale: 'fr-FR' })
  await seConnecter(page, 'agent')
  await importer(page, [
    { numero: UN, objet: `Chorales de Herne ${mot}`, budget: 'juste' },
    { numero: DEUX, objet: `Tandems de Herne ${mot}`, budget: 'juste' },
  ])
  for (const un of [UN, DEUX]) await rendreComplet(page, un)
  await page.close()
})

test('an officer proposes an amount; what was proposed before stays, and who decides begins from it', async ({
  page,
  browser,
}) => {
  const dites = plaintes(page)
  await seConnecter(page, 'agent')
  await page.goto(`/dossiers/${UN}/decision`)
  const proposition = page.getByRole('region', { name: 'Proposition' })
  await expect(proposition).toContainText('Rien n’est proposé')
  await proposition.getByText('Proposer un avis et un montant').click()
  await proposition.getByLabel('Montant proposé (€)').fill('3 000')
  await proposition.getByRole('button', { name: 'Proposer', exact: true }).click()
  await expect(proposition).toContainText('Dites pourquoi en une phrase au moins')
  await expect(proposition.getByLabel('Montant proposé (€)')).toHaveValue('3 000')
  await proposition.getByLabel(/^Pourquoi/).focus()
  await taper(page, POURQUOI)
  await montrer(page, 'proposition-form')
  await proposition.getByRole('button', { name: 'Proposer', exact: true }).click()
  await expect(proposition).toContainText(/Favorable, 3\s000\s€ \(83,3\s% du montant demandé\), par Claire Delmotte/)

  await proposition.getByText('Proposer autre chose').click()
  await proposition.getByLabel('Avis').selectOption({ label: 'Réservé' })
  await proposition.getByLabel('Montant proposé (€)').fill('2500')
  await proposition.getByRole('button', { name: 'Proposer', exact: true }).click()
  await expect(proposition).toContainText(/Réservé, 2\s500\s€/)
  await proposition.getByText(/^1\sproposition précédente$/).click()
  await expect(proposition).toContainText(/Favorable, 3\s000\s€/)
  await montrer(page, 'proposition')

  const chef = await browser.newPage({ locale: 'fr-FR' })
  await seConnecter(chef, 'responsable')
  await chef.goto(`/dossiers/${UN}/decision?acte=accorder`)
  await expect(chef.getByLabel('Montant accordé (€)')).toHaveValue(/^2\s500$/)
  await expect(chef.getByText(/Proposé\s: 2\s500\s€\./)).toBeVisible()
  await expect(chef.getByLabel(/^Pourquoi moins que demandé/)).toHaveValue('')
  await chef.close()
  await page.goto(`/dossiers/${UN}/journal`)
  await expect(page.getByText('Montant proposé').first()).toBeVisible()
  expect(dites).toEqual([])
})

test('by lot each dossier is proposed a part of what it asks, said line by line first, and found again by the filter', async ({
  page,
}) => {
  const dites = plaintes(page)
  await seConnecter(page, 'agent')
  await page.goto(`/dossiers?vue=complets&q=${mot}`)
  await auRepos(page)
  await page.getByRole('checkbox', { name: 'Sélectionner toutes les lignes' }).click()
  const barre = page.getByRole('region', { name: 'Dossiers sélectionnés' })
  await barre.getByRole('button', { name: 'Proposer un montant' }).click()
  await page.getByLabel('Montant proposé').selectOption({ label: 'Une part du montant demandé, à l’euro inférieur' })
  await page.getByLabel('La part (en %) ou le montant (en €)').fill('80 %')
  await page.getByLabel(/^Pourquoi/).fill(POURQUOI)
  await page.getByRole('button', { name: 'Voir ce qui changera' }).click()
  await expect(page.getByText(/2\sdossiers changent\. Aucun courriel ne partira\./)).toBeVisible()
  await expect(page.getByText(/Favorable, 2\s880\s€ \(80\s% du montant demandé\)\./)).toHaveCount(2)
  await montrer(page, 'lot-proposition')
  await page.getByRole('button', { name: /^Proposer un montant\s: 2\sdossiers$/ }).click()
  await expect(page.getByText(/^Terminé\s: 2\spropositions écrites\.$/)).toBeVisible()
  await page.goto(`/dossiers?vue=tous&q=${mot}&proposition=favorable`)
  await expect(page.getByText(/proposé 2\s880\s€/).first()).toBeVisible()
  for (const un of [UN, DEUX]) await expect(page.getByRole('link', { name: un })).toBeVisible()
  await montrer(page, 'bannette-proposition')
  await page.goto(`/dossiers?vue=tous&q=${mot}&proposition=sans`)
  for (const un of [UN, DEUX]) await expect(page.getByRole('link', { name: un })).toHaveCount(0)
  await page.goto(`/dossiers/${DEUX}/decision`)
  await page.getByRole('button', { name: 'Retirer la proposition' }).click()
  await expect(page.getByRole('region', { name: 'Proposition' })).toContainText('Rien n’est proposé')
  expect(dites).toEqual([])
})
