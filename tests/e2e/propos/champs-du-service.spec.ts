import { expect, test } from '@playwright/test'
import { JUMELAGES } from '../livraison/demonstration'
import { importer, passage } from '../livraison/extraction'
import { auRepos, montrer, plaintes, seConnecter } from '../poste'

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
  expect(dites).toEqual([])
})
