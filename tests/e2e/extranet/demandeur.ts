import { expect, type Page } from '@playwright/test'
import { unPdf } from '../../support/documents'

/** Signs in as the demonstration's account of the extranet, and arrives on its demandes. */
export async function entrer(page: Page) {
  await page.goto('/extranet/accueil')
  await page.getByLabel('Identifiant').fill('demandeur@exemple.test')
  await page.getByLabel('Mot de passe').fill('demo-mcei-2025')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Vos demandes de subvention' })).toBeVisible()
}

/** A letter that nobody gave yet under these words. */
export const lettre = async (name: string, texte = 'Lettre de demande') => ({
  name,
  mimeType: 'application/pdf',
  buffer: await unPdf([{ texte, x: 72, y: 700 }]),
})
