import type { Page } from '@playwright/test'
import { auRepos, seConnecter } from '../poste'

/** A hand at the keyboard, in ms from one key to the next. */
export const MAIN = 60

/** Holds the answer to the first act that is posted, and says the version that each posts, in order. */
export async function retenirLePremier(page: Page, ms: number, entetes: Record<string, string> = {}) {
  const poses: string[] = []
  await page.route('**/*.data*', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    const champs = new URLSearchParams(route.request().postData() ?? '')
    poses.push(`${champs.get('intent') ?? champs.get('acte')} ${champs.get('version')}`)
    if (poses.length > 1) return route.continue()
    const response = await route.fetch()
    await new Promise((resolve) => setTimeout(resolve, ms))
    return route.fulfill({ response, headers: { ...response.headers(), ...entetes } })
  })
  return poses
}

/** What the server refused. */
export function refusDe(page: Page) {
  const refus: number[] = []
  page.on('response', (response) => {
    if (response.status() >= 400) refus.push(response.status())
  })
  return refus
}

/** A dossier that is complete, on its page, and whether the officer follows it. */
export async function dossierComplet(page: Page) {
  await seConnecter(page, 'agent')
  await page.goto('/dossiers?vue=complets')
  const numero = await page
    .getByRole('link', { name: /^\d{4}-\d{5}$/ })
    .last()
    .innerText()
  await page.goto(`/dossiers/${numero}`)
  await auRepos(page)
  return numero
}

export const suivi = (page: Page) => page.getByRole('button', { name: /^(Me l’affecter|Ne plus suivre)$/ })
export const commencer = (page: Page) => page.getByRole('button', { name: 'Commencer l’instruction' })
