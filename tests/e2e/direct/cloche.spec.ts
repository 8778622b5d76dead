import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { arriver, photo, plaintes, sansDefaut } from '../poste'
import { numeroDemo } from '../livraison/demonstration'

const MOTS = `Le budget est revu ${String(Date.now()).slice(-5)}`
const DOSSIER = `/dossiers/${numeroDemo(33)}`

const cloche = (page: Page) => page.locator('header summary[title="Nouvelles"]')
const nonLues = async (page: Page) =>
  Number(/\d+/.exec((await cloche(page).getAttribute('aria-label')) ?? '')?.[0] ?? 0)

test('an officer asks to be told of a dossier; what a colleague does there comes to the bell live, is opened and is read', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const [claire, paul] = await Promise.all([browser.newPage(), browser.newPage()])
  const dites = plaintes(claire)
  await arriver(claire, 'agent')
  await arriver(paul, 'responsable')
  await claire.goto(DOSSIER)
  await claire.waitForLoadState('networkidle')
  await cloche(claire).click()
  await claire.getByRole('button', { name: 'M’avertir', exact: true }).click()
  await expect(claire.getByText('La cloche vous dira ce que d’autres font ici.')).toBeVisible()
  await expect(claire.getByRole('button', { name: 'Ne plus m’avertir' })).toBeVisible()
  await sansDefaut(claire)
  await photo(claire, 'cloche-dossier')
  await claire.goto('/')
  await claire.waitForLoadState('networkidle')
  const avant = await nonLues(claire)

  await paul.goto(`${DOSSIER}/notes`)
  await paul.getByLabel('Votre note').fill(MOTS)
  await paul.getByRole('button', { name: 'Ajouter la note' }).click()
  await expect(paul.getByText('Note ajoutée.')).toBeVisible()
  await expect.poll(() => nonLues(claire)).toBe(avant + 1)

  await cloche(claire).click()
  const liste = claire.locator('header').getByRole('list', { name: 'Ce qui est arrivé' })
  await expect(liste.getByRole('listitem').first()).toContainText(numeroDemo(33))
  await expect(liste.getByRole('listitem').first()).toContainText('Paul Verhaeghe')
  await sansDefaut(claire)
  await photo(claire, 'cloche-1440')
  await claire.setViewportSize({ width: 390, height: 844 })
  await sansDefaut(claire)
  await photo(claire, 'cloche-390')
  await claire.setViewportSize({ width: 1440, height: 900 })
  await liste.getByRole('link').first().click()
  await expect(claire).toHaveURL(new RegExp(`${DOSSIER}/notes$`))
  await expect(claire.getByRole('list', { name: 'Notes' })).toContainText(MOTS)
  await expect.poll(() => nonLues(claire)).toBe(avant)

  await paul.getByRole('button', { name: 'Retirer' }).first().click()
  await expect.poll(() => nonLues(claire)).toBe(avant + 1)
  await claire.goto('/nouvelles')
  await claire.waitForLoadState('networkidle')
  await sansDefaut(claire)
  await photo(claire, 'nouvelles-1440')
  await claire.getByRole('main').getByRole('button', { name: 'Tout marquer comme lu' }).click()
  await expect(claire.getByText('Tout est marqué comme lu.')).toBeVisible()
  await expect.poll(() => nonLues(claire)).toBe(0)

  await claire.goto(DOSSIER)
  await claire.waitForLoadState('networkidle')
  await claire.keyboard.press('a')
  await expect(claire.getByRole('button', { name: 'Ne plus m’avertir' })).toBeFocused()
  await claire.keyboard.press('Enter')
  await expect(claire.getByText('La cloche ne vous dira plus ce que d’autres font ici.')).toBeVisible()
  await expect(claire.getByRole('button', { name: 'M’avertir', exact: true })).toBeVisible()
  // Left open, they would be seen on this dossier by those who come after.
  await Promise.all([claire.close(), paul.close()])
  expect(dites).toEqual([])
})
