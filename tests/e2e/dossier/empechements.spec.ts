import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { importer, passage } from '../livraison/extraction'
import { arriver, auRepos, photo, plaintes, sansDefaut, seConnecter, taper } from '../poste'

test.describe.configure({ mode: 'serial' })

const { mot, numero } = passage(7)
const [BLOQUE, RECEVABLE, OUTRE, IRRECEVABLE] = [numero(1), numero(2), numero(3), numero(4)]
/** All that an association must give. */
const PIECES = 10

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage()
  await seConnecter(page, 'responsable')
  await importer(page, [
    { numero: BLOQUE, objet: `Brass band à Herne ${mot}`, budget: 'desequilibre' },
    ...[RECEVABLE, OUTRE, IRRECEVABLE].map((un, rang) => ({
      numero: un,
      objet: `${['Cyclotourisme', 'Poterie', 'Orgue'][rang]} en Artois ${mot}`,
      pays: 'France',
    })),
  ])
  await page.close()
})

/** The menu of acts says why « Déclarer complet » cannot be done, or lets it. */
async function declarerComplet(page: Page) {
  await page.getByRole('button', { name: 'Actes' }).click()
  return page.getByRole('menuitem', { name: /^Déclarer complet/ })
}

test('what blocks refuses « complet » and says why; passed over by name with a reason, it is shown so, and complet goes', async ({
  page,
  browser,
}) => {
  const dites = plaintes(page)
  await seConnecter(page, 'agent')
  await page.goto(`/dossiers/${BLOQUE}/pieces`)
  const choisie = page.locator('main [aria-current="true"]')
  for (let reste = PIECES; reste > 0; reste -= 1) {
    await expect(choisie).toContainText('À contrôler')
    await auRepos(page)
    await page.keyboard.press('c')
  }
  await expect(page.getByText('Toutes les pièces demandées sont conformes.').first()).toBeVisible()
  await page.goto(`/dossiers/${BLOQUE}`)
  const bloque = page.getByRole('region', { name: 'Ce qui bloque' })
  await expect(bloque).toContainText('Budget, contrôle B01')
  await expect(bloque).toContainText('Seul un responsable peut passer outre')
  await expect(page.getByRole('link', { name: 'Voir ce qui bloque' })).toBeVisible()
  const refuse = await declarerComplet(page)
  await expect(refuse).toHaveAttribute('aria-disabled', 'true')
  await expect(refuse).toContainText('Un point bloque ce dossier')
  await photo(page, 'complet-bloque')
  await page.keyboard.press('Escape')
  await expect(refuse).toBeHidden()
  await sansDefaut(page)

  const chef = await browser.newPage({ locale: 'fr-FR' })
  await seConnecter(chef, 'responsable')
  await chef.goto(`/dossiers/${BLOQUE}`)
  const leve = chef.getByRole('region', { name: 'Ce qui bloque' })
  await leve.getByRole('button', { name: 'Passer outre…' }).click()
  await expect(chef.getByLabel('Pourquoi passer outre ce point')).toBeFocused()
  await taper(chef, 'La commune verse le solde en 2026, lettre reçue.')
  await sansDefaut(chef)
  await leve.getByRole('button', { name: 'Passer outre', exact: true }).click()
  await expect(leve).toContainText(
    /Passé outre par Paul Verhaeghe le .*La commune verse le solde en 2026, lettre reçue\./,
  )
  await sansDefaut(chef)
  await photo(chef, 'passe-outre')
  await chef.close()

  await page.reload()
  await (await declarerComplet(page)).click()
  const dialogue = page.getByRole('dialog', { name: 'Déclarer ce dossier complet' })
  await expect(dialogue).toBeVisible()
  await dialogue.getByRole('button', { name: 'Déclarer complet' }).click()
  await expect(dialogue).toBeHidden()
  await expect(page.getByText('Complet', { exact: true }).first()).toBeVisible()
  expect(dites).toEqual([])
})

/** A dossier of the tab « À vérifier : recevabilité », opened from it. */
async function ouvrirAVerifier(page: Page, dossier: string) {
  await page.goto('/dossiers')
  await page.getByRole('link', { name: /^À vérifier.: recevabilité/ }).click()
  await expect(page).toHaveURL(/vue=a-verifier/)
  await page.getByRole('link', { name: dossier }).click()
  const section = page.getByRole('region', { name: 'Recevabilité à vérifier' })
  await expect(section).toContainText('Pays non admis')
  await expect(section).toContainText(/Pays lu.: France.; le projet doit se passer à l’étranger\./)
  return section
}

test('what the règlement does not admit waits in its tab with its evidence: recevable, passer outre or irrecevable', async ({
  page,
}) => {
  const dites = plaintes(page)
  await arriver(page, 'responsable')
  const premier = await ouvrirAVerifier(page, RECEVABLE)
  await sansDefaut(page)
  await photo(page, 'recevabilite')
  await premier.getByRole('button', { name: 'Recevable', exact: true }).click()
  const verifiee = page.getByRole('region', { name: 'Recevabilité', exact: true })
  await expect(verifiee).toContainText(/Recevable, dit Paul Verhaeghe le/)

  const second = await ouvrirAVerifier(page, OUTRE)
  await second.getByRole('button', { name: 'Passer outre…' }).click()
  await expect(page.getByLabel('Pourquoi examiner cette demande malgré tout')).toBeFocused()
  await taper(page, 'Le public vient de trois pays.')
  await second.getByRole('button', { name: 'Passer outre', exact: true }).click()
  await expect(verifiee).toContainText(/Passé outre, dit Paul Verhaeghe le .*Le public vient de trois pays\./)
  await sansDefaut(page)

  const troisieme = await ouvrirAVerifier(page, IRRECEVABLE)
  await troisieme.getByRole('link', { name: 'Irrecevable…' }).click()
  await page.getByLabel('Motif', { exact: true }).selectOption({ label: 'Pays non admis' })
  await page.getByLabel('Explication (le demandeur la lira)').click()
  await taper(page, 'Le projet se passe en France.')
  await sansDefaut(page)
  await page.getByRole('button', { name: 'Voir le courriel avant de décider' }).click()
  const dialogue = page.getByRole('dialog', { name: /^Déclarer inéligible/ })
  await expect(dialogue.frameLocator('iframe').getByText('Le projet se passe en France.')).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'irrecevable')
  await dialogue.getByRole('button', { name: 'Déclarer inéligible' }).click()
  await expect(dialogue).toBeHidden()
  await expect(page.getByText('Inéligible', { exact: true }).first()).toBeVisible()
  await page.goto(`/dossiers?vue=a-verifier&q=${mot}`)
  for (const un of [RECEVABLE, OUTRE, IRRECEVABLE]) await expect(page.getByRole('link', { name: un })).toHaveCount(0)
  expect(dites).toEqual([])
})
