import { buffer } from 'node:stream/consumers'
import { expect, type Page } from '@playwright/test'
import { ZipArchive } from 'archiver'
import { stringify } from 'csv-stringify/sync'
import type { DossierDemo } from '../../prisma/demo/dossiers'
import { budgetDe, LIBELLES, pdfDe } from '../../prisma/demo/fichiers'
import { STRUCTURES } from '../../prisma/demo/structures'

/** A structure of the demonstration that is an association: what it must give is the longest list. */
const RANG_STRUCTURE = 1

const COUT = 12_000
const DEMANDE = 3_600

/** All that an association must give. */
const CODES = [
  'BUDGET_PROJET',
  'LETTRE',
  'STATUTS',
  'RECEPISSE_PREF',
  'JO',
  'COMPTES_N1',
  'BUDGET_STRUCTURE_N',
  'CER',
  'RIB',
  'ATTESTATION_HONNEUR',
]

/** One dossier of an extraction: a good one, but for what is said. */
export type Depot = {
  numero: string
  objet: string
  /** Days since it was deposited; ten when nothing is said. */
  ilYa?: number
  deposeLe?: string
  pays?: string
  montant?: string
  courriel?: string
  /** Of the workbook of the budget; nothing is deposited with it when absent. */
  budget?: 'juste' | 'desequilibre'
  /** One more file, that nobody can open. */
  illisible?: boolean
}

const structure = () => {
  const found = STRUCTURES[RANG_STRUCTURE]
  if (!found) throw new Error('no structure')
  return found
}

/** As the portal writes a day. */
const jourDuPortail = (ilYa: number) => {
  const jour = new Date(Date.now() - ilYa * 86_400_000)
  return `${jour.getDate()}/${jour.getMonth() + 1}/${jour.getFullYear()}`
}

/** The numbers and the words of one run, so that a spec can be walked again on the same application. */
export const passage = (chiffre: number) => {
  const suite = String(Date.now()).slice(-3)
  return { suite, numero: (rang: number) => `2025-${chiffre}${rang}${suite}` }
}

/** The listing of these dossiers, as e-partenaire writes it. */
export function listing(depots: readonly Depot[]): Buffer {
  const { nom, nature, siret, codePostal, commune } = structure()
  const lignes = depots.map(({ numero, objet, ilYa = 10, deposeLe, pays = 'Pologne', montant, courriel }) => ({
    Type: 'Jumelages (public)',
    Numéro: numero,
    Objet: objet,
    Statut: 'En cours d’analyse',
    'Date de dépôt': deposeLe ?? jourDuPortail(ilYa),
    'Montant demandé': montant ?? '3 600,00',
    'Raison sociale': nom,
    'Nature juridique': nature,
    SIRET: siret,
    'Code Postal': codePostal,
    Commune: commune,
    'Adresse mail': courriel ?? `dossier.${numero}@exemple.test`,
    Pays: pays,
    'Coût total': '12 000,00',
    'Nombre de participants': '30',
  }))
  return Buffer.from(stringify(lignes, { header: true, delimiter: ';' }))
}

/** The pièces of those that give a budget, as the portal arranges them; null when none does. */
export async function archive(depots: readonly Depot[]): Promise<Buffer | null> {
  const complets = depots.filter(({ budget }) => budget)
  if (complets.length === 0) return null
  const zip = new ZipArchive({})
  for (const { numero, objet, budget, illisible } of complets) {
    if (illisible) zip.append('%PDF-1.4\n%%EOF', { name: `pieces/${numero}/11 - Assurance.pdf` })
    const dossier: DossierDemo = {
      ...{ structure: RANG_STRUCTURE, dispositif: 'JUMELAGES', objet, pays: 'Pologne', ville: 'Herne' },
      ...{ participants: 30, cout: COUT, demande: DEMANDE, scenario: 'nouveau' },
      ...(budget === 'desequilibre' && { budget }),
    }
    for (const [i, code] of CODES.entries()) {
      const estBudget = code === 'BUDGET_PROJET'
      const contenu = estBudget ? await budgetDe(dossier) : await pdfDe(LIBELLES[code] ?? code, structure(), objet)
      const rang = String(i + 1).padStart(2, '0')
      zip.append(contenu, { name: `pieces/${numero}/${rang} - ${LIBELLES[code]}.${estBudget ? 'xlsx' : 'pdf'}` })
    }
  }
  const [octets] = await Promise.all([buffer(zip), zip.finalize()])
  return octets
}

/** Delivers one received mail, and waits until it is read. */
async function recevoir(page: Page, contenu: Buffer) {
  const reponse = await page.request.post('/importer', {
    multipart: { messages: { name: 'message.eml', mimeType: 'message/rfc822', buffer: contenu } },
    maxRedirects: 0,
  })
  await page.goto(reponse.headers()['location'] ?? '')
  await expect(page.getByText('Terminé', { exact: true }).first()).toBeVisible({ timeout: 60_000 })
}

const enTetes = (lignes: string[]) => Buffer.from([...lignes, ''].join('\r\n'))

/** The first link of a page that leads there, without what follows `?`. */
export async function premierLien(page: Page, adresse: string, vers: RegExp) {
  await page.goto(adresse)
  const liens = await page
    .locator('main a[href]')
    .evaluateAll((tous) => tous.map((un) => un.getAttribute('href') ?? ''))
  const lien = liens.find((un) => vers.test(un))?.split('?')[0]
  expect(lien, `${adresse} leads nowhere`).toBeTruthy()
  return lien ?? ''
}

/** A fiche of a structure that nobody knows, and the mail it came by. */
export async function recevoirUneFiche(page: Page, suite: string) {
  const titre = `Cerfs-volants de Malo ${suite}`
  await recevoir(
    page,
    enTetes([
      `From: Sonia HEMERY <sonia.${suite}@exemple.test>`,
      'To: mcei@departement.exemple.test',
      'Subject: Fiche pre-projet',
      `Message-ID: <fiche-${suite}@exemple.test>`,
      'Date: Tue, 10 Jun 2025 08:00:00 +0000',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      `Raison sociale : ATELIER DES VENTS ${suite}`,
      `Titre du projet : ${titre}`,
      'Pays : Danemark',
      'Nombre de jeunes : 12',
      'Montant souhaite : 2 400 EUR',
    ]),
  )
  const message = await premierLien(page, '/courriels?sens=recus&vue=tous', /^\/courriels\/recus\/[\da-f-]{36}/)
  return {
    message,
    fiche: await premierLien(page, `/pre-projets?q=${encodeURIComponent(titre)}`, /^\/pre-projets\/[\da-f-]{36}/),
  }
}
