import { expect, type Page } from '@playwright/test'
import { faireRevenir, recevoirUneFiche } from '../livraison/courriels'
import type { Depot } from '../livraison/depot'
import { poster, premierLien, retirer } from '../livraison/envoi'
import { deposer, importer, passage } from '../livraison/extraction'
import { JUMELAGES } from '../livraison/demonstration'

/** What the forms are tried on: numbers of dossiers, ids, and addresses of pages. */
export type Monde = Record<
  | 'dossier'
  | 'signale'
  | 'incomplet'
  | 'ecrit'
  | 'modifie'
  | 'retire'
  | 'complet'
  | 'lot'
  | 'fiche'
  | 'message'
  | 'retenu'
  | 'rendu'
  | 'rejete'
  | 'compte'
  | 'apercu'
  | 'campagne',
  string
>

/** A campagne of their own, opened by a deposit of two years ago, so that what is changed in it changes nothing for anybody. */
const CAMPAGNE = 'JUM-2024'

/** The campagne of what is deposited here. */
const CELLE_DES_DEPOTS = JUMELAGES

/** As a field of date and hour holds it. */
const dansUnJour = (jours: 1 | -1) => new Date(Date.now() + jours * 86_400_000).toISOString().slice(0, 16)

/** Makes a place for every form, by the acts that lead there. */
export async function preparer(page: Page): Promise<Monde> {
  const { suite, numero } = passage(6)
  const [dossier, signale, incomplet, ecrit] = [numero(1), numero(2), numero(3), numero(4)]
  const [modifie, retire, ancien, retenu] = [numero(5), numero(6), numero(7), numero(8)]
  const enPoche: Depot = { numero: modifie, objet: `Fanfares de Herne ${suite}` }
  const rejete = await importer(page, [
    { numero: numero(0), objet: `Kermesse ${suite}`, montant: 'beaucoup' },
    { numero: dossier, objet: `Théâtre de rue à Herne ${suite}`, budget: 'desequilibre', illisible: true },
    { numero: signale, objet: `Randonnée en Artois ${suite}`, pays: 'France' },
    { numero: incomplet, objet: `Vergers partagés ${suite}` },
    { numero: ecrit, objet: `Chants de marins ${suite}` },
    enPoche,
    { numero: retire, objet: `Échecs sans frontière ${suite}` },
    { numero: ancien, objet: `Géants du Nord ${suite}`, deposeLe: '3/4/2024' },
    { numero: retenu, objet: `Carillons jumelés ${suite}`, deposeLe: '4/4/2024' },
  ])
  await demander(page, incomplet)
  await ouvrirEtRecevoir(page, enPoche)
  await retirer(page, retire)
  await ecrireDemain(page, ecrit)
  await noter(page, ecrit)
  await noterUneDemande(page, dossier)
  const rendu = await faireRevenir(page, { numero: retenu, adresse: `dossier.${retenu}@exemple.test` })
  await retirer(page, retenu)
  await deuxVersions(page)
  for (const [campagne, nom] of [
    [CELLE_DES_DEPOTS, `Prioritaire ${suite}`],
    [CAMPAGNE, `Prioritaire ${suite}`],
    [CAMPAGNE, `À suivre ${suite}`],
  ] as const)
    await etiqueter(page, campagne, nom)
  return {
    ...{ dossier, signale, incomplet, ecrit, modifie, retire, rejete, rendu, campagne: CAMPAGNE },
    ...(await recevoirUneFiche(page, suite)),
    complet: await premierLien(page, '/dossiers?etat=COMPLET', /^\/dossiers\/\d{4}-\d{5}/),
    lot: await preparerUnLot(page, await idDe(page, ancien)),
    compte: await premierLien(page, '/administration/comptes', /^\/administration\/comptes\/[\da-f-]{36}/),
    retenu: await premierLien(page, `/courriels?etat=RETENU&q=${retenu}`, /^\/courriels\/[\da-f-]{36}/),
    apercu: await deposer(page, [{ numero: numero(9), objet: `Dentelles ${suite}` }], 'CAMPAGNE'),
  }
}

async function idDe(page: Page, numero: string) {
  const reponse = await page.request.get(`/dossiers/selection?q=${numero}&vue=tous`)
  const { ids } = (await reponse.json()) as { ids: string[] }
  expect(ids).toHaveLength(1)
  return ids[0] ?? ''
}

/** Many dossiers to be closed at once, of which nothing is said yet. */
async function preparerUnLot(page: Page, dossiers: string) {
  const reponse = await page.request.post('/dossiers/lots', { form: { acteDeLot: 'clore', dossiers }, maxRedirects: 0 })
  const adresse = reponse.headers()['location'] ?? ''
  expect(adresse).toMatch(/^\/dossiers\/lots\//)
  return adresse
}

async function demander(page: Page, numero: string) {
  await page.goto(`/dossiers/${numero}/complements`)
  await poster(page, 'complements', { intent: 'demander' })
}

/** Lets the demandeur change something, and receives it: the change waits for an answer. */
async function ouvrirEtRecevoir(page: Page, depot: Depot) {
  await page.goto(`/dossiers/${depot.numero}/deverrouillage`)
  const motif = 'Le montant demandé est à reprendre.'
  await poster(page, 'deverrouillage', { intent: 'ouvrir', sections: 'BUDGET', motif })
  await importer(page, [{ ...depot, montant: '3 200,00' }])
}

async function ecrireDemain(page: Page, numero: string) {
  await page.goto(`/dossiers/${numero}/echanges`)
  await poster(page, 'message', {
    intent: 'envoyer',
    corps: 'Bonne réception de votre appel.',
    partirLe: dansUnJour(1),
  })
}

async function noter(page: Page, numero: string) {
  await page.goto(`/dossiers/${numero}/notes`)
  await poster(page, 'note', { texte: 'Rappeler le trésorier.' })
}

async function noterUneDemande(page: Page, numero: string) {
  await page.goto(`/dossiers/${numero}/deverrouillage`)
  const dite = { canal: 'TELEPHONE', demandeur: 'Anne PRUVOST', texte: 'Rouvrir le budget.', recueLe: dansUnJour(-1) }
  await poster(page, 'deverrouillage', { ...dite, intent: 'noter' }, `/dossiers/${numero}/souhaits`)
}

async function etiqueter(page: Page, campagne: string, nom: string) {
  await page.goto(`/administration/campagnes/${campagne}/etiquettes`)
  await poster(page, 'etiquetteAjoutee', { intent: 'ajouter', nom, couleur: 'VERT' })
}

/** A version of what is asked that is published after a deposit, and another in preparation. */
async function deuxVersions(page: Page) {
  const pieces = `/administration/campagnes/${CAMPAGNE}/pieces`
  for (const [ligne, publie] of [
    ['association/ASSURANCE', true],
    ['association/PROGRAMME', false],
  ] as const) {
    await page.goto(`${pieces}?ligne=${ligne}`)
    const exigence = await page.getByLabel('La pièce est').inputValue()
    await poster(page, 'exigence', { exigence: exigence === 'OBLIGATOIRE' ? 'NON_DEMANDEE' : 'OBLIGATOIRE' })
    if (!publie) continue
    await page.goto(pieces)
    await poster(page, 'versionExigences', { intent: 'publier' })
  }
}
