import { expect, type Page } from '@playwright/test'
import { auRepos } from '../poste'

/** One act by lot on all the complete dossiers that these words find, up to its last line. */
export async function parLot(
  page: Page,
  { mots, verbe, remplir, fait }: { mots: string; verbe: string; remplir: () => Promise<unknown>; fait: RegExp },
) {
  await page.goto(`/dossiers?vue=complets&q=${mots}`)
  await auRepos(page)
  await page.getByRole('checkbox', { name: 'Sélectionner toutes les lignes' }).click()
  const barre = page.getByRole('region', { name: 'Dossiers sélectionnés' })
  const bouton = barre.getByRole('button', { name: verbe })
  if ((await bouton.count()) > 0) await bouton.click()
  else {
    await barre.getByRole('button', { name: 'Autres actes' }).click()
    await page.getByRole('menuitem', { name: verbe }).click()
  }
  await remplir()
  await page.getByRole('button', { name: 'Voir ce qui changera' }).click()
  await page.getByRole('button', { name: new RegExp(`^${verbe}\\s:`) }).click()
  // Longer than a job that is tried once more, ten seconds after.
  await expect(page.getByText(fait)).toBeVisible({ timeout: 30_000 })
}

/** Today, as an officer types it. */
export const aujourdhui = () => new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date()) // prettier-ignore
