import { expect } from '@playwright/test'
import { test } from '../essai'
import { importer, passage } from '../livraison/extraction'
import { arriver, auRepos, montrer, plaintes, seConnecter, seDeconnecter, taper } from '../poste'
import { JUMELAGES } from '../livraison/demonstration'

const { suite, mot, numero } = passage(3)
const [UN, DEUX] = [numero(1), numero(2)]
const NOM = `À revoir ${suite}`
/** The campagne of the dossiers that the extraction brings. */
const CAMPAGNE = JUMELAGES
const MESSAGE = `Peux-tu le reprendre ${suite}`

test.describe.configure({ mode: 'serial' })

test('a responsable adds an étiquette to a campagne; officers put it, by page and by lot, find it again and take it off', async ({
  page,
}) => {
  const dites = plaintes(page)
  await seConnecter(page, 'responsable')
  await importer(page, [
    { numero: UN, objet: `Fanfares de Herne ${mot}` },
    { numero: DEUX, objet: `Majorettes de Herne ${mot}` },
  ])
  await page.goto(`/administration/campagnes/${CAMPAGNE}/etiquettes`)
  const nouvelle = page.getByRole('form', { name: 'Ajouter une étiquette' })
  await nouvelle.getByLabel('Nom').focus()
  await taper(page, NOM)
  await nouvelle.getByLabel('Couleur').selectOption({ label: 'Orange' })
  await nouvelle.getByRole('button', { name: 'Ajouter' }).click()
  await expect(page.getByRole('list', { name: 'Étiquettes' })).toContainText(NOM)
  await montrer(page, 'etiquettes')
  await seDeconnecter(page)

  await seConnecter(page, 'agent')
  await page.goto(`/dossiers/${UN}`)
  await page.getByRole('button', { name: 'Étiquettes' }).click()
  await page.getByRole('checkbox', { name: NOM }).check()
  await montrer(page, 'etiquettes-dossier')
  await page.getByRole('form', { name: 'Étiquettes du dossier' }).getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText('Étiquettes enregistrées.')).toBeVisible()
  await expect(page.locator('main header').getByText(NOM).first()).toBeVisible()

  await page.goto(`/dossiers?vue=tous&q=${mot}`)
  await auRepos(page)
  await page.getByRole('checkbox', { name: 'Sélectionner toutes les lignes' }).click()
  const barre = page.getByRole('region', { name: 'Dossiers sélectionnés' })
  await barre.getByRole('button', { name: 'Autres actes' }).click()
  await page.getByRole('menuitem', { name: 'Étiqueter' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Étiqueter' })).toBeVisible()
  await page.getByLabel(/^Étiquette/).selectOption({ label: NOM })
  await page.getByRole('button', { name: 'Voir ce qui changera' }).click()
  await expect(page.getByText(/1\sdossier change, 1\sne change pas\./)).toBeVisible()
  await page.getByRole('button', { name: /^Étiqueter\s: 1\sdossier$/ }).click()
  await expect(page.getByText(/^Terminé\s: 1\sdossier étiqueté\.$/)).toBeVisible()
  await page.goto(`/dossiers?vue=tous&etiquette=${encodeURIComponent(NOM)}`)
  for (const un of [UN, DEUX]) await expect(page.getByRole('link', { name: un })).toBeVisible()
  await montrer(page, 'bannette-etiquette')
  expect(dites).toEqual([])
})

test('a dossier is given to a colleague with a word, which they find on their first page', async ({ page }) => {
  const dites = plaintes(page)
  await seConnecter(page, 'agent')
  await page.goto(`/dossiers/${DEUX}`)
  await page.getByRole('button', { name: 'Confier…' }).click()
  const form = page.getByRole('form', { name: 'Confier le dossier' })
  await form.getByLabel('Confier à').selectOption({ label: 'Paul Verhaeghe' })
  await form.getByLabel('Message (facultatif)').focus()
  await taper(page, MESSAGE)
  await montrer(page, 'confier')
  await form.getByRole('button', { name: 'Confier' }).click()
  await expect(page.getByText('Dossier confié à Paul Verhaeghe.')).toBeVisible()
  await expect(page.getByText('Suivi par Paul Verhaeghe')).toBeVisible()
  await seDeconnecter(page)
  await arriver(page, 'responsable')
  await expect(page.getByText(MESSAGE)).toBeVisible()
  await page.goto(`/dossiers/${DEUX}/notes`)
  const notes = page.getByRole('list', { name: 'Notes' })
  await expect(notes).toContainText(`@Paul Verhaeghe ${MESSAGE}`)
  await notes.getByRole('button', { name: 'J’ai vu' }).click()
  await expect(page.getByText('Note vue.')).toBeVisible()
  expect(dites).toEqual([])
})
