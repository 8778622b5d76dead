import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { PDFDocument } from 'pdf-lib'
import { CHAMPS } from '#domain/pre-projet/fiche'
import { LIBELLE_QUESTION } from '#libelles/pre-projet/formulaire'
import { LIBELLE_GENRE } from '#libelles/structure'
import { REPONSES } from '../../../support/pre-projet/reponses'
import { passerLHeure } from '../../livraison/base'
import { MEI } from '../../livraison/demonstration'
import { lienRecu } from '../../livraison/messagerie'
import { lettre } from '../demandeur'
import type { AuClavier } from './clavier'
import { envoyerLaFicheParCourriel } from './par-courriel'

const PHRASE = 'quatre chevaux bleus dorment'
const CONFIRMATION = /\/extranet\/compte\/confirmation\/[\w-]{43}/
const MOT_DE_PASSE = /\/extranet\/mot-de-passe\/[\w-]{43}/

/**
 * Who asks, for a structure that nobody knows yet. `parCourriel` is the title of the fiche that they send by mail beside the one that they fill in on line,
 * `reprise` that of the one they go on from.
 */
type Porteur = Record<'titre' | 'parCourriel' | 'reprise' | 'courriel' | 'siret' | 'raisonSociale', string>

/** One person on their page, and how it is looked at where it stands. */
export type Visite = Porteur & {
  page: Page
  main: AuClavier
  avecScript: boolean
  voir: (nom: string) => Promise<void>
}

const titreDe = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
const bouton = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const champ = (page: Page, nom: string) => page.locator(`[name=${nom}]`)

/** The bytes of the file that this gives. */
async function telecharger(page: Page, activer: () => Promise<void>): Promise<Buffer> {
  const donne = page.waitForEvent('download')
  await activer()
  return readFile(await (await donne).path())
}

/** 1. The address is typed, the campagne is read, and its fiche filled in on line. */
export async function remplirLaFiche({ page, main, voir, ...porteur }: Visite) {
  await page.goto('/extranet')
  await main.activer(page.getByRole('list', { name: 'Campagnes' }).locator(`a[href$="/${MEI}"]`))
  await main.activer(page.getByRole('link', { name: 'Remplir la fiche en ligne' }))
  await voir('fiche')
  for (const nom of CHAMPS) {
    const question = page.getByRole('form', { name: 'Fiche pré-projet' }).getByLabel(LIBELLE_QUESTION[nom])
    if (nom === 'genre') await main.choisir(question, LIBELLE_GENRE.association)
    else await main.ecrire(question, { ...REPONSES, ...porteur }[nom])
  }
  await main.activer(bouton(page, 'Envoyer la fiche'))
  await titreDe(page, 'Votre fiche est envoyée')
  await voir('fiche-envoyee')
}

/** 1. once more: the form is taken on the page of the campagne, filled in elsewhere, and joined to a mail; `agent` is where the mails that came are taken. */
export async function envoyerLaFiche({ page, main, voir, ...fiche }: Visite, agent: Page) {
  await main.activer(page.getByRole('link', { name: 'Revenir à la campagne' }))
  await expect(page.getByRole('link', { name: 'Remplir la fiche en ligne' })).toBeVisible()
  await voir('campagne')
  const vierge = await telecharger(page, () => main.activer(page.getByRole('link', { name: /PDF/ }).first()))
  await envoyerLaFicheParCourriel(agent, vierge, { ...fiche, titre: fiche.parCourriel })
}

/** 2. What the mission thinks of both is read where it was sent; gives where the mail says to go on. */
export async function lireLesAvis({ courriel, titre, parCourriel }: Visite): Promise<string> {
  await passerLHeure(courriel)
  for (const un of [titre, parCourriel])
    expect(await lienRecu(courriel, new RegExp(`avis favorable[^.]*${un}`))).toContain(un)
  return lienRecu(courriel, /(?<=avis favorable[^]*)\/extranet\b/)
}

/** 3. From the link of a mail an account is asked for, and its address confirmed. */
export async function demanderUnCompte({ page, main, voir, courriel, siret, raisonSociale }: Visite, lien: string) {
  await page.goto(lien)
  await main.activer(page.getByRole('link', { name: 'Demandez une ouverture de compte' }))
  for (const [nom, mots] of Object.entries({
    ...{ prenom: 'Camille', nom: 'Duriez', courriel, fonction: 'Présidente', siret },
    ...{ raisonSociale, adresse: '1 rue du Port', codePostal: '62700', commune: 'Bruay' },
  }))
    await main.ecrire(champ(page, nom), mots)
  await main.choisir(page.getByLabel('Nature de la structure'), LIBELLE_GENRE.association)
  await main.choisir(page.getByLabel('Votre rôle'), 'Je suis le représentant légal')
  await voir('compte')
  await main.activer(bouton(page, 'Relire ma demande'))
  await voir('compte-relu')
  await main.activer(bouton(page, 'Envoyer ma demande'))
  await titreDe(page, 'Consultez votre messagerie')
  await page.goto(await lienRecu(courriel, CONFIRMATION))
  await main.activer(bouton(page, 'Confirmer mon adresse'))
  await titreDe(page, 'Votre adresse est confirmée')
}

