import { expect, type Page } from '@playwright/test'
import { stringify } from 'csv-stringify/sync'
import { STRUCTURES } from '../../../prisma/demo/structures'

/** A structure of the demonstration that is an association: what it must give is the longest list. */
const RANG_STRUCTURE = 1

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

/** Delivers one received mail, and waits until it is read. */
async function recevoir(page: Page, contenu: Buffer) {
  const reponse = await page.request.post('/importer', {
    multipart: { messages: { name: 'message.eml', mimeType: 'message/rfc822', buffer: contenu } },
    maxRedirects: 0,
  })
  await page.goto(reponse.headers()['location'] ?? '')
  await expect(page.getByText('Terminé', { exact: true }).first()).toBeVisible({ timeout: 60_000 })
}

/** What the form of this name on the page sends, with these fields and to its address or this one, past the screens that lead to it. */
export async function poster(page: Page, nom: string, champs: Record<string, string>, vers?: string) {
  const form = page.locator(`form[data-formulaire="${nom}"]`).first()
  await expect(form).toBeAttached()
  const { action, lus } = await form.evaluate((element: HTMLFormElement) => ({
    action: element.action,
    lus: [...new FormData(element)].flatMap(([cle, valeur]) =>
      typeof valeur === 'string' && cle !== 'cleEnvoi' ? [[cle, valeur] as const] : [],
    ),
  }))
  const corps = new URLSearchParams(lus.filter(([cle]) => !(cle in champs)).map(([cle, valeur]) => [cle, valeur]))
  for (const [cle, valeur] of Object.entries(champs)) corps.append(cle, valeur)
  const reponse = await page.request.post(vers ?? action, {
    data: corps.toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    maxRedirects: 0,
  })
  expect(`${nom} ${reponse.status()}`).toBe(`${nom} 302`)
}

const enTetes = (lignes: string[]) => Buffer.from([...lignes, ''].join('\r\n'))

/** The first link of a page that leads there, without what follows `?`. */
async function premierLien(page: Page, adresse: string, vers: RegExp) {
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
