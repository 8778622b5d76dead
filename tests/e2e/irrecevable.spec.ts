import { expect, type Page } from '@playwright/test'
import { stringify } from 'csv-stringify/sync'
import { test } from './essai'
import { photo, plaintes, sansDefaut, seConnecter, seDeconnecter } from './poste'

const PASSAGE = String(Date.now()).slice(-4)
const AUJOURD_HUI = new Date()
const NUMERO = `${AUJOURD_HUI.getFullYear()}-7${PASSAGE}`

/** A demande of this year, for a project that stays in France. */
const listing = () =>
  Buffer.from(
    stringify(
      [
        {
          Type: 'Pas-de-Calais, Mobilité Européenne et Internationale (public)',
          Numéro: NUMERO,
          Objet: `Séjour à Berck ${PASSAGE}`,
          Statut: 'En cours d’analyse',
          'Date de dépôt': AUJOURD_HUI.toLocaleDateString('fr-FR'),
          'Montant demandé': '1 500,00',
          'Raison sociale': `CLUB DU PASSAGE ${PASSAGE}`,
          'Nature juridique': 'Association loi 1901',
          'Adresse mail': `passage.${PASSAGE}@exemple.test`,
          Pays: 'France',
        },
      ],
      { header: true, delimiter: ';' },
    ),
  )

const petit = { width: 390, height: 844 }
const grand = { width: 1440, height: 900 }

/** Looked at on a desk and in a hand. */
async function montrer(page: Page, nom: string) {
  for (const [taille, taillee] of [
    [grand, nom],
    [petit, `${nom}-390`],
  ] as const) {
    await page.setViewportSize(taille)
    await sansDefaut(page)
    await photo(page, taillee)
  }
  await page.setViewportSize(grand)
}

test('an irrecevabilité waits as a vote does: it is taken back from the toast, the dossier or its mail until that mail leaves', async ({
  page,
}) => {
  const dites = plaintes(page)
  await seConnecter(page, 'agent')
  await page.goto('/importer')
  const fichier = { name: 'extraction.csv', mimeType: 'text/csv', buffer: listing() }
  await page.locator('input[name="listing"]').setInputFiles(fichier)
  await page.getByRole('button', { name: 'Voir ce qui serait importé' }).click()
  await expect(page.getByRole('heading', { name: 'Ce qui se passerait' })).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Importer', exact: true }).click()
  await expect(page.getByText('Terminé', { exact: true }).first()).toBeVisible({ timeout: 60_000 })

  await seDeconnecter(page)

  await seConnecter(page, 'responsable')
  await page.goto(`/dossiers/${NUMERO}/decision?acte=declarerIneligible`)
  await page.getByLabel('Motif').selectOption('PAYS')
  await page.getByLabel(/^Explication/).fill('Le projet se tient en France.')
  await page.getByRole('button', { name: 'Voir le courriel avant de décider' }).click()
  const dialogue = page.getByRole('dialog')
  await expect(dialogue).toContainText('30\u00a0minutes')
  await dialogue.getByRole('button', { name: 'Déclarer inéligible' }).click()
  await expect(dialogue).toBeHidden()
  await expect(page.getByRole('alert').getByRole('button', { name: 'Reprendre la décision' })).toBeVisible()
  await expect(page.locator('#reprise-jusqua').first()).toContainText('possible jusqu’à')
  await photo(page, 'dossier-irrecevable')

  await page.goto(`/courriels?q=passage.${PASSAGE}`)
  await page
    .getByRole('link', { name: /n’est pas recevable/ })
    .first()
    .click()
  await expect(page.getByText(/^Ce courriel part le/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Envoyer maintenant/ })).toHaveCount(0)
  await montrer(page, 'courriel-irrecevable')
  await page.getByRole('button', { name: 'Reprendre la décision' }).click()
  await expect(page.getByText('À contrôler').first()).toBeVisible()
  expect(dites).toEqual([])
})
