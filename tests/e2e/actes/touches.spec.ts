import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { auRepos, photo, plaintes, presser, sansDefaut, seConnecter } from '../poste'
import { numeroDemo } from '../livraison/demonstration'

const choisie = (page: Page) => page.getByRole('navigation', { name: 'Pièces du dossier' }).locator('[aria-current]')
const rangs = (page: Page) => page.getByRole('navigation', { name: 'Pièces du dossier' }).getByRole('link')

/** The pièces reader of a dossier that nobody has looked at, on its first pièce. */
async function lecteur(page: Page, numero: string) {
  await seConnecter(page, 'agent')
  await page.goto(`/dossiers/${numero}/pieces`)
  await expect(choisie(page)).toContainText('À contrôler')
  await auRepos(page)
  return `/dossiers/${numero}/pieces`
}

test('→ then C at once judges the pièce moved to, says which, and Annuler gives it back', async ({ page }) => {
  const dites = plaintes(page)
  const adresse = await lecteur(page, numeroDemo(34))
  const noms = await rangs(page).allInnerTexts()
  const [premiere = '', seconde = ''] = noms.map((nom) => nom.split('\n')[0])
  // The address of the next pièce takes longer to come than the hand to press the next key.
  await page.route(/pieces\.data/, async (route) => {
    if (route.request().method() === 'GET') await new Promise((resolve) => setTimeout(resolve, 600))
    await route.continue()
  })
  await presser(page, ['ArrowRight', 'c'])
  await expect(page.getByRole('alert').filter({ hasText: `${seconde}\u00a0: conforme.` })).toBeVisible()
  await expect(rangs(page).nth(1)).toContainText('Conforme')
  await expect(rangs(page).nth(0)).toContainText('À contrôler')
  await expect(choisie(page)).toHaveText((noms[2] ?? '').replaceAll('\n', ''))
  await photo(page, 'touches-verdict')
  await sansDefaut(page)

  await page.getByRole('button', { name: 'Annuler', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Contrôle annulé' })).toBeVisible()
  await expect(rangs(page).nth(1)).toContainText('À contrôler')
  await page.goto(adresse.replace('/pieces', '/journal'))
  await expect(page.getByText('Contrôle annulé').first()).toBeVisible()
  expect(premiere).not.toBe(seconde)
  expect(dites).toEqual([])
})

test('a run of nine keys loses none, and leaving the page at once loses none either', async ({ page }) => {
  const adresse = await lecteur(page, numeroDemo(36))
  const total = Math.min(9, await rangs(page).filter({ hasText: 'À contrôler' }).count())
  expect(total).toBeGreaterThan(4)
  let repondus = 0
  page.on('response', (reponse) => {
    if (reponse.request().method() === 'POST' && reponse.url().includes('/pieces.data')) repondus += 1
  })
  await presser(page, Array<string>(total).fill('c'))
  await page.getByRole('link', { name: 'Synthèse' }).click()
  await expect(page.getByRole('heading', { name: /Synthèse|Demande/ }).first()).toBeVisible()
  // A browser asks before it leaves by an address while an act is on its way; the robot would not.
  await expect.poll(() => repondus).toBe(total)
  await page.goto(adresse)
  await expect(rangs(page).filter({ hasText: 'Conforme' })).toHaveCount(total)
})

test('two keys on one pièce, the second before the first is answered, are two acts of one officer', async ({
  page,
}) => {
  await lecteur(page, numeroDemo(40))
  await presser(page, ['c', 'ArrowLeft', 'n'])
  await page.getByLabel('Motif').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Marquer non conforme' }).click()
  await expect(rangs(page).nth(0)).toContainText('Non conforme')
  await expect(page.getByRole('alert').filter({ hasText: /: non conforme\./ })).toBeVisible()
})

test('a key pressed while a refusal of the same pièce is on its way does nothing and says so; once it is answered, the key acts on what the refusal left', async ({
  page,
}) => {
  const dites = plaintes(page)
  await lecteur(page, numeroDemo(38))
  const [premiere = ''] = (await rangs(page).nth(0).innerText()).split('\n')
  // The answer takes longer to come than the hand to press the next key.
  await page.route(/pieces\.data/, async (route) => {
    if (route.request().method() === 'POST') await new Promise((resolve) => setTimeout(resolve, 800))
    await route.continue()
  })
  const refuser = async () => {
    await page.getByLabel('Motif').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Marquer non conforme' }).click()
  }
  await presser(page, ['n'])
  await refuser()
  await presser(page, ['c'])
  await expect(page.getByRole('alert').filter({ hasText: 'rien d’autre n’a été fait' })).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: `${premiere}\u00a0: non conforme.` })).toBeVisible()
  await expect(rangs(page).nth(0)).toContainText('Non conforme')
  await expect(rangs(page).nth(1)).toContainText('À contrôler')

  // Asked by a click, the pièce stays: what the key is aimed at is what the refusal made of it, before the page shows it.
  await rangs(page).nth(0).click()
  await page.getByRole('button', { name: /^Sans objet/ }).click()
  await page.getByLabel('Motif').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Marquer sans objet' }).click()
  await expect(page.getByRole('button', { name: 'Marquer sans objet' })).toHaveCount(0)
  await presser(page, ['c'])
  await expect(page.getByRole('alert').filter({ hasText: `${premiere}\u00a0: conforme.` })).toBeVisible()
  await expect(rangs(page).nth(0)).toContainText('Conforme')
  expect(dites).toEqual([])
})
