import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { faireRevenir } from '../livraison/courriels'
import { retirer } from '../livraison/envoi'
import { importer, passage } from '../livraison/extraction'
import { arriver, photo, plaintes, sansDefaut, seConnecter, taper } from '../poste'

const { suite, numero } = passage(8)
const [ENVOYE, ABANDONNE] = [numero(5), numero(6)]
/** An address from which a mail has come back. */
const REVENU = `parti.${suite}@exemple.test`

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage()
  await seConnecter(page, 'responsable')
  await importer(
    page,
    [ENVOYE, ABANDONNE].map((un, rang) => ({
      numero: un,
      objet: `${['Harpe', 'Escrime'][rang]} ${suite}`,
      courriel: REVENU,
    })),
  )
  await faireRevenir(page, { numero: ENVOYE, adresse: REVENU })
  for (const un of [ENVOYE, ABANDONNE]) await retirer(page, un)
  await page.close()
})

/** The held mail of a dossier, come to from the dashboard. */
async function ouvrirLeRetenu(page: Page, dossier: string) {
  await page.goto('/')
  await page.getByRole('link', { name: /courriels? retenus?$/ }).click()
  await expect(page).toHaveURL(/\/courriels\?etat=RETENU/)
  const recherche = page.getByRole('searchbox')
  await recherche.click()
  await taper(page, dossier)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`q=${dossier}`))
  await page.getByRole('row').filter({ hasText: dossier }).locator('a[href^="/courriels/"]').first().click()
  await expect(page.getByText('Ce courriel est retenu').first()).toBeVisible()
  await expect(page.getByText(/^Un courriel envoyé à cette adresse est revenu/)).toBeVisible()
}

test('a held mail is found from the dashboard, its reason read, then sent in spite of it or given up', async ({
  page,
}) => {
  const dites = plaintes(page)
  await arriver(page, 'agent')
  await sansDefaut(page)
  await ouvrirLeRetenu(page, ENVOYE)
  await sansDefaut(page)
  await photo(page, 'courriel-retenu')
  await page.getByRole('button', { name: 'Envoyer quand même' }).click()
  const confirmer = page.getByRole('dialog', { name: /^Envoyer ce courriel quand même/ })
  await expect(confirmer).toContainText(REVENU)
  await sansDefaut(page)
  await confirmer.getByRole('button', { name: 'Envoyer quand même' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Le courriel part maintenant.' })).toBeVisible()
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('Remis au relais', { exact: true }).first()).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })

  await ouvrirLeRetenu(page, ABANDONNE)
  await page.getByRole('button', { name: 'Abandonner ce courriel' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'il ne partira pas' })).toBeVisible()
  await expect(page.getByText('Annulé', { exact: true }).first()).toBeVisible()
  await page.goto(`/dossiers/${ABANDONNE}/journal`)
  await expect(page.getByText(/retenu/i).first()).toBeVisible()
  expect(dites).toEqual([])
})
