import { expect, type Page } from '@playwright/test'
import { CHAMPS } from '#domain/pre-projet/fiche'
import { LIBELLE_QUESTION } from '#libelles/pre-projet/formulaire'
import { LIBELLE_GENRE } from '#libelles/structure'
import { test } from '../../essai'
import { REPONSES, siretDe } from '../../../support/pre-projet/reponses'
import { MEI } from '../../livraison/demonstration'
import { passage } from '../../livraison/extraction'
import { montrer, plaintes, seConnecter } from '../../poste'
import { lettre } from '../demandeur'
import { diteSelonLeScript, montrerSansScript } from '../sans-script'
import { lienRecu } from '../../livraison/messagerie'
import { type AuClavier, auClavier } from './clavier'
import { envoyerLaFicheParCourriel } from './par-courriel'
import * as mission from './service'

const { mot, suite } = passage(4)
const PHRASE = 'quatre chevaux bleus dorment'
const CONFIRMATION = /\/extranet\/compte\/confirmation\/[\w-]{43}/
const MOT_DE_PASSE = /\/extranet\/mot-de-passe\/[\w-]{43}/

/** Who asks: each journey is of a structure that nobody knows yet. `parCourriel` is the title of the fiche that they send by mail besides, and that is answered. */
type Porteur = { titre: string; courriel: string; siret: string; parCourriel: string | null }
type Visite = Porteur & { page: Page; main: AuClavier; avecScript: boolean; voir: (nom: string) => Promise<void> }

/** A right number that nothing else here bears. */
const siretInconnu = (rang: number) =>
  Array.from('0123456789', (cle) => siretDe(`8281${suite}${rang}${cle}0001`)).find((un) => un !== '') ?? ''

const titreDe = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
const bouton = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const champ = (page: Page, nom: string) => page.locator(`[name=${nom}]`)

