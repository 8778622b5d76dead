import { expect } from '@playwright/test'
import { test } from '../essai'
import { photo, sansDefaut, seConnecter } from '../poste'

for (const bannette of ['dossiers', 'pre-projets']) {
  test(`eighteen ${bannette} have room on a screen of 900 px, the grid as the table it replaces`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await seConnecter(page, 'agent')
    await page.goto(`/${bannette}?vue=tous`)
    await expect(page.getByRole('grid')).toBeVisible()
    await page.waitForLoadState('networkidle')
    const places = await page.getByRole('grid').evaluate((grille) => {
      const rangs = [...grille.querySelectorAll('[role="row"]')].map((un) => un.getBoundingClientRect())
      const fond = Math.min(window.innerHeight, grille.getBoundingClientRect().bottom)
      // The row of the heads comes first.
      const [, premier] = rangs
      return premier ? Math.floor((fond + 1 - premier.top) / premier.height) : 0
    })
    expect(places).toBeGreaterThanOrEqual(18)
    await sansDefaut(page)
    await photo(page, `bannette-18-${bannette}`)
  })
}
