import { expect, type Page } from '@playwright/test'

/** What waits for somebody else than who decided, on the page of a decision. */
export const relectureDe = (page: Page) => page.getByRole('region', { name: 'Relecture' })

/** Somebody else than who took it, whose page this is, reads the mail of the decision on this dossier and lets it go. */
export async function relire(page: Page, numero: string) {
  await page.goto(`/dossiers/${numero}/decision`)
  await expect(relectureDe(page)).toContainText('attend qu’une autre personne la relise et la fasse partir')
  await expect(relectureDe(page).locator('iframe')).toBeVisible()
  await relectureDe(page)
    .getByRole('button', { name: /^J’ai relu/ })
    .click()
  await expect(page.getByRole('alert').filter({ hasText: 'La décision est relue.' })).toBeVisible()
  await expect(relectureDe(page)).toHaveCount(0)
}
