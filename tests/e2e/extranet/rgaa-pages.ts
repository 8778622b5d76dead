import { expect, type Page } from '@playwright/test'
import { ADRESSES } from '../../support/adresses'
import { MEI } from '../livraison/demonstration'
import { commencer, entrer, lettre } from './demandeur'

/** A link of a mail that leads nowhere any more shows the page all the same: it is judged by what is sent from it. */
const JETON = 'A'.repeat(43)

/** What anybody may open. */
const OUVERTES = [
  '/extranet',
  '/extranet/accessibilite',
  '/extranet/campagnes/:code',
  '/extranet/campagnes/:code/fiche',
  '/extranet/campagnes/:code/merci',
  '/extranet/compte',
  '/extranet/compte/confirmation/:jeton',
  '/extranet/compte/merci',
  '/extranet/connexion',
  '/extranet/contact',
  '/extranet/guide',
  '/extranet/mentions-legales',
  '/extranet/mot-de-passe',
  '/extranet/mot-de-passe/:jeton',
]

/** What a demandeur opens, by the demande of the demonstration, or begun here, that each is about. */
const FERMEES: Record<string, 'personne' | 'commencee' | 'deposee' | 'accordee' | 'incomplete'> = {
  '/extranet/accueil': 'personne',
  '/extranet/courriels': 'personne',
  '/extranet/demandes/nouvelle': 'personne',
  '/extranet/membres/:structureId': 'personne',
  '/extranet/second-facteur': 'personne',
  '/extranet/sessions': 'personne',
  '/extranet/demandes/:id/:etape': 'commencee',
  '/extranet/demandes/:id/aide': 'commencee',
  '/extranet/demandes/:id/certification': 'commencee',
  '/extranet/demandes/:id/pieces': 'commencee',
  '/extranet/demandes/:id/supprimer': 'commencee',
  '/extranet/demandes/:id/verification': 'commencee',
  '/extranet/dossiers/:id': 'deposee',
  '/extranet/dossiers/:id/depot': 'deposee',
  '/extranet/dossiers/:id/retrait': 'deposee',
  '/extranet/dossiers/:id/bilan': 'accordee',
  '/extranet/dossiers/:id/bilan/certification': 'accordee',
  '/extranet/dossiers/:id/bilan/fichiers': 'accordee',
  '/extranet/dossiers/:id/complements': 'incomplete',
}

/** No page: what gives a file, acts, or brings files piece by piece. */
const SANS_PAGE =
  /\/(modele\/:format|detenue|deconnexion|budget|presence|:pieceId|fichier|:fichierId|lettre|recapitulatif)$|\/televersements/

/** Where a journey of their own brings: each is looked at there. */
const AILLEURS = ['/extranet/connexion/code', '/extranet/demandes/:id/deposee']

/** Offered where a provider of identity is set, which the demonstration does without: they answer 404 there. */
const SANS_FOURNISSEUR = ['/extranet/proconnect', '/extranet/proconnect/retour', '/extranet/relier-proconnect']

/** The addresses of the extranet that are neither looked at nor said why: a new page is looked at. */
export const oubliees = (): string[] =>
  ADRESSES.filter((une) => une.startsWith('/extranet'))
    .filter((une) => !SANS_PAGE.test(une))
    .filter((une) => ![...OUVERTES, ...Object.keys(FERMEES), ...AILLEURS, ...SANS_FOURNISSEUR].includes(une))

const ID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/

/** A demande with one file, that its page shows. */
async function donnerUnFichier(page: Page): Promise<string> {
  const id = await commencer(page)
  await page.goto(`/extranet/demandes/${id}/pieces`)
  const piece = page.getByRole('region', { name: 'Lettre datée/signée' })
  await piece.locator('input[type=file]:not([capture])').setInputFiles(await lettre('Lettre signée.pdf'))
  await expect(piece.getByRole('list', { name: /^Fichiers donnés/ })).toContainText('Lettre signée.pdf')
  return id
}

/** Begins a demande and gives every address that a signed-in demandeur may open, as it stands. */
export async function pagesDuDemandeur(page: Page): Promise<string[]> {
  await entrer(page)
  const lien = async (nom: string | RegExp) =>
    (await page.getByRole('link', { name: nom }).first().getAttribute('href')) ?? ''
  const dossier = async (objet: string) => {
    const rangee = page.getByRole('row', { name: new RegExp(objet) })
    const vers = await rangee.getByRole('link', { name: /^Suivre/ }).getAttribute('href')
    return ID.exec(vers ?? '')?.[0] ?? ''
  }
  const ids = {
    deposee: await dossier('Atelier de cuisine'),
    accordee: await dossier('Rencontre d’harmonies'),
    incomplete: await dossier('Atelier de cuisine'),
  }
  const [membres, nouvelle] = [await lien('Membres de la structure'), await lien('Nouvelle demande')]
  const commencee = await donnerUnFichier(page)
  return Object.entries(FERMEES).flatMap(([adresse, quoi]) => {
    if (adresse === '/extranet/membres/:structureId') return [membres]
    if (adresse === '/extranet/demandes/nouvelle') return [nouvelle]
    if (quoi === 'personne') return [adresse]
    const posee = adresse.replace(':id', { ...ids, commencee }[quoi])
    return posee.includes(':etape') ? ['structure', 'projet'].map((etape) => posee.replace(':etape', etape)) : [posee]
  })
}

/** Every address that anybody may open, as it stands. */
export const pagesOuvertes = (): string[] => OUVERTES.map((une) => une.replace(':code', MEI).replace(':jeton', JETON))

/** Opens a page and waits for what it says. */
export async function ouvrir(page: Page, adresse: string) {
  const reponse = await page.goto(adresse)
  expect([adresse, reponse?.status()]).toEqual([adresse, 200])
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
}
