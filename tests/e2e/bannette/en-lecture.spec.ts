import { expect } from '@playwright/test'
import { test } from '../essai'
import { auRepos, sansDefaut, seConnecter } from '../poste'

test('a list that is being read again says so, and nothing of it is at fault meanwhile', async ({ page }) => {
  await seConnecter(page, 'agent')
  await page.goto('/dossiers?vue=tous')
  await expect(page.getByRole('grid')).toBeVisible()
  await auRepos(page)
  let lire = (): void => undefined
  const lue = new Promise<void>((resolve) => {
    lire = resolve
  })
  await page.route(/\/dossiers\.data/, async (route) => {
    await lue
    await route.continue()
  })
  await page.getByRole('columnheader', { name: 'Demandé' }).click()
  await expect(page.locator('[aria-busy="true"]')).toBeVisible()
  await expect(page.locator('.MuiLinearProgress-root')).toBeVisible()
  await page.mouse.move(0, 0)
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  await sansDefaut(page)
  lire()
  await expect(page).toHaveURL(/sort=/)
  await expect(page.locator('.MuiLinearProgress-root')).toHaveCount(0)
})
