import { expect } from '@playwright/test'
import { test } from '../essai'
import { numeroDemo } from '../livraison/demonstration'
import { arriver, auRepos, photo, plaintes, sansDefaut } from '../poste'

test('the application is found in five minutes, and a « ? » says what an état means where it stands', async ({
  page,
}) => {
  const dites = plaintes(page)
  await arriver(page, 'agent')
  await page.locator('header summary', { hasText: 'Claire' }).click()
  await page.getByRole('link', { name: 'Découvrir' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Découvrir l’application')
  await auRepos(page)
  await sansDefaut(page)
  await photo(page, 'decouvrir-1440')
  await expect(page.getByRole('link', { name: 'Comptes', exact: true })).toHaveCount(0)
  await expect(page.getByRole('term').filter({ hasText: 'En instruction' })).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  await sansDefaut(page)
  await photo(page, 'decouvrir-390')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('link', { name: 'Dossiers à contrôler' }).click()
  await expect(page).toHaveURL(/\/dossiers\?vue=a-controler/)

  await page.goto(`/dossiers/${numeroDemo(15)}`)
  await auRepos(page)
  await page.getByText('?', { exact: true }).first().click()
  await expect(page.getByText('Un agent étudie la demande sur le fond.')).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'explication-1440')
  await page.setViewportSize({ width: 390, height: 844 })
  await sansDefaut(page)
  await photo(page, 'explication-390')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByText('?', { exact: true }).first().click()
  await expect(page.getByText('Un agent étudie la demande sur le fond.')).toBeHidden()
  await page.getByText('?', { exact: true }).first().click()
  await page.getByRole('link', { name: 'Tous les états et délais' }).click()
  await expect(page).toHaveURL(/\/decouvrir#mots$/)
  expect(dites).toEqual([])
})
