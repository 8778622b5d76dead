import { expect, type Page } from '@playwright/test'
import { auRepos } from '../poste'
import { CODES_D_UNE_ASSOCIATION } from './pieces'

/** Declares complete the dossier of the page, whose pièces are all judged. */
export async function declarerComplet(page: Page) {
  await expect(page.getByText('Toutes les pièces demandées sont conformes.').first()).toBeVisible()
  // What was delivered is read behind the page: until then it blocks, and an open menu does not change under the hand.
  await expect(page.getByRole('link', { name: 'Voir ce qui bloque' })).toBeHidden({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Actes' }).click()
  await page.getByRole('menuitem', { name: /^Déclarer complet/ }).click()
  const dialogue = page.getByRole('dialog', { name: 'Déclarer ce dossier complet' })
  await dialogue.getByRole('button', { name: 'Déclarer complet' }).click()
  await expect(dialogue).toBeHidden()
  await expect(page.getByText('Complet', { exact: true }).first()).toBeVisible()
}

/** Accepts each pièce of a dossier that was delivered with a budget, from the keyboard, and declares it complete. */
export async function rendreComplet(page: Page, numero: string) {
  await page.goto(`/dossiers/${numero}/pieces`)
  const choisie = page.locator('main [aria-current="true"]')
  for (let reste = CODES_D_UNE_ASSOCIATION.length; reste > 0; reste -= 1) {
    await expect(choisie).toContainText('À contrôler')
    await auRepos(page)
    await page.keyboard.press('c')
  }
  await declarerComplet(page)
}
