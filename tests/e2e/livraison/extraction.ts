import { expect, type Page } from '@playwright/test'
import { stringify } from 'csv-stringify/sync'
import { jourDuPortail } from './demonstration'
import { type Depot, structure } from './depot'
import { archive } from './pieces'

/** Ten letters for the ten digits, none a vowel: a word that no title has. */
const LETTRES = 'bcdfghjklm'

/**
 * The numbers and the words of one run, so that a spec can be walked again on the same application. `suite` ends each number, and
 * may be met in others; `mot` is a word of this run alone, by which a bannette finds its dossiers and no other.
 */
export const passage = (chiffre: number) => {
  const instant = String(Date.now())
  const suite = instant.slice(-3)
  const mot = Array.from(instant.slice(-7), (c) => LETTRES.charAt(Number(c))).join('')
  return { suite, mot, numero: (rang: number) => `2025-${chiffre}${rang}${suite}` }
}

/** The listing of these dossiers, as e-partenaire writes it. */
export function listing(depots: readonly Depot[]): Buffer {
  const lignes = depots.map((depot) => ({ ...colonnesDeStructure(depot), ...colonnesDeDemande(depot) }))
  return Buffer.from(stringify(lignes, { header: true, delimiter: ';' }))
}

function colonnesDeStructure({ rangStructure }: Depot) {
  const { nom, nature, siret, codePostal, commune } = structure(rangStructure)
  return {
    'Raison sociale': nom,
    'Nature juridique': nature,
    SIRET: siret,
    'Code Postal': codePostal,
    Commune: commune,
  }
}

const colonnesDeDemande = ({ numero, objet, ilYa = 10, deposeLe, pays = 'Pologne', montant, courriel }: Depot) => ({
  Type: 'Jumelages (public)',
  Numéro: numero,
  Objet: objet,
  Statut: 'En cours d’analyse',
  'Date de dépôt': deposeLe ?? jourDuPortail(ilYa),
  'Montant demandé': montant ?? '3 600,00',
  'Adresse mail': courriel ?? `dossier.${numero}@exemple.test`,
  Pays: pays,
  'Coût total': '12 000,00',
  'Nombre de participants': '30',
})

/** Delivers an extraction as the page of imports does, and gives the page where it is shown before it is done. */
export async function deposer(page: Page, depots: readonly Depot[], couverture: 'PARTIE' | 'CAMPAGNE' = 'PARTIE') {
  const zip = await archive(depots)
  const reponse = await page.request.post('/importer', {
    multipart: {
      listing: { name: 'extraction.csv', mimeType: 'text/csv', buffer: listing(depots) },
      ...(zip && { pieces: { name: 'pieces.zip', mimeType: 'application/zip', buffer: zip } }),
      couverture,
    },
    maxRedirects: 0,
  })
  const adresse = reponse.headers()['location'] ?? ''
  expect(adresse).toMatch(/^\/importer\//)
  await page.goto(adresse)
  await expect(page.getByRole('heading', { name: 'Ce qui se passerait' })).toBeVisible({ timeout: 60_000 })
  return adresse
}

/** Delivers an extraction and carries it out, without its mails; gives its page. */
export async function importer(page: Page, depots: readonly Depot[]) {
  const adresse = await deposer(page, depots)
  await page.getByRole('button', { name: 'Importer', exact: true }).click()
  await expect(page.getByText('Terminé', { exact: true }).first()).toBeVisible({ timeout: 60_000 })
  return adresse
}
