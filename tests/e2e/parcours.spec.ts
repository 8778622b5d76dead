import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { test } from './essai'
import { COURRIEL, courriel, listing, NUMERO, OBJET, pieces, TITRE } from './depot'
import { arriver, auRepos, montrer, photo, plaintes, sansDefaut, seConnecter, seDeconnecter } from './poste'
import { ANNEE, JUMELAGES } from './livraison/demonstration'
import { relectureDe, relire } from './livraison/relecture'
import { direLeVote } from './livraison/vote'

test.describe.configure({ mode: 'serial' })

async function importer(
  page: Page,
  fichiers: { champ: string; name: string; mimeType: string; buffer: Buffer }[],
  bouton: string,
) {
  await page.goto('/importer')
  for (const { champ, ...fichier } of fichiers) await page.locator(`input[name="${champ}"]`).setInputFiles(fichier)
  await page.getByRole('button', { name: bouton }).click()
  // The address changes before the page does: the list of the imports before says « Terminé » too.
  await expect(page.getByRole('heading', { level: 1, name: /^Import de / })).toBeVisible()
  if (fichiers.some(({ champ }) => champ === 'listing')) await confirmer(page)
  await expect(page.getByText('Terminé', { exact: true }).first()).toBeVisible({ timeout: 60_000 })
}

/** Nothing is imported before what would be is shown and somebody says so; the mails are asked for. */
async function confirmer(page: Page) {
  await expect(page.getByRole('heading', { name: 'Ce qui se passerait' })).toBeVisible({ timeout: 60_000 })
  await sansDefaut(page)
  const oui = page.getByRole('radio', { name: /^Oui, envoyer/ })
  if ((await oui.count()) > 0) await oui.check()
  await page.getByRole('button', { name: 'Importer', exact: true }).click()
}

const actes = async (page: Page, nom: string) => {
  await page.getByRole('button', { name: 'Actes' }).click()
  await page.getByRole('menuitem', { name: nom }).click()
}