/** The password by mail, and what is theirs. */
export async function entrer({ page, main, voir, courriel }: Visite) {
  await main.activer(page.getByRole('link', { name: 'Se connecter' }).first())
  await main.activer(page.getByRole('link', { name: 'Générez un mot de passe' }))
  await titreDe(page, 'Générez un mot de passe')
  await main.ecrire(page.getByLabel('Identifiant'), courriel)
  await main.activer(bouton(page, 'Recevoir le lien'))
  await expect(page.getByRole('status')).toContainText('Si un compte est ouvert')
  await page.goto(await lienRecu(courriel, MOT_DE_PASSE))
  for (const nom of ['motDePasse', 'confirmation']) await main.ecrire(champ(page, nom), PHRASE)
  await main.activer(bouton(page, 'Enregistrer et me connecter'))
  await expect(page.getByRole('heading', { level: 2, name: 'Vos demandes de subvention' })).toBeVisible()
  await voir('accueil')
}

/** 4. and 5. The fiche is taken up, the four steps are filled in, and the demande is validated; gives its number. */
export async function deposer({ page, main, voir, avecScript, courriel, reprise }: Visite): Promise<string> {
  await main.activer(page.getByRole('link', { name: 'Nouvelle demande' }))
  await main.retenir(page.locator(`[name=code][value=${MEI}]`))
  await main.choisir(page.getByLabel('Reprendre les réponses d’une fiche à l’avis favorable'), reprise)
  await main.activer(bouton(page, 'Commencer'))
  await titreDe(page, 'Votre structure')
  for (const [nom, mots] of Object.entries({
    ...{ voie: '1 rue du Port', codePostal: '62700', commune: 'Bruay', courriel, telephone: '03 21 00 00 00' },
    ...{ representantNom: 'Duriez', representantPrenom: 'Camille', representantFonction: 'Présidente' },
    correspondantCourriel: courriel,
  }))
    await main.ecrire(champ(page, nom), mots)
  await main.cocher(page.getByLabel(/Cette adresse mail sera celle/))
  await voir('structure')
  await main.activer(bouton(page, 'Étape suivante'))
  await titreDe(page, 'Votre projet')
  await expect(champ(page, 'objet')).toHaveValue(reprise)
  await main.cocher(page.getByLabel(/J’ai lu le règlement/))
  await main.ecrire(champ(page, 'montantDemande'), '4500')
  await voir('projet')
  await main.activer(bouton(page, 'Étape suivante'))
  await titreDe(page, 'Vos pièces')
  const piece = page.getByRole('region', { name: 'Lettre datée/signée' })
  await main.aller(piece.locator('input[type=file]:not([capture])'))
  await piece.locator('input[type=file]:not([capture])').setInputFiles(await lettre('Lettre signée.pdf'))
  await voir('pieces')
  // With a script it leaves as soon as it is chosen.
  if (!avecScript) await main.activer(piece.getByRole('button', { name: 'Envoyer' }))
  await expect(piece).toContainText(/Lettre signée\.pdf \(.+\), reçu le/)
  await main.activer(page.getByRole('link', { name: 'Étape suivante' }))
  await titreDe(page, 'Certification')
  await main.ecrire(page.getByLabel('Fait à'), 'Bruay')
  await main.cocher(page.getByLabel(/Je certifie exactes et sincères/))
  await voir('certification')
  await main.activer(bouton(page, 'Valider'))
  await titreDe(page, 'Votre demande est déposée')
  await voir('deposee')
  return /\d{4}-\d{5}/.exec((await page.getByRole('status').textContent()) ?? '')?.[0] ?? ''
}

/** Follows this demande from the list. */
async function suivre({ page, main }: Visite, numero: string) {
  await main.activer(page.getByRole('link', { name: 'Vos demandes', exact: true }))
  await main.activer(page.getByRole('row', { name: new RegExp(numero) }).getByRole('link', { name: /^Suivre/ }))
  await titreDe(page, `Demande ${numero}`)
}

/** 5. A change of what was deposited is asked for. */
export async function demanderUneModification(visite: Visite, numero: string) {
  const { page, main, voir } = visite
  await suivre(visite, numero)
  await main.cocher(page.getByLabel('Le montant demandé et le budget'))
  await main.ecrire(page.getByLabel('Pourquoi'), 'Le montant est celui de l’an dernier.')
  await voir('suivi')
  await main.activer(bouton(page, 'Demander cette modification'))
  await expect(page.getByRole('status').filter({ hasText: 'transmise à la mission' })).toBeVisible()
}

/** What was opened is changed, and sent again. */
export async function redeposer(visite: Visite, numero: string) {
  const { page, main, voir } = visite
  await expect(async () => {
    await suivre(visite, numero)
    await expect(page.getByRole('link', { name: 'Modifier la demande' })).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
  await main.activer(page.getByRole('link', { name: 'Modifier la demande' }))
  await main.activer(page.getByRole('link', { name: 'Votre projet' }))
  await titreDe(page, 'Votre projet')
  await main.ecrire(champ(page, 'montantDemande'), '3500')
  await voir('rouverte')
  await main.activer(bouton(page, 'Étape suivante'))
  await titreDe(page, 'Vos pièces')
  await main.activer(page.getByRole('link', { name: 'Étape suivante' }))
  await main.cocher(page.getByLabel(/Je certifie exactes et sincères/))
  await main.activer(bouton(page, 'Valider de nouveau'))
  await expect(page.getByText(/Vos modifications sont transmises/)).toBeVisible()
}

/** 6. The decision and its letter. */
export async function lireLaDecision(visite: Visite, numero: string) {
  const { page, main, voir } = visite
  await expect(async () => {
    await suivre(visite, numero)
    await expect(page.getByRole('status').filter({ hasText: 'Accordée' })).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
  await expect(page.getByText(/3\s500,00\s€/).first()).toBeVisible()
  await voir('decidee')
  const lien = page.getByRole('link', { name: /^Lire la lettre de décision/ })
  const papier = await PDFDocument.load(await telecharger(page, () => main.activer(lien)))
  expect(papier.getPageCount()).toBeGreaterThan(0)
}
