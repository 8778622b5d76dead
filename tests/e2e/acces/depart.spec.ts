import { expect } from '@playwright/test'
import { test } from '../essai'
import { auRepos, plaintes, seConnecter } from '../poste'

test('who leaves while the page is being read leaves once it is: nothing is refused, nothing asked over it', async ({
  page,
}) => {
  const dites = plaintes(page)
  await page.clock.install()
  await seConnecter(page, 'agent')
  await page.goto('/dossiers?vue=tous')
  await page
    .getByRole('link', { name: /^\d{4}-\d{5}$/ })
    .last()
    .click()
  const echanges = page.getByRole('link', { name: /^Échanges/ })
  await expect(echanges).toBeVisible()
  await auRepos(page)
  const passes: string[] = []
  let lire = (): void => undefined
  const lue = new Promise<void>((resolve) => {
    lire = resolve
  })
  await page.route(/\.data/, async (route) => {
    const estUneLecture = route.request().method() === 'GET'
    if (estUneLecture && passes.length === 0) await lue
    passes.push(estUneLecture ? 'lecture' : 'départ')
    await route.continue()
  })
  const demandee = page.waitForRequest(/\.data/)
  await echanges.click()
  await demandee
  await page.getByRole('banner').locator('summary').last().click()
  // However slow this browser is, the page is read before whoever leaves is done waiting for it.
  await page.clock.pauseAt(Date.now() + 60_000)
  await page.locator('header').getByRole('button', { name: 'Se déconnecter' }).click()
  lire()
  await expect(page.getByRole('heading', { level: 1, name: 'Connexion' })).toBeVisible()
  expect(passes[0]).toBe('lecture')
  expect(passes).toContain('départ')
  expect(dites).toEqual([])
})
