import { expect } from '@playwright/test'
import { test } from '../essai'
import { formatJour, jourDeParis } from '../../../app/domain/temps/jour'
import { numeroDemo } from '../livraison/demonstration'
import { arriver, auRepos, montrer, plaintes, sansDefaut, seConnecter, taper } from '../poste'

const SUITES = `/dossiers/${numeroDemo(1)}/suites`

test('a responsable records an acompte by keyboard; what is refused keeps what is typed; cancelled, it stays with its reason', async ({
  page,
}) => {
  const dites = plaintes(page)
  await seConnecter(page, 'responsable')
  await page.goto(`/dossiers?vue=a-verser&q=${numeroDemo(1)}`)
  await auRepos(page)
  await expect(page.getByRole('link', { name: numeroDemo(1) })).toBeVisible()
  await montrer(page, 'bannette-a-verser')
  await page.goto(SUITES)
  const versements = page.getByRole('region', { name: 'Versements', exact: true })
  await expect(versements).toContainText('Aucun versement n’est enregistré')
  await expect(page.getByText('Aucune convention n’est nécessaire')).toBeVisible()
  await versements.getByText('Enregistrer un versement').click()
  const form = page.getByRole('form', { name: 'Enregistrer un versement' })
  await expect(form.getByText(/est annoncé à la structure par un courriel, cinq minutes plus tard/)).toBeVisible()
  await form.getByLabel('Montant (€)').focus()
  await taper(page, '90 000')
  await form.getByRole('textbox', { name: 'Jour du versement' }).focus()
  await taper(page, formatJour(jourDeParis(new Date())))
  await form.getByLabel('Référence').focus()
  await taper(page, 'M-2026-118')
  await page.keyboard.press('Enter')
  await expect(form.getByText(/dépasserait le montant voté/)).toBeVisible()
  await expect(form.getByLabel('Montant (€)')).toHaveValue('90 000')
  await expect(form.getByLabel('Référence')).toHaveValue('M-2026-118')
  await expect(form.getByRole('button', { name: 'Enregistrer ce versement' })).toBeEnabled()
  await montrer(page, 'versement-refuse')
  await form.getByLabel('Montant (€)').fill('1 250,50')
  await form.getByRole('button', { name: 'Enregistrer ce versement' }).click()
  await expect(versements.getByRole('row', { name: /Acompte/ })).toContainText('M-2026-118')
  await expect(versements).toContainText(/Payé\s*1\s250,50\s€/)
  await montrer(page, 'versements')
  await page.setViewportSize({ width: 390, height: 844 })
  await sansDefaut(page)
  await montrer(page, 'versements-390')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`/dossiers/${numeroDemo(1)}/echanges`)
  await expect(page.getByText(/un acompte vous a été versé/).first()).toBeVisible()
  await montrer(page, 'versement-annonce')
  await page.goto(SUITES)
  await auRepos(page)

  await versements
    .getByText(/^Annuler/)
    .first()
    .click()
  const annuler = page.getByRole('form', { name: 'Annuler un versement' })
  await annuler.getByLabel('Pourquoi ce versement est annulé').fill('non')
  await annuler.getByRole('button', { name: 'Annuler ce versement' }).click()
  await expect(annuler.getByText(/Dites pourquoi en une phrase/)).toBeVisible()
  await annuler.getByLabel('Pourquoi ce versement est annulé').fill('Ce mandat est d’un autre dossier.')
  await annuler.getByRole('button', { name: 'Annuler ce versement' }).click()
  await expect(versements).toContainText('Ce mandat est d’un autre dossier.')
  await expect(versements).toContainText(/Payé\s*0,00\s€/)
  await page.setViewportSize({ width: 1440, height: 900 })
  await montrer(page, 'versement-annule')
  expect(dites).toEqual([])
})

test('an officer says a bilan came and what they think of it, which may be to complete', async ({ page }) => {
  const dites = plaintes(page)
  await seConnecter(page, 'agent')
  await page.goto(`/dossiers/${numeroDemo(3)}/suites`)
  const bilan = page.getByRole('region', { name: 'Bilan', exact: true })
  await expect(bilan).toContainText('À envoyer au plus tard le')
  await bilan.getByRole('textbox', { name: 'Jour où le bilan est arrivé' }).fill(formatJour(jourDeParis(new Date())))
  await bilan.getByRole('button', { name: 'Dire le bilan reçu' }).click()
  await expect(bilan).toContainText('Reçu, à examiner')
  await montrer(page, 'bilan-a-examiner')
  const examen = page.getByRole('form', { name: 'Examiner le bilan' })
  await examen.getByRole('button', { name: 'Enregistrer cet examen' }).click()
  await expect(examen.getByText('Donnez ce qui a été réellement dépensé, en euros.')).toBeVisible()
  await examen.getByLabel('Ce bilan est').selectOption({ label: 'À compléter' })
  await examen.getByLabel('Ce qui est à compléter').fill('Il manque les factures du transport.')
  await examen.getByRole('button', { name: 'Enregistrer cet examen' }).click()
  await expect(bilan).toContainText('Il manque les factures du transport.')
  await montrer(page, 'bilan-a-completer')
  expect(dites).toEqual([])
})

test('the file of the accountants is shown line by line, then recorded; the same file again adds nothing', async ({
  page,
}) => {
  const dites = plaintes(page)
  await arriver(page, 'responsable')
  const rangees = [
    'Numéro de dossier;Nature;Montant;Date;Référence',
    `${numeroDemo(4)};Acompte;1 000,00;${formatJour(jourDeParis(new Date()))};M-2026-201`,
    '2099-99999;Acompte;10,00;01/01/2026;M-2026-202',
  ]
  const fichier = { name: 'versements.csv', mimeType: 'text/csv', buffer: Buffer.from(rangees.join('\n')) }
  const deposer = async () => {
    await page.goto('/importer')
    await auRepos(page)
    const form = page.getByRole('form', { name: 'Versements' })
    await form.getByLabel('Fichier des versements (.xlsx ou .csv)').setInputFiles(fichier)
    await form.getByRole('button', { name: 'Voir ce qui changera' }).click()
    await expect(page).toHaveURL(/\/dossiers\/lots\//)
  }
  await page.goto('/importer')
  await montrer(page, 'importer-versements')
  await deposer()
  await expect(page.getByText(/Acompte de 1\s000,00\s€/)).toBeVisible()
  await expect(page.getByText(/^Ligne 3, dossier 2099-99999/)).toBeVisible()
  await montrer(page, 'lot-versements')
  await page.getByRole('button', { name: /^Enregistrer les versements\s: 1\sdossier$/ }).click()
  await expect(page.getByText(/^Terminé\s: 1\sdossier mis à jour\.$/)).toBeVisible()
  await deposer()
  await expect(page.getByText(/ce versement est déjà enregistré/)).toBeVisible()
  await montrer(page, 'lot-versements-deux-fois')
  expect(dites).toEqual([])
})

test('an officer who does not decide reads what is paid and records nothing; without a grant the page says so', async ({
  page,
}) => {
  await seConnecter(page, 'agent')
  await page.goto(SUITES)
  await expect(page.getByText('Seul un responsable enregistre un versement.')).toBeVisible()
  await expect(page.getByText('Enregistrer un versement')).toHaveCount(0)
  await page.goto(`/dossiers/${numeroDemo(29)}/suites`)
  await expect(page.getByText(/^Rien à suivre/)).toBeVisible()
  await sansDefaut(page)
})