test('an officer imports an extraction and a fiche, and finds them in the bannettes', async ({ page }) => {
  const dites = plaintes(page)
  await seConnecter(page, 'agent')
  await importer(
    page,
    [
      { champ: 'listing', name: 'extraction.csv', mimeType: 'text/csv', buffer: listing() },
      { champ: 'pieces', name: 'pieces.zip', mimeType: 'application/zip', buffer: await pieces() },
    ],
    'Voir ce qui serait importé',
  )
  await page.getByText(/^Tout \(/).click()
  await expect(page.getByText(NUMERO).first()).toBeVisible()
  const [rejets] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /Télécharger les rejets/ }).click(),
  ])
  expect(await readFile(await rejets.path(), 'utf8')).toContain('beaucoup')
  await sansDefaut(page)
  await photo(page, 'importer-resultat')

  // The line that could not be read is corrected where it stands: what is still wrong is said there, and nothing typed is lost.
  await page.getByText(/^À revoir \(/).click()
  await page.getByRole('button', { name: 'Corriger la ligne 3' }).click()
  const montant = page.getByLabel('Montant demandé')
  await expect(montant).toHaveValue('beaucoup')
  await montant.fill('trois mille six cents')
  await page.getByRole('button', { name: 'Reprendre la ligne' }).click()
  await expect(montant).toHaveAttribute('aria-invalid', 'true')
  await expect(montant).toHaveValue('trois mille six cents')
  await expect(montant).toBeFocused()
  await sansDefaut(page)
  await photo(page, 'importer-correction')
  await page.setViewportSize({ width: 390, height: 844 })
  await sansDefaut(page)
  await photo(page, 'importer-correction-390')
  await page.setViewportSize({ width: 1440, height: 900 })
  await montant.fill('3 600')
  await page.getByRole('button', { name: 'Reprendre la ligne' }).click()
  await expect(page.getByText('Ligne reprise', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Corriger la ligne 3' })).toHaveCount(0)

  await importer(
    page,
    [{ champ: 'messages', name: 'fiche.eml', mimeType: 'message/rfc822', buffer: courriel }],
    'Importer les messages',
  )
  await page.goto(`/pre-projets?q=${encodeURIComponent(TITRE)}`)
  await photo(page, 'pre-projets')
  await page.getByRole('link', { name: TITRE }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(TITRE)
  await page.getByRole('button', { name: /Confirmer .*champs? sûrs?/ }).click()
  await expect(page.getByText('Lecture sûre')).toHaveCount(0)
  await sansDefaut(page)
  await photo(page, 'pre-projet')
  expect(dites).toEqual([])
})

test('the officer checks the pièces from the keyboard until the dossier is complete, and reopens it', async ({
  page,
}) => {
  const dites = plaintes(page)
  await seConnecter(page, 'agent')
  await page.goto('/dossiers')
  await page
    .getByRole('searchbox')
    .or(page.getByPlaceholder('Numéro, objet, structure ou SIRET'))
    .fill(OBJET.toLowerCase())
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: NUMERO }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(OBJET)
  await page
    .getByRole('tab', { name: /Pièces/ })
    .or(page.getByRole('link', { name: /^Pièces/ }))
    .first()
    .click()
  await expect(page.getByText(/à contrôler\./)).toBeVisible()

  await page
    .getByRole('button', { name: /^Budget prévisionnel du projet/ })
    .or(page.getByRole('link', { name: /^Budget prévisionnel du projet/ }))
    .first()
    .click()
  const choisie = page.locator('main [aria-current="true"]')
  // Each verdict leads to the next pièce.
  for (let reste = 10; reste > 0; reste -= 1) {
    await expect(choisie).toContainText('À contrôler')
    await auRepos(page)
    await page.keyboard.press('c')
  }
  await expect(page.getByText('Toutes les pièces demandées sont conformes.').first()).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'dossier-pieces')
  await actes(page, 'Déclarer complet')
  await page.getByRole('dialog').getByRole('button', { name: 'Déclarer complet' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByText('Complet', { exact: true }).first()).toBeVisible()

  await page.goto(`/dossiers/${NUMERO}/deverrouillage`)
  await page.getByLabel('Budget', { exact: true }).check()
  await page
    .getByLabel('Pourquoi (le demandeur le lira)')
    .fill('Merci de préciser la part des familles dans le budget.')
  await page.getByRole('button', { name: /courriel/ }).click()
  const dialogue = page.getByRole('dialog')
  await expect(dialogue).toContainText(COURRIEL)
  await sansDefaut(page)
  await photo(page, 'dossier-deverrouillage')
  await dialogue.getByRole('button').last().click()
  await expect(page.getByText(/Ouvert à modification jusqu’au/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Annuler l’ouverture' }).click()
  await expect(page.getByText(/Ouvert à modification jusqu’au/)).toHaveCount(0)
  await seDeconnecter(page)
  expect(dites).toEqual([])
})

test('the responsable grants, somebody else reads it and the mail leaves, and the workbook says so', async ({
  page,
  browser,
  baseURL,
}) => {
  const dites = plaintes(page)
  await arriver(page, 'responsable')
  const accorder = async () => {
    await page.goto(`/dossiers/${NUMERO}/decision?acte=accorder`)
    await page.getByLabel(/Montant accordé/).fill('3 000')
    await page.getByLabel(/Pourquoi moins que demandé/).fill('Les crédits de cet appel sont limités.')
    await direLeVote(page, -7)
    await page.getByRole('button', { name: 'Voir le courriel avant de décider' }).click()
    await expect(page.getByText(/rien n’est notifié avant que la délibération soit exécutoire/)).toBeVisible()
    await expect(page.getByLabel('Numéro de la délibération')).toHaveValue('2026-104')
    await expect(page.getByLabel(/Pourquoi moins que demandé/)).toHaveValue('Les crédits de cet appel sont limités.')
    await montrer(page, 'decision-vote')
    await direLeVote(page)
    await page.getByRole('button', { name: 'Voir le courriel avant de décider' }).click()
    const dialogue = page.getByRole('dialog')
    await expect(dialogue).toContainText('3 000'.replace(' ', '\u202f'))
    await sansDefaut(page)
    await photo(page, 'dossier-decision')
    await dialogue.getByRole('button', { name: /^Accorder 3.000/ }).click()
    await expect(dialogue).toBeHidden()
    await expect(page.getByRole('alert').filter({ hasText: 'la décision est enregistrée' })).toBeVisible()
    await expect(page.getByText('Accordé partiellement').first()).toBeVisible()
    await expect(page.getByText(/^Voté hors séance\s: délibération n°\s2026-104 du /)).toBeVisible()
  }
  await accorder()
  // Until its mail leaves, what was decided can be taken back.
  await page.getByRole('alert').getByRole('button', { name: 'Reprendre la décision' }).click()
  await expect(page.getByText('Accordé partiellement')).toHaveCount(0)
  await expect(page.getByText('Complet', { exact: true }).first()).toBeVisible()
  await accorder()
  // Who took it lets nothing go.
  await expect(relectureDe(page)).toContainText('Vous l’avez prise')
  await expect(relectureDe(page).getByRole('button')).toHaveCount(0)
  await montrer(page, 'decision-a-relire')
  const relectrice = await browser.newPage({ locale: 'fr-FR', ...(baseURL && { baseURL }) })
  const luesParElle = plaintes(relectrice)
  await seConnecter(relectrice, 'admin')
  await relectrice.goto('/dossiers?vue=a-notifier&notification=a-relire')
  await expect(relectrice.getByRole('link', { name: NUMERO }).first()).toBeVisible()
  await relectrice.goto(`/dossiers/${NUMERO}/decision`)
  await montrer(relectrice, 'decision-relecture')
  await relire(relectrice, NUMERO)
  expect(luesParElle).toEqual([])

  await page.goto(`/courriels?q=${COURRIEL}`)
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('Remis au relais', { exact: true })).toHaveCount(1, { timeout: 1000 })
  }).toPass({ timeout: 30_000 })
  await expect(page.getByText('À envoyer', { exact: true })).toHaveCount(1)
  await expect(page.getByText('Annulé', { exact: true })).toHaveCount(2)
  await sansDefaut(page)
  await photo(page, 'courriels')

  await page.goto('/rapports')
  await page.getByLabel('Campagne', { exact: true }).selectOption({ label: `${JUMELAGES} · Jumelages ${ANNEE}` })
  await page.getByRole('button', { name: /Demander/ }).click()
  const lien = page
    .locator('li, tr')
    .filter({ hasText: `budget-${JUMELAGES}` })
    .first()
    .getByRole('link', { name: /Télécharger/ })
  await expect(lien).toBeVisible({ timeout: 60_000 })
  await sansDefaut(page)
  await photo(page, 'rapports')
  const [fichier] = await Promise.all([page.waitForEvent('download'), lien.click()])
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(await fichier.path())
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    'Synthèse',
    'Dossiers',
    'Cofinancements',
    'Commission',
    'Paramètres',
  ])
  const lignes: string[] = []
  book.getWorksheet('Dossiers')?.eachRow((row) => lignes.push(JSON.stringify(row.values)))
  const ligne = lignes.find((texte) => texte.includes(NUMERO))
  expect(ligne).toContain('3600')
  expect(ligne).toContain('3000')
  expect(dites).toEqual([])
})
