import { expect, type Page } from '@playwright/test'
import { test } from './essai'
import type { Depot } from './livraison/depot'
import { listing, passage } from './livraison/extraction'
import { arriver, photo, plaintes, sansDefaut } from './poste'
import { JUMELAGES } from './livraison/demonstration'

const { suite, numero } = passage(5)

const CAMPAGNE = `/administration/campagnes/${JUMELAGES}`

const deux = (rang: number): Depot[] => [
  { numero: numero(rang), objet: `Rameurs de la Deûle ${suite}${rang}`, courriel: `rame.${suite}${rang}@exemple.test` },
  {
    numero: numero(rang + 1),
    objet: `Cuivres de Marles ${suite}${rang}`,
    courriel: `cuivre.${suite}${rang}@exemple.test`,
  },
]

/** The receipts of a campagne, which are off where nobody asked for them, while this is done. */
async function avecAccuses(page: Page, faire: () => Promise<void>) {
  const regler = async (coche: boolean) => {
    await page.goto(CAMPAGNE)
    await page.getByRole('checkbox', { name: /accusé de réception/ }).setChecked(coche)
    await page.getByRole('button', { name: 'Enregistrer les réglages' }).click()
    await page.getByRole('button', { name: 'Enregistrer ces réglages' }).click()
    await expect(page.getByText('Réglages enregistrés.')).toBeVisible()
  }
  await regler(true)
  try {
    await faire()
  } finally {
    await regler(false)
  }
}

/** As an officer does: the file chosen, then what would happen. */
async function voir(page: Page, depots: Depot[]) {
  await page.goto('/importer')
  const fichier = { name: 'extraction.csv', mimeType: 'text/csv', buffer: listing(depots) }
  await page.locator('input[name="listing"]').setInputFiles(fichier)
  await page.getByRole('button', { name: 'Voir ce qui serait importé' }).click()
  await expect(page.getByRole('heading', { name: 'Ce qui se passerait' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Nouveaux dossiers').locator('..')).toContainText('2')
}

async function faire(page: Page) {
  await page.getByRole('button', { name: 'Importer', exact: true }).click()
  await expect(page.getByText('Terminé', { exact: true }).first()).toBeVisible({ timeout: 60_000 })
}

async function courrielsA(page: Page, adresse: string) {
  await page.goto(`/courriels?q=${adresse}`)
  return page.locator('main a[href^="/courriels/"]')
}

test('what an import would do is shown first, each mail with it: without a yes none leaves, with one they do', async ({
  page,
  browser,
}) => {
  const dites = plaintes(page)
  await arriver(page, 'agent')
  const chef = await browser.newPage()
  await arriver(chef, 'responsable')
  await avecAccuses(chef, async () => {
    const [sans, avec] = [deux(1), deux(3)]
    await voir(page, sans)
    await expect(page.getByText('2 courriels partiraient : les envoyer ?'.replaceAll(' ', '\u00a0'))).toBeVisible()
    const liste = page.getByRole('region', { name: 'Courriels qui partiraient' })
    for (const { numero: un, courriel = '' } of sans) {
      await expect(liste).toContainText(un)
      await expect(liste).toContainText(courriel)
    }
    await expect(page.getByRole('radio', { name: /^Non/ })).toBeChecked()
    await sansDefaut(page)
    await photo(page, 'import-apercu')
    expect(await (await page.request.get(`/dossiers/selection?vue=tous&q=${sans[0]?.numero}`)).json()).toEqual({
      ids: [],
    })
    await faire(page)
    await expect(page.getByText('Aucun courriel n’est parti de cet import.')).toBeVisible()
    await sansDefaut(page)
    for (const { courriel = '' } of sans) await expect(await courrielsA(page, courriel)).toHaveCount(0)

    await voir(page, avec)
    await page.getByRole('radio', { name: /^Oui, envoyer 2/ }).check()
    await faire(page)
    await expect(page.getByText(/^2\scourriels écrits par cet import\.$/)).toBeVisible()
    for (const { courriel = '' } of avec) await expect(await courrielsA(page, courriel)).toHaveCount(1)
    await expect(async () => {
      await page.reload()
      await expect(page.getByText('Remis au relais', { exact: true })).toHaveCount(1, { timeout: 1_000 })
    }).toPass({ timeout: 30_000 })
  })
  expect(dites).toEqual([])
})
