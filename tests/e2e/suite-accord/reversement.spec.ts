import { expect } from '@playwright/test'
import { test } from '../essai'
import { addDays, formatJour, jourDeParis } from '../../../app/domain/temps/jour'
import { numeroDemo } from '../livraison/demonstration'
import { auRepos, montrer, plaintes, sansDefaut, seConnecter } from '../poste'

const DOSSIER = `/dossiers/${numeroDemo(2)}`

test('what a bilan makes to give back is asked by a responsable, waits in its tab, and is met by a reversement', async ({
  page,
}) => {
  const dites = plaintes(page)
  const today = jourDeParis(new Date())
  await seConnecter(page, 'responsable')
  await page.goto(`${DOSSIER}/suites`)
  await auRepos(page)
  const versements = page.getByRole('region', { name: 'Versements', exact: true })
  const bilan = page.getByRole('region', { name: 'Bilan', exact: true })
  const reversement = page.getByRole('region', { name: 'Reversement', exact: true })
  const verser = async (nature: string, montant: string, reference: string) => {
    await versements.getByText('Enregistrer un versement').click()
    const form = page.getByRole('form', { name: 'Enregistrer un versement' })
    await form.getByLabel('Nature').selectOption({ label: nature })
    await form.getByLabel('Montant (€)').fill(montant)
    await form.getByRole('textbox', { name: 'Jour du versement' }).fill(formatJour(today))
    await form.getByLabel('Référence').fill(reference)
    await form.getByRole('button', { name: 'Enregistrer ce versement' }).click()
    await expect(versements.getByRole('row', { name: new RegExp(nature) })).toContainText(reference)
  }
  await verser('Acompte', '1 000,00', 'M-2026-301')
  await bilan.getByRole('textbox', { name: 'Jour où le bilan est arrivé' }).fill(formatJour(today))
  await bilan.getByRole('button', { name: 'Dire le bilan reçu' }).click()
  const examen = page.getByRole('form', { name: 'Examiner le bilan' })
  await examen.getByLabel('Dépensé réellement (€)').fill('0')
  await examen.getByRole('button', { name: 'Enregistrer cet examen' }).click()
  await expect(reversement).toContainText(/À rendre selon le bilan\s: 1\s000,00\s€/)

  await reversement.getByText('Demander le reversement').first().click()
  const form = page.getByRole('form', { name: 'Demander le reversement' })
  await expect(form.getByLabel('Montant à reverser (€)')).toHaveValue(/1\s000,00/)
  await form.getByLabel('Montant à reverser (€)').fill('800,00')
  await form.getByRole('textbox', { name: 'À reverser au plus tard le' }).fill(formatJour(addDays(today, 30)))
  await form.getByLabel('Comment reverser cette somme').fill('Par virement, à réception du titre de recette.')
  await form.getByRole('button', { name: 'Demander le reversement' }).click()
  await expect(form.getByText(/dites pourquoi en une phrase au moins, que la structure lira/)).toBeVisible()
  await expect(form.getByLabel('Montant à reverser (€)')).toHaveValue('800,00')
  await montrer(page, 'reversement-refuse')
  await form.getByLabel('Pourquoi moins que le montant calculé').fill('Les frais d’annulation du car sont admis.')
  await page.setViewportSize({ width: 390, height: 844 })
  await sansDefaut(page)
  await form.scrollIntoViewIfNeeded()
  await montrer(page, 'reversement-a-demander-390')
  await page.setViewportSize({ width: 1440, height: 900 })
  await form.getByRole('button', { name: 'Demander le reversement' }).click()
  await expect(reversement).toContainText(/800,00\s€ demandés par/)
  await expect(reversement).toContainText(/reste attendu\s: 800,00\s€/)
  await montrer(page, 'reversement-demande')
  await page.setViewportSize({ width: 390, height: 844 })
  await sansDefaut(page)
  await reversement.scrollIntoViewIfNeeded()
  await montrer(page, 'reversement-demande-390')
  await page.setViewportSize({ width: 1440, height: 900 })

  await page.goto('/dossiers?vue=reversements-attendus')
  await auRepos(page)
  await expect(page.getByRole('link', { name: numeroDemo(2) })).toBeVisible()
  await montrer(page, 'bannette-reversements')
  await page.goto(`${DOSSIER}/echanges`)
  await expect(page.getByText(/un reversement vous est demandé/).first()).toBeVisible()
  await page.goto(`${DOSSIER}/suites`)
  await auRepos(page)
  await verser('Reversement', '800,00', 'T-2026-12')
  await expect(reversement).toContainText('Tout est rendu.')
  await montrer(page, 'reversement-rendu')
  expect(dites).toEqual([])
})
