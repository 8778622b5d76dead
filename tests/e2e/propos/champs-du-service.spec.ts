import { expect } from '@playwright/test'
import { test } from '../essai'
import { JUMELAGES } from '../livraison/demonstration'
import { importer, passage } from '../livraison/extraction'
import { auRepos, montrer, photo, plaintes, sansDefaut, seConnecter } from '../poste'

const { suite, numero } = passage(5)
const UN = numero(1)
const QUOI = `Visite ${suite}`
const COUT = `Coût ${suite}`

test('a responsable gives fields to a campagne; they are filled in on a dossier, a wrong amount keeps what was typed, and the list finds it', async ({
  page,
}) => {
  const dites = plaintes(page)
  await seConnecter(page, 'responsable')
  await importer(page, [{ numero: UN, objet: `Chorale de Herne ${suite}` }])
  await page.goto(`/administration/campagnes/${JUMELAGES}/champs`)
  await auRepos(page)
  const form = page.getByRole('form', { name: 'Ajouter un champ' })
  await form.getByLabel('Contient').selectOption('LISTE')
  await form.getByLabel('Nom').fill(QUOI)
  await form.getByLabel('Choix, un par ligne').fill('À voir')
  await form.getByRole('button', { name: 'Ajouter' }).click()
  await expect(form).toContainText('Donnez au moins deux choix, un par ligne.')
  await form.getByLabel('Choix, un par ligne').fill('À voir\nVu')
  await form.getByRole('button', { name: 'Ajouter' }).click()
  const champs = page.getByRole('list', { name: 'Champs du service' })
  await expect(champs).toContainText(QUOI)
  await form.getByLabel('Contient').selectOption('MONTANT')
  await form.getByLabel('Nom').fill(COUT)
  await form.getByRole('button', { name: 'Ajouter' }).click()
  await expect(champs).toContainText(COUT)

  await page.goto(`/dossiers/${UN}`)
  const service = page.getByRole('form', { name: 'Champs du service' })
  await service.getByLabel(QUOI).selectOption('Vu')
  await service.getByLabel(COUT).fill('beaucoup')
  await service.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(service).toContainText('Indiquez un montant en euros')
  await expect(service.getByLabel(COUT)).toHaveValue('beaucoup')
  await service.getByLabel(COUT).fill('1250,50')
  await service.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText('Champs du service enregistrés.')).toBeVisible()
  await expect(service.getByText('Indiquez un montant')).toHaveCount(0)
  await auRepos(page)
  await montrer(page, 'champs-dossier')
  await page.goto(`/dossiers?vue=tous&service=${encodeURIComponent(`${encodeURIComponent(QUOI)}=Vu`)}`)
  await expect(page.getByRole('link', { name: UN })).toBeVisible()
  await expect(page.locator('option:checked', { hasText: `${QUOI}\u00a0: Vu` })).toHaveCount(1)
  await montrer(page, 'champs-bannette')

  // Between two amounts, from the panel; the column comes with it, and its head orders.
  await page.goto('/dossiers?vue=tous')
  await auRepos(page)
  const panneau = page.locator('details', { has: page.locator('summary', { hasText: 'Valeur d’un champ' }) })
  await panneau.locator('summary').click()
  await panneau.getByLabel('Champ', { exact: true }).selectOption(COUT)
  await panneau.getByLabel('À partir de').fill('1 250')
  await panneau.getByLabel('Jusqu’à').fill('1 300,50')
  await sansDefaut(page)
  await photo(page, 'champs-intervalle')
  await page.keyboard.press('Enter')
  await expect(page.getByText(`${COUT} entre 1 250 et 1 300,50`).first()).toBeVisible()
  await expect(page.getByRole('link', { name: UN })).toBeVisible()
  await auRepos(page)
  await page.getByRole('columnheader', { name: COUT }).click()
  await expect(page.getByRole('columnheader', { name: COUT })).toHaveAttribute('aria-sort', 'ascending')
  expect(new URL(page.url()).searchParams.get('sort')).toBe(`service:${COUT}`)
  await expect(page.getByRole('link', { name: UN })).toBeVisible()
  await expect(page.getByRole('gridcell', { name: '1 250,50 €' })).toBeVisible()
  await page.mouse.move(0, 0)
  await montrer(page, 'champs-ordre')
  await page.goto(`${page.url()}&champMin=1251`.replace('champMin=1+250&', ''))
  await expect(page.getByText('Aucun résultat avec ces filtres.')).toBeVisible()
  await page.getByRole('link', { name: `Retirer le filtre ${COUT} entre 1251 et 1 300,50` }).click()
  await expect(page.getByRole('link', { name: UN })).toBeVisible()
  expect(dites).toEqual([])
})
