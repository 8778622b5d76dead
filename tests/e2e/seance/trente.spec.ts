import ExcelJS from 'exceljs'
import { stringify } from 'csv-stringify/sync'
import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { changerLeDossier, passerLHeure } from '../livraison/base'
import { faireRevenir } from '../livraison/courriels'
import { jourDuPortail } from '../livraison/demonstration'
import { structure } from '../livraison/depot'
import { passage } from '../livraison/extraction'
import { CODES_D_UNE_ASSOCIATION } from '../livraison/pieces'
import { arriver, auRepos, montrer, plaintes, seConnecter } from '../poste'
import { direParCourrier, faireRevenirLaDecision, lireLesCourriels, lireLesLettres } from './notifications'
import { ajouterSeance, aujourdhui, proposerEtInscrire } from './par-lot'

const TRENTE = 30

const { mot, suite } = passage(9)
const NUMEROS = Array.from({ length: TRENTE }, (_, rang) => `2025-${60 + rang}${suite}`)
const [VIDE = '', PASSE = '', CHER = '', SEULE = '', REFUSE = '', PARTAGEE = '', RENDUE = ''] = NUMEROS

/** The rank of an association of the demonstration that is not the one of the others. */
const AUTRE_STRUCTURE = 3

/** Two structures are written to at one address. */
const adresseDe = (numero: string) => `dossier.${numero === PARTAGEE ? VIDE : numero}@exemple.test`

const decidee = (numero: string) => ({
  numero,
  adresse: adresseDe(numero),
  dit: numero === REFUSE ? /L’enveloppe est engagée\./ : numero === CHER ? /24\s000,00\s€/ : /360,00\s€/,
})

/** What the portal says of each: four of them are to be looked at before they are told. */
function listing(): Buffer {
  const lignes = NUMEROS.map((numero) => ({ numero, ...structure(numero === PARTAGEE ? AUTRE_STRUCTURE : undefined) }))
  const colonnes = lignes.map(({ numero, nom, nature, siret, codePostal, commune }) => ({
    Type: 'Jumelages (public)',
    Numéro: numero,
    Objet: `Fanfare de Herne ${mot} ${numero}`,
    Statut: 'En cours d’analyse',
    'Date de dépôt': jourDuPortail(10),
    'Montant demandé': numero === CHER ? '24 000,00' : '360,00',
    'Raison sociale': nom,
    'Nature juridique': nature,
    SIRET: siret,
    'Code Postal': codePostal,
    Commune: commune,
    'Adresse mail': adresseDe(numero),
    Pays: 'Pologne',
    'Coût total': numero === CHER ? '80 000,00' : '1 200,00',
    'Nombre de participants': '30',
    'Date de fin': jourDuPortail(numero === PASSE ? 900 : -90),
  }))
  return Buffer.from(stringify(colonnes, { header: true, delimiter: ';' }))
}

/** Delivers them, says of each pièce that it is not asked of them, and declares them complete: by the acts of the pages, without their clicks. */
async function instruire(page: Page) {
  const depot = await page.request.post('/importer', {
    multipart: { listing: { name: 'extraction.csv', mimeType: 'text/csv', buffer: listing() }, couverture: 'PARTIE' },
    maxRedirects: 0,
  })
  await page.goto(depot.headers()['location'] ?? '')
  await page.getByRole('button', { name: 'Importer', exact: true }).click({ timeout: 60_000 })
  await expect(page.getByText('Terminé', { exact: true }).first()).toBeVisible({ timeout: 60_000 })
  await Promise.all(
    [0, 1, 2].map(async (reste) => {
      for (const numero of NUMEROS.filter((_, rang) => rang % 3 === reste))
        for (const code of CODES_D_UNE_ASSOCIATION) {
          const form = { intent: 'controler', code, controle: 'SANS_OBJET', motif: 'NON_CONCERNE' }
          await page.request.post(`/dossiers/${numero}/pieces`, { form, maxRedirects: 0 })
        }
    }),
  )
  await page.goto(`/dossiers?vue=tous&q=${mot}`)
  await auRepos(page)
  await page.getByRole('checkbox', { name: 'Sélectionner toutes les lignes' }).click()
  await page.getByRole('button', { name: 'Déclarer complet', exact: true }).click()
  await page.getByRole('button', { name: /^Déclarer complet\s: 30\sdossiers$/ }).click()
  await expect(page.getByText(/30\sdossiers déclarés complets/).first()).toBeVisible({ timeout: 30_000 })
}

/** The workbook as the séance gives it back: all adopted but one. */
async function voter(chemin: string): Promise<Buffer> {
  const classeur = new ExcelJS.Workbook()
  await classeur.xlsx.readFile(chemin)
  const page = classeur.getWorksheet('Votes')
  if (!page) throw new Error('no page of votes')
  for (let rang = 2; rang < TRENTE + 2; rang += 1) {
    const ligne = page.getRow(rang)
    const refuse = Array.isArray(ligne.values) && ligne.values.includes(REFUSE)
    ligne.getCell('I').value = refuse ? 'Rejeté' : 'Adopté'
    if (!refuse) continue
    ligne.getCell('K').value = 'Crédits épuisés'
    ligne.getCell('L').value = 'L’enveloppe est engagée.'
  }
  return Buffer.from(await classeur.xlsx.writeBuffer())
}

