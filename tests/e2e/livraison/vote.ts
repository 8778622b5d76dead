import type { Page } from '@playwright/test'

/** A day some days before this one, as an officer types it. */
const ilYA = (jours: number) =>
  new Intl.DateTimeFormat('fr-FR', {
    timeZone: 'Europe/Paris',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(new Date(Date.now() - jours * 86_400_000))

/** Fills in the délibération of a vote held elsewhere, in force since so many days. */
export async function direLeVote(page: Page, depuis = 3) {
  await page.getByLabel('Numéro de la délibération').fill('2026-104')
  await page.getByRole('textbox', { name: 'Jour du vote' }).fill(ilYA(10))
  await page.getByRole('textbox', { name: 'Exécutoire depuis le' }).fill(ilYA(depuis))
}
