import { expect } from '@playwright/test'
import { test } from '../essai'
import { arriver, auRepos, montrer, plaintes, sansDefaut, seConnecter } from '../poste'
import { rendreComplet } from '../livraison/complet'
import { importer, passage } from '../livraison/extraction'

const { suite, numero } = passage(1)

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage({ locale: 'fr-FR' })
  await seConnecter(page, 'agent')
  await importer(page, [{ numero: numero(1), objet: `Chorale de Herne ${suite}`, budget: 'juste' }])
  await rendreComplet(page, numero(1))
  await page.close()
})

test('a mail that left says what is proved of it, its life in the words of the servers, and gives its exact copy', async ({
  page,
}) => {
  const dites = plaintes(page)
  await arriver(page, 'agent')
  await expect(async () => {
    await page.goto(`/dossiers/${numero(1)}/echanges`)
    await expect(page.getByText('Remis au relais', { exact: true }).first()).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await page.getByText('Ce qui est prouvé de ce courriel').last().click()
  const vie = page.getByRole('list', { name: 'Vie de ce courriel' }).last()
  await expect(vie).toContainText(/Courriel remis au relais\s: 250 /)
  const copie = page.getByRole('link', { name: /^Copie exacte du/ }).last()
  await expect(page.getByText(/empreinte SHA-256 [\da-f]{64}/).last()).toBeVisible()
  await sansDefaut(page)
  await montrer(page, 'echanges-preuve')
  const eml = await page.request.get((await copie.getAttribute('href')) ?? '')
  expect(eml.headers()['content-type']).toBe('message/rfc822')
  expect(await eml.text()).toMatch(/^From: .*\r\n/)
  await page.getByRole('link', { name: 'Ouvrir ce courriel' }).last().click()
  await expect(page.getByRole('region', { name: 'Reçu en réponse' })).toBeVisible()
  await auRepos(page)
  await page.getByText('Ce qui est prouvé de ce courriel').click()
  await page.getByText('En-têtes, comme ils sont partis').click()
  await expect(page.getByText(/^Message-ID: <[\da-f-]{36}@/m)).toBeVisible()
  await montrer(page, 'courriel-preuve')
  expect(dites).toEqual([])
})