// Some minutes of an officer, thirty dossiers at a time: longer than any other journey.
test.setTimeout(400_000)

test('thirty dossiers from their list to the board of proofs: voted by workbook, rehearsed with five faults, let go by another, each mail and letter read, one told by post', async ({
  page,
  browser,
}) => {
  const dites = plaintes(page)
  await arriver(page, 'agent')
  await instruire(page)
  await faireRevenir(page, { numero: SEULE, adresse: `dossier.${SEULE}@exemple.test` })

  await page.goto('/commissions')
  const seance = await ajouterSeance(page, mot)
  await proposerEtInscrire(page, mot, 30)
  await page.goto(seance)
  await page.getByRole('button', { name: 'Arrêter la liste' }).click()
  await expect(page.getByText('Liste arrêtée')).toBeVisible()

  const chef = await browser.newPage({ locale: 'fr-FR' })
  await seConnecter(chef, 'responsable')
  await chef.goto(seance)
  await chef.getByText('Voter par classeur').click()
  const telechargement = chef.waitForEvent('download')
  await chef.getByRole('link', { name: 'Télécharger la liste (.xlsx)' }).click()
  await chef.getByLabel('Classeur des votes (.xlsx)').setInputFiles({
    name: 'votes.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await voter(await (await telechargement).path()),
  })
  await chef.getByRole('button', { name: 'Voir ce qui changera' }).click()
  await chef.getByRole('button', { name: /^Enregistrer les votes\s: 30\sdossiers$/ }).click({ timeout: 60_000 })
  await expect(chef.getByText(/^Terminé\s: 30\svotes enregistrés\.$/)).toBeVisible({ timeout: 60_000 })
  await chef.goto(seance)
  await changerLeDossier(VIDE, { objet: '', finLe: null })
  await chef.getByRole('button', { name: 'Numéroter la délibération' }).click()
  await chef.getByRole('textbox', { name: 'Jour où la préfecture l’a reçue' }).fill(aujourdhui())
  await chef.getByRole('button', { name: 'La délibération est exécutoire' }).click()
  await expect(chef.getByText(/exécutoire depuis le/)).toBeVisible()

  await page.goto(`${seance}/repetition`)
  await expect(page.getByText('30 sur 30\u00a0lettres dessinées.')).toBeVisible({ timeout: 30_000 })
  for (const [titre, numero] of [
    ...[
      ['Mot manquant', VIDE],
      ['Adresse en échec', SEULE],
      ['Date déjà passée', PASSE],
      ['Adresse partagée', PARTAGEE],
      ['Convention à faire', CHER],
    ],
  ] as const)
    await expect(page.getByRole('region', { name: titre, exact: true })).toContainText(numero)
  await montrer(page, 'seance-trente-repetition')
  // What is mended is drawn again; the address that failed, the shared one and the convention are seen to by who reads.
  for (const numero of [VIDE, PASSE]) await changerLeDossier(numero, { objet: `Fanfare de Herne ${mot}`, finLe: null })
  await page.reload()
  for (const titre of ['Mot manquant', 'Date déjà passée'])
    await expect(page.getByRole('region', { name: titre, exact: true })).toBeHidden()
  await page.getByRole('button', { name: /^Dessiner/ }).click()
  await expect(page.getByText('30 sur 30\u00a0lettres dessinées.')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: /^J’ai relu 30\scourriels/ }).click()
  await expect(page.getByText('Relus par vous. Une autre personne, responsable, les fait partir.')).toBeVisible()

  await chef.goto(seance)
  await chef.getByRole('button', { name: /^Préparer 30\snotifications$/ }).click()
  await expect(chef.getByText(/30\sdossiers changent\./)).toBeVisible({ timeout: 30_000 })
  await chef.getByRole('button', { name: /^Notifier les votes\s: 30\sdossiers$/ }).click()
  await expect(chef.getByText(/^Terminé\s: 30\sdécisions notifiées\.$/)).toBeVisible({ timeout: 60_000 })

  const decidees = NUMEROS.map(decidee)
  await passerLHeure(...decidees.map(({ adresse }) => adresse))
  // The one whose address had failed is held, and may still be put right; the one that comes back is told by post.
  const parties = decidees.filter(({ numero }) => numero !== SEULE)
  await lireLesCourriels(parties)
  await lireLesLettres(page, parties)
  await faireRevenirLaDecision(page, decidee(RENDUE))
  await expect(async () => {
    await page.goto(`${seance}/suivi`)
    await expect(page.getByRole('region', { name: 'À notifier par courrier' })).toContainText(RENDUE, {
      timeout: 1_000,
    })
  }).toPass({ timeout: 60_000 })
  await montrer(page, 'seance-trente-suivi')
  await direParCourrier(page, { numero: RENDUE }, '1A 002')
  await chef.goto(`${seance}/suivi`)
  await expect(chef.getByText('29\u00a0décisions dont la notification n’est pas prouvée, sur 30.')).toBeVisible()
  await chef.close()
  expect(dites).toEqual([])
})
