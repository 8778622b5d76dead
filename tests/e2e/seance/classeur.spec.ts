import ExcelJS from 'exceljs'
import { expect } from '@playwright/test'
import { test } from '../essai'
import { rendreComplet } from '../livraison/complet'
import { importer, passage } from '../livraison/extraction'
import { montrer, plaintes, seConnecter } from '../poste'
import { ajouterSeance, proposerEtInscrire } from './par-lot'

const { mot, numero } = passage(7)
const POURQUOI = 'Les repas ne sont pas retenus.'
const NUMEROS = [numero(1), numero(2), numero(3)]

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage({ locale: 'fr-FR' })
  await seConnecter(page, 'agent')
  await importer(
    page,
    NUMEROS.map((un, rang) => ({ numero: un, objet: `Chorale de Herne ${mot} ${rang}`, budget: 'juste' as const })),
  )
  for (const un of NUMEROS) await rendreComplet(page, un)
  await page.close()
})

/** The workbook as somebody gives it back: votes on its rows, in their order. */
async function remplir(chemin: string, votes: readonly (readonly [string, number?, string?])[]): Promise<Buffer> {
  const classeur = new ExcelJS.Workbook()
  await classeur.xlsx.readFile(chemin)
  const page = classeur.getWorksheet('Votes')
  for (const [rang, [vote, montant = null, precision = null]] of votes.entries()) {
    const ligne = page?.getRow(rang + 2)
    if (!ligne) throw new Error('no such row')
    ligne.getCell('I').value = vote
    ligne.getCell('J').value = montant
    ligne.getCell('L').value = precision
  }
  return Buffer.from(await classeur.xlsx.writeBuffer())
}

test.describe.configure({ mode: 'serial' })

let seance = ''

test('an enveloppe is shared by rules and by hand, two scenarios beside each other, and one becomes propositions', async ({
  page,
}) => {
  const dites = plaintes(page)
  await seConnecter(page, 'agent')
  await page.goto('/commissions')
  seance = await ajouterSeance(page, mot)
  await proposerEtInscrire(page, mot, 3)

  await page.goto(seance)
  await page.getByRole('link', { name: 'Simuler la répartition d’une enveloppe' }).click()
  const scenario = page.getByRole('region', { name: 'Scénario A', exact: true })
  await scenario.getByLabel('Enveloppe (€)').fill('dix mille')
  await scenario.getByRole('button', { name: 'Calculer le scénario A' }).click()
  await expect(scenario.getByText('Écrivez l’enveloppe en euros')).toBeVisible()
  await scenario.getByLabel('Enveloppe (€)').fill('10 000')
  await scenario.getByRole('button', { name: 'Calculer le scénario A' }).click()
  await expect(scenario).toContainText(/10\s000,00\s€ pour 3\sdossiers sur 3/)
  await page.getByLabel(`Montant à la main du dossier ${numero(2)}`).fill('3 600')
  await page.getByRole('button', { name: 'Garder les montants à la main du scénario A' }).click()
  await expect(scenario).toContainText('1\u00a0montant donné à la main')
  const lignes = page.getByRole('form', { name: 'Montants à la main du scénario A' }).getByRole('row')
  await expect(lignes.filter({ hasText: numero(2) })).toContainText(/3\s600,00\s€/)
  await expect(lignes.filter({ hasText: numero(1) })).toContainText(/3\s200,00\s€/)
  await page.getByRole('link', { name: 'Scénario C à droite' }).click()
  await expect(page.getByRole('columnheader', { name: 'Scénario C' }).first()).toBeVisible()
  await montrer(page, 'simulation')
  await scenario.getByRole('button', { name: 'Proposer ces montants' }).click()
  await expect(page.getByText(/^3\sdossiers changent/)).toBeVisible()
  await page.getByRole('button', { name: /^Proposer un montant\s: 3\sdossiers$/ }).click()
  await expect(page.getByText(/^Terminé\s: 3\spropositions écrites\.$/)).toBeVisible()
  await page.getByRole('link', { name: 'Retour à la séance' }).click()
  await expect(
    page.getByRole('region', { name: 'Liste de la séance' }).getByRole('row', { name: /Total/ }),
  ).toContainText(/10\s000,00\s€/)
  await page.getByRole('button', { name: 'Arrêter la liste' }).click()
  await expect(page.getByText('Liste arrêtée')).toBeVisible()
  expect(dites).toEqual([])
})

test('the list of a séance goes out as a workbook and comes back with its votes, looked at before the yes', async ({
  page: chef,
}) => {
  const dites = plaintes(chef)
  await seConnecter(chef, 'responsable')
  await chef.goto(seance)
  await chef.getByText('Voter par classeur').click()
  await montrer(chef, 'seance-classeur')
  const telechargement = chef.waitForEvent('download')
  await chef.getByRole('link', { name: 'Télécharger la liste (.xlsx)' }).click()
  const chemin = await (await telechargement).path()
  const contenu = await remplir(chemin, [
    ['Adopté', undefined, POURQUOI],
    ['Adopté, montant modifié', 3000, POURQUOI],
    ['Adopté, montant modifié', 9999],
  ])
  await chef.getByLabel('Classeur des votes (.xlsx)').setInputFiles({
    name: 'votes.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: contenu,
  })
  await chef.getByRole('button', { name: 'Voir ce qui changera' }).click()
  await expect(chef.getByText(/^2\sdossiers changent, 1\sne change pas\./)).toBeVisible()
  await expect(chef.getByText(/^Cellule J4\s: le montant voté dépasse/).first()).toBeVisible()
  await montrer(chef, 'seance-classeur-apercu')
  await chef.getByRole('button', { name: /^Enregistrer les votes\s: 2\sdossiers$/ }).click()
  await expect(chef.getByText(/^Terminé\s: 2\svotes enregistrés\.$/)).toBeVisible()
  await chef.getByRole('link', { name: 'Retour à la séance' }).click()
  const liste = chef.getByRole('region', { name: 'Liste de la séance' })
  await expect(liste.getByText('Adopté, montant modifié')).toHaveCount(1)
  await expect(liste.getByText('À voter')).toHaveCount(1)
  expect(dites).toEqual([])
})
