import { expect, test } from '@playwright/test'
import { photo, sansDefaut, seConnecter } from '../poste'

test('eighteen dossiers are seen at once on a screen of 900 px, the grid as the table it replaces', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await seConnecter(page, 'agent')
  await page.goto('/dossiers?vue=tous')
  await expect(page.getByRole('grid')).toBeVisible()
  await page.waitForLoadState('networkidle')
  const rangs = await page.getByRole('row').evaluateAll((tous) => {
    const pied = (un: Element) => un.getBoundingClientRect().bottom
    const liste = document.querySelector('[role="grid"]')
    const fond = Math.min(window.innerHeight, liste ? pied(liste) : 0)
    return tous.filter((un) => un.closest('[role="grid"]') && pied(un) <= fond + 1).length
  })
  // The row of the heads is one of them.
  expect(rangs - 1).toBeGreaterThanOrEqual(18)
  await sansDefaut(page)
  await photo(page, 'bannette-18')
})
