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

/** Those that the journeys of this process began, the oldest first. */
const commencees: string[] = []
/** A structure has twenty at most, and those of the demonstration are among them. */
const GARDEES = 8

/** Leaves room for one more: the oldest is given up, unless it is deposited or no more there. */
async function faireDeLaPlace(page: Page) {
  while (commencees.length >= GARDEES) {
    const adresse = `/extranet/demandes/${commencees.shift()}/supprimer`
    const version = /name="version" value="(\d+)"/.exec(await (await page.request.get(adresse)).text())?.[1]
    if (!version) continue
    const reponse = await page.request.post(adresse, { form: { version } })
    expect(reponse.url()).toMatch(/\/extranet\/accueil$/)
  }
}

/** Begins a demande of the first kind that is open, from the page of theirs; gives its id. */
export async function commencer(page: Page): Promise<string> {
  await faireDeLaPlace(page)
  await page.getByRole('link', { name: 'Nouvelle demande' }).click()
  const form = page.getByRole('form', { name: 'Nouvelle demande' })
  await form.getByRole('radio').first().check()
  await form.getByRole('button', { name: 'Commencer' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Votre structure' })).toBeVisible()
  const id = /demandes\/([\da-f-]{36})\//.exec(page.url())?.[1] ?? ''
  commencees.push(id)
  return id
}

/** What the server gives to whoever reads this page again: this choice is made in one of its lists. */
export const estChoisie = async (page: Page, choix: string): Promise<boolean> =>
  (await (await page.request.get(page.url())).text()).includes(`<option value="${choix}" selected`)

/** A letter that nobody gave yet under these words. */
export const lettre = async (name: string, texte = 'Lettre de demande') => ({
  name,
  mimeType: 'application/pdf',
  buffer: await unPdf([{ texte, x: 72, y: 700 }]),
})