/** 1. The campagne is read, and its fiche filled in on line. */
async function remplirLaFiche({ page, main, voir, ...porteur }: Visite) {
  await page.goto('/extranet')
  await main.activer(page.getByRole('list', { name: 'Campagnes' }).locator(`a[href$="/${MEI}"]`))
  await main.activer(page.getByRole('link', { name: 'Remplir la fiche en ligne' }))
  await expect(page.getByRole('form', { name: 'Fiche pré-projet' })).toBeVisible()
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

/** 3. An account is asked for, and its address confirmed. */
async function demanderUnCompte({ page, main, voir, courriel, siret }: Visite) {
  await page.goto('/extranet')
  await main.activer(page.getByRole('link', { name: 'Demandez une ouverture de compte' }))
  for (const [nom, mots] of Object.entries({
    ...{ prenom: 'Camille', nom: 'Duriez', courriel, fonction: 'Présidente', siret },
    ...{ raisonSociale: `Comité ${mot} ${siret}`, adresse: '1 rue du Port', codePostal: '62700', commune: 'Bruay' },
  }))
    await main.ecrire(champ(page, nom), mots)
  await main.choisir(page.getByLabel('Nature de la structure'), LIBELLE_GENRE.association)
  await main.choisir(page.getByLabel('Votre rôle'), 'Je suis le représentant légal')
  await voir('compte')
  await main.activer(bouton(page, 'Relire ma demande'))
  await expect(bouton(page, 'Envoyer ma demande')).toBeVisible()
  await voir('compte-relu')
  await main.activer(bouton(page, 'Envoyer ma demande'))
  await titreDe(page, 'Consultez votre messagerie')
  await page.goto(await lienRecu(courriel, CONFIRMATION))
  await main.activer(bouton(page, 'Confirmer mon adresse'))
  await titreDe(page, 'Votre adresse est confirmée')
}

/** The password by mail, and what is theirs. */
async function entrer({ page, main, voir, courriel }: Visite) {
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
async function deposer({ page, main, voir, avecScript, courriel, ...fiche }: Visite): Promise<string> {
  const titre = fiche.parCourriel ?? fiche.titre
  await main.activer(page.getByRole('link', { name: 'Nouvelle demande' }))
  await main.retenir(page.locator(`[name=code][value=${MEI}]`))
  await main.choisir(page.getByLabel('Reprendre les réponses d’une fiche à l’avis favorable'), titre)
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
  await expect(champ(page, 'objet')).toHaveValue(titre)
  await main.cocher(page.getByLabel(/J’ai lu le règlement/))
  await main.ecrire(champ(page, 'montantDemande'), '4500')
  await main.choisir(page.getByLabel('Première mobilité'), 'Oui')
  await voir('projet')
  await main.activer(bouton(page, 'Étape suivante'))
  await Promise.all([titreDe(page, 'Vos pièces'), diteSelonLeScript(page, avecScript)])
  const piece = page.getByRole('region', { name: 'Lettre datée/signée' })
  await main.aller(piece.locator('input[type=file]:not([capture])'))
  await piece.locator('input[type=file]:not([capture])').setInputFiles(await lettre('Lettre signée.pdf'))
  await voir('pieces')
  // With a script it leaves as soon as it is chosen.
  if (!avecScript) await main.activer(piece.getByRole('button', { name: 'Envoyer' }))
  await expect(piece).toContainText(/Lettre signée\.pdf \(.+\), reçu le/)
  await main.activer(page.getByRole('link', { name: 'Étape suivante' }))
  await titreDe(page, 'Certification')
  await expect(page.getByText('Première mobilité').locator('xpath=following::dd[1]')).toHaveText('Oui')
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
  await page.goto('/extranet/accueil')
  await main.activer(page.getByRole('row', { name: new RegExp(numero) }).getByRole('link', { name: /^Suivre/ }))
  await titreDe(page, `Demande ${numero}`)
}

async function demanderUneModification(visite: Visite, numero: string) {
  const { page, main, voir } = visite
  await suivre(visite, numero)
  await main.cocher(page.getByLabel('Le montant demandé et le budget'))
  await main.ecrire(page.getByLabel('Pourquoi'), 'Le montant est celui de l’an dernier.')
  await voir('suivi')
  await main.activer(bouton(page, 'Demander cette modification'))
  await expect(page.getByRole('status').filter({ hasText: 'transmise à la mission' })).toBeVisible()
}

/** What was opened is changed, and sent again. */
async function redeposer(visite: Visite, numero: string) {
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

/** 6. The decision, its letter, and every mail that told it. */
async function lireLaDecision(visite: Visite, numero: string) {
  const { page, voir } = visite
  await expect(async () => {
    await suivre(visite, numero)
    await expect(page.getByRole('status').filter({ hasText: 'Accordée' })).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
  await expect(page.getByText(/3\s500,00\s€/).first()).toBeVisible()
  const lien = page.getByRole('link', { name: /^Lire la lettre de décision/ })
  const lue = await page.request.get((await lien.getAttribute('href')) ?? '')
  expect(lue.headers()['content-type']).toBe('application/pdf')
  await voir('decidee')
}

async function procedure(visite: Visite, service: Record<'agent' | 'chef' | 'relectrice', Page>) {
  const { courriel, titre, parCourriel } = visite
  await test.step('1. la fiche pré-projet', async () => {
    await remplirLaFiche(visite)
    if (parCourriel)
      await envoyerLaFicheParCourriel(visite.page, service.agent, { ...visite, titre: parCourriel, campagne: MEI })
  })
  await test.step('2. l’avis', () => mission.rendreFavorable(service.agent, parCourriel ?? titre))
  await test.step('3. le compte', async () => {
    await demanderUnCompte(visite)
    await mission.ouvrirLeCompte(service.agent, courriel)
    await entrer(visite)
  })
  const numero = await test.step('4. les quatre étapes', () => deposer(visite))
  await test.step('5. deux courriels, puis une modification exceptionnelle', async () => {
    expect(await lienRecu(courriel, new RegExp(`${numero}[\\s\\S]*Lettre signée\\.pdf`))).toContain(numero)
    expect(await lienRecu(courriel, /considérée comme rejetée/)).not.toBe('')
    await demanderUneModification(visite, numero)
    await mission.ouvrirALaModification(service.agent, { numero, courriel })
    await redeposer(visite, numero)
    await mission.prendreLaModification(service.agent, numero)
  })
  await test.step('6. la décision', async () => {
    await mission.completer(service.agent, numero)
    await mission.accorder(service, { numero, courriel })
    await lireLaDecision(visite, numero)
    expect(await lienRecu(courriel, new RegExp(`${numero}[\\s\\S]*délibération`))).toContain(numero)
  })
}

for (const [rang, { quoi, viewport, javaScriptEnabled }] of [
  { quoi: 'at a desk', viewport: { width: 1440, height: 900 }, javaScriptEnabled: true },
  { quoi: 'in a hand', viewport: { width: 390, height: 844 }, javaScriptEnabled: true },
  { quoi: 'in a hand, without a script', viewport: { width: 390, height: 844 }, javaScriptEnabled: false },
].entries())
  test(`the whole procedure, by the keyboard alone, ${quoi}: from the fiche to the decision and its letter`, async ({
    browser,
    baseURL,
  }) => {
    // The longest journey of all: six steps, each page looked at twice.
    test.setTimeout(480_000)
    const chez = { locale: 'fr-FR', ...(baseURL && { baseURL }) }
    const page = await (await browser.newContext({ ...chez, viewport, javaScriptEnabled })).newPage()
    const [agent, chef, relectrice] = [await browser.newPage(chez), await browser.newPage(chez), await browser.newPage(chez)] // prettier-ignore
    const dites = [page, agent, chef, relectrice].map(plaintes)
    for (const [qui, compte] of [[agent, 'agent'], [chef, 'responsable'], [relectrice, 'admin']] as const) await seConnecter(qui, compte) // prettier-ignore
    const temoin = await browser.newPage(chez)
    const voir = (nom: string) =>
      javaScriptEnabled
        ? montrer(page, `procedure-${rang}-${nom}`)
        : montrerSansScript(page, temoin, `procedure-${rang}-${nom}`)
    const porteur = {
      titre: `Une fresque à ${mot} ${rang}`,
      courriel: `camille.${mot}.${rang}@exemple.test`.toLowerCase(),
      siret: siretInconnu(rang),
      parCourriel: javaScriptEnabled ? `Une fresque à ${mot} par courriel ${rang}` : null,
    }
    const visite = { ...porteur, page, main: auClavier(page), voir, avecScript: javaScriptEnabled }
    await procedure(visite, { agent, chef, relectrice })
    expect(dites.flat()).toEqual([])
  })
