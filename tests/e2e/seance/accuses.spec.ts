import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { rendreComplet } from '../livraison/complet'
import { importer, passage } from '../livraison/extraction'
import { auRepos, montrer, plaintes, seConnecter } from '../poste'
import { ajouterSeance, aujourdhui, proposerEtInscrire } from './par-lot'

const { mot, numero } = passage(3)

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage({ locale: 'fr-FR' })
  await seConnecter(page, 'agent')
  const dossiers = [1, 2].map((rang) => ({ numero: numero(rang), objet: `Orgues ${mot} ${rang}`, budget: 'juste' as const }))
  await importer(page, dossiers)
  for (const un of dossiers) await rendreComplet(page, un.numero)
  await page.close()
}) // prettier-ignore

/** The list of a séance is closed, all of it is adopted, and its délibération is numbered; gives its number. */
async function deliberer(page: Page, seance: string): Promise<string> {
  await page.goto(seance)
  await page.getByRole('button', { name: 'Arrêter la liste' }).click()
  const vote = page.getByRole('region', { name: /^Vote du dossier/ })
  await expect(vote).toContainText('2 votes à saisir')
  await page.keyboard.press('Enter')
  await expect(vote).toContainText('1\u00a0vote à saisir')
  await expect(page.getByRole('radio', { name: 'Adopté', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(vote).toHaveCount(0)
  await page.getByRole('button', { name: 'Numéroter la délibération' }).click()
  const dite = page.getByText(/^Délibération n°/)
  await expect(dite).toBeVisible()
  return /\d{4}-\d{3}/.exec(await dite.innerText())?.[0] ?? ''
}

test('the file of the préfecture’s acknowledgements is shown line by line, then recorded; the séance says its day, and the file again adds nothing', async ({
  page,
  browser,
}) => {
  const agent = await browser.newPage({ locale: 'fr-FR' })
  await seConnecter(agent, 'agent')
  await agent.goto('/commissions')
  await expect(agent.getByRole('heading', { name: 'Accusés de réception de la préfecture' })).toHaveCount(0)
  const seance = await ajouterSeance(agent, mot)
  await proposerEtInscrire(agent, mot, 2)
  await agent.close()

  const dites = plaintes(page)
  await seConnecter(page, 'responsable')
  const deliberation = await deliberer(page, seance)
  await expect(page.getByText('Délibération numérotée')).toBeVisible()
  const rangees = [
    'Commission permanente;;',
    'Date de réception en préfecture;Objet;N° de l’acte',
    `${aujourdhui()} 00:00:01;Relations internationales;CP ${deliberation}`,
    `${aujourdhui()};Autre objet;2099-001`,
    `;Arrêté;AR ${deliberation}`,
  ]
  const regarder = async (contenu: string) => {
    await page.goto('/commissions')
    await auRepos(page)
    await page.getByLabel('Fichier des accusés de réception (.xlsx ou .csv)').setInputFiles({
      name: 'accuses.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(contenu),
    })
    await page.getByRole('button', { name: 'Voir ce qui changera' }).click()
  }
  await regarder('Numéro;Objet\n1;2\n')
  await expect(page.getByText(/n’a pas les deux colonnes attendues/)).toBeVisible()
  await montrer(page, 'accuses-refuses')

  await regarder(rangees.join('\n'))
  await expect(page.getByText('1\u00a0délibération à enregistrer, 2\u00a0lignes sans effet.')).toBeVisible()
  const lignes = page.getByRole('table', { name: 'Lignes du fichier' })
  const rangee = lignes.getByRole('row', { name: new RegExp(deliberation) }).first()
  await expect(rangee).toContainText(`Session ${mot}`)
  await expect(rangee).toContainText(`Sera exécutoire depuis le ${aujourdhui()}.`)
  await expect(lignes.getByRole('row', { name: /2099-001/ })).toContainText('Délibération inconnue')
  await expect(lignes.getByRole('row', { name: /^5 AR/ })).toContainText('n’est pas celui d’une délibération')
  await montrer(page, 'accuses-apercu')

  // Looked at only: the séance waits still.
  const seances = page.getByRole('row', { name: new RegExp(`Session ${mot}.*Délibération`) })
  await expect(seances).toContainText('Délibération numérotée')
  await page.getByRole('button', { name: /^Enregistrer 1\sdélibération$/ }).click()
  await expect(page.getByText(`1\u00a0délibération est exécutoire\u00a0: ${deliberation}.`)).toBeVisible()
  await expect(seances).toContainText('Délibération exécutoire')
  await montrer(page, 'accuses-enregistres')

  await regarder(rangees.join('\n'))
  await expect(page.getByText('Aucune délibération à enregistrer, 3\u00a0lignes sans effet.')).toBeVisible()
  await expect(page.getByText(`Déjà exécutoire depuis le ${aujourdhui()}\u00a0: rien à faire.`)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Enregistrer/ })).toHaveCount(0)
  await page.goto(seance)
  await expect(page.getByText(/^Délibération n°/)).toContainText(`exécutoire depuis le ${aujourdhui()}`)
  await montrer(page, 'accuses-seance')
  expect(dites).toEqual([])
})
