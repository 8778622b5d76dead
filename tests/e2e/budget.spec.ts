import { expect } from '@playwright/test'
import { test } from './essai'
import { sansDefaut, seConnecter } from './poste'
import { numeroDemo } from './livraison/demonstration'

/** A dossier of the demonstration whose budget does not balance. */
const BUDGET = `/dossiers/${numeroDemo(25)}/budget`

test('a finding of the budget leads to its cell, and goes into the request for compléments and back in one press', async ({
  page,
}) => {
  await seConnecter(page, 'agent')
  await page.goto(BUDGET)
  const constats = page.getByRole('region', { name: /constats?$/ })
  await expect(constats.getByRole('button', { name: /B01/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Charges par groupe' }).locator('svg rect').first()).toBeVisible()
  await sansDefaut(page)

  await page
    .getByRole('navigation', { name: 'Filtrer les constats' })
    .getByRole('link', { name: /^Bloquant/ })
    .click()
  await expect(page).toHaveURL(/gravite=BLOQUANT/)
  await expect(constats.getByRole('listitem')).toHaveCount(1)
  await constats.getByRole('link', { name: /^Budget!/ }).click()
  await expect(page).toHaveURL(/#cellule-Budget-F\d+$/)

  const retenir = constats.getByRole('button', { name: /B01/ })
  await retenir.focus()
  await page.keyboard.press('Enter')
  await expect(retenir).toHaveAttribute('aria-pressed', 'true')
  await expect(retenir).toHaveAttribute('aria-disabled', 'false')
  await page.reload()
  await expect(retenir).toHaveAttribute('aria-pressed', 'true')
  await retenir.click()
  await expect(retenir).toHaveAttribute('aria-pressed', 'false')
  await expect(retenir).toHaveAttribute('aria-disabled', 'false')
})
