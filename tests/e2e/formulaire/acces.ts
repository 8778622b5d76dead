import type { Page } from '@playwright/test'
import type { NomFormulaire } from '../../../app/libelles/formulaire'
import { DE_L_EXTRANET } from './extranet'
import type { Monde } from './monde'
import { DE_LA_SEANCE } from './seance'
import { DES_SUITES } from './suites'
import { numeroDemo } from '../livraison/demonstration'

/** The forms that no officer at work fills, and why: nothing typed in them can be lost by a session that ends. */
export const HORS_EPREUVE = {
  budgetChoisi: 'one choice of a list, on a workbook of several budgets: nothing is written in it',
  export: 'a button: the list is the one of the address, and nothing is written in it',
  exportJournal: 'a button, where more entries answer than a page gives: nothing is written in it',
  mentionVue: 'a button, on the dashboard of who a note names',
  motDePasseOublie: 'before any session; it holds an address alone',
  activation: 'before any session; it holds passwords, which are never kept',
  connexion: 'it opens the session; it holds a password, which is never kept',
  ...DE_L_EXTRANET,
  ...DE_LA_SEANCE,
  ...DES_SUITES,
  deconnexion: 'it ends the session; a button',
  reessai: 'a button, while the sending is suspended: the local mailbox never is',
  renvoi: 'a button, on a mail that a server refused: the local mailbox refuses none',
  renvoiCause: 'a button, on mails that a server refused: the local mailbox refuses none',
  renvoiChoisis: 'boxes and a button, on mails that a server refused: the local mailbox refuses none',
  champ: 'the same fields as champAjoute, on a field that the campagne of this journey does not have',
  champArchive: 'a button, on a field that the campagne of this journey does not have: nothing is written in it',
  nouvellesVues: 'a button, where something happened to what the officer is told of: nothing is written in it',
  propositionRetiree: 'a button, on a dossier for which something is proposed: nothing is written in it',
  texteTypeRepris: 'a button, on ready words that were changed: nothing is written in it',
  travail: 'a button, on a job that failed for good: none does in the demonstration',
  tenirPourEnvoye: 'a button, on a mail whose end nobody knows: the local mailbox always answers',
} as const satisfies Partial<Record<NomFormulaire, string>>
type Hors = keyof typeof HORS_EPREUVE

/** How an officer comes to a form, fills it and sends it. */
export type Acces = {
  page: (monde: Monde) => string
  /** What brings it on its page. */
  ouvrir?: (page: Page) => Promise<unknown>
  /** What sends it, where it is not its first button. */
  envoyer?: (page: Page) => Promise<unknown>
  /** BOUTON: nothing is typed in it. SEUL: what is written in it is sent by itself. */
  sorte?: 'BOUTON' | 'SEUL'
  /** Its fields, where they are not those of its form. */
  champs?: string
}

const bouton = (nom: string | RegExp) => (page: Page) => page.getByRole('button', { name: nom }).first().click()
const menu = (nom: string | RegExp, choix: RegExp) => async (page: Page) => {
  await bouton(nom)(page)
  await page.getByRole('menuitem', { name: choix }).first().click()
}
const deplier = (page: Page) =>
  page.locator('main details').evaluateAll((tous) => tous.forEach((un) => un.setAttribute('open', '')))
const ouvrirMenu = (nom: string) => async (page: Page) => {
  await page.locator('main summary', { hasText: nom }).first().click()
  await pose(page)
}
/** The page has read all that it reads by itself: a session that ends then is found by what the officer asks. */
const pose = (page: Page) => page.waitForLoadState('networkidle')
/** It comes after the page. */
const attendre = (nom: string) => (page: Page) =>
  page.locator(`form[data-formulaire="${nom}"]`).first().waitFor({ state: 'attached' })
/** They come once they are asked for. */
const ouvrirEtiquettes = async (page: Page) => {
  await bouton('Étiquettes')(page)
  await page.locator('form[data-formulaire="etiquettes"] button[type=submit]').waitFor()
}
const ouvrirCloche = async (page: Page) => {
  await page.locator('header summary').first().click()
  await page.locator('form[data-formulaire="averti"] button').waitFor()
}
const dans = (sous: string) => (monde: Monde) => `/dossiers/${monde.dossier}${sous}`
const surLaFiche = (monde: Monde) => monde.fiche
const surLInstruction = (monde: Monde) => `${monde.fiche}/instruction`
const surLaCampagne = (sous: string) => (monde: Monde) => `/administration/campagnes/${monde.campagne}${sous}`

/** Every other form of the product: one more name, and this does not compile until it is said how it is reached. */
export const ACCES: Record<Exclude<NomFormulaire, Hors>, Acces> = {
  // Of a dossier.
  suivi: { page: dans(''), sorte: 'BOUTON' },
  averti: { page: dans(''), ouvrir: ouvrirCloche, sorte: 'BOUTON' },
  etiquettes: { page: dans(''), ouvrir: ouvrirEtiquettes, sorte: 'BOUTON' },
  champsDuService: { page: dans(''), ouvrir: attendre('champsDuService') },
  confier: { page: dans(''), ouvrir: bouton('Confier…') },
  campagneDossier: { page: dans(''), ouvrir: deplier },
  recevabilite: { page: ({ signale }) => `/dossiers/${signale}`, sorte: 'BOUTON' },
  passerOutreRecevabilite: { page: ({ signale }) => `/dossiers/${signale}`, ouvrir: bouton('Passer outre…') },
  passerOutre: { page: dans(''), ouvrir: bouton('Passer outre…') },
  instruction: {
    page: ({ complet }) => complet,
    envoyer: bouton('Commencer l’instruction'),
    sorte: 'BOUTON',
  },
  acte: {
    page: dans('/pieces'),
    envoyer: (page) => page.keyboard.press('c'),
    sorte: 'BOUTON',
  },
  motifControle: { page: dans('/pieces'), ouvrir: bouton('Non conforme') },
  reconnaissance: {
    page: dans('/pieces'),
    envoyer: menu('C’est une autre pièce', /RIB|bancaire/),
    sorte: 'BOUTON',
  },
  signalement: {
    page: dans('/pieces'),
    ouvrir: async (page) => {
      const pieces = page.getByRole('navigation', { name: 'Pièces du dossier' })
      const lue = page.waitForResponse(/pieces\.data/)
      await pieces.getByRole('link', { name: /ssurance/ }).click()
      await lue
      await page
        .getByRole('button', { name: /^Fausse alerte/ })
        .first()
        .waitFor()
    },
    envoyer: bouton(/^Fausse alerte/),
    sorte: 'BOUTON',
  },
  retenir: { page: dans('/budget'), envoyer: bouton(/^Retenir dans la demande/), sorte: 'BOUTON' },
  precisionExigence: {
    page: dans('/pieces'),
    ouvrir: async (page) => {
      await attendre('precisionExigence')(page)
      await deplier(page)
    },
  },
  antecedent: {
    page: () => `/dossiers/${numeroDemo(26)}/pieces?piece=RIB`,
    envoyer: bouton('Ne pas la redemander'),
    sorte: 'BOUTON',
  },
  complements: { page: dans('/complements?composer=1') },
  suiteComplements: {
    page: ({ incomplet }) => `/dossiers/${incomplet}/complements`,
    sorte: 'BOUTON',
  },
  elementRecu: { page: ({ incomplet }) => `/dossiers/${incomplet}/complements`, ouvrir: bouton(/^Reçu autrement/) },
  message: { page: dans('/echanges') },
  depart: {
    page: ({ ecrit }) => `/dossiers/${ecrit}/echanges`,
    ouvrir: bouton(/^Changer l’heure/),
    envoyer: bouton('Déplacer le départ'),
  },
  deverrouillage: { page: dans('/deverrouillage') },
  demandeDeModification: { page: dans('/deverrouillage'), ouvrir: bouton(/^Noter une demande/) },
  refusDemande: { page: dans('/deverrouillage'), ouvrir: bouton('Refuser cette demande…') },
  modification: { page: ({ modifie }) => `/dossiers/${modifie}/deverrouillage`, sorte: 'BOUTON' },
  ecartModification: { page: ({ modifie }) => `/dossiers/${modifie}/deverrouillage`, ouvrir: bouton('Écarter…') },
  decision: { page: dans('/decision?acte=refuser') },
  proposition: { page: ({ complet }) => `${complet}/decision`, ouvrir: deplier },
  reprise: { page: ({ retire }) => `/dossiers/${retire}`, sorte: 'BOUTON' },
  courrier: { page: () => `/dossiers/${numeroDemo(11)}/decision`, ouvrir: bouton('Notifiée par courrier…') },
  versement: { page: () => `/dossiers/${numeroDemo(2)}/suites`, ouvrir: deplier },
  bilanRecu: { page: () => `/dossiers/${numeroDemo(2)}/suites` },
  rouvrirDecision: { page: () => `/dossiers/${numeroDemo(11)}/decision`, ouvrir: bouton('Rouvrir cette décision…') },
  filRouge: { page: () => `/dossiers/${numeroDemo(1)}/fil-rouge`, sorte: 'BOUTON' },
  note: { page: dans('/notes'), champs: 'form[data-formulaire=note] textarea:not([aria-hidden=true])' },
  noteModifiee: {
    page: ({ ecrit }) => `/dossiers/${ecrit}/notes`,
    ouvrir: deplier,
    champs: 'form[data-formulaire=noteModifiee] textarea:not([aria-hidden=true])',
  },
  noteRetiree: { page: ({ ecrit }) => `/dossiers/${ecrit}/notes`, sorte: 'BOUTON' },
  // Of several dossiers.
  vue: { page: () => '/dossiers?vue=tous', ouvrir: ouvrirMenu('Vues') },
  lotActes: { page: ({ lot }) => lot },
  // Of a fiche.
  saisieFiche: { page: () => '/pre-projets/nouvelle' },
  etatFiche: { page: surLaFiche, ouvrir: pose, sorte: 'BOUTON' },
  champFiche: { page: surLaFiche, ouvrir: pose },
  champsSurs: { page: surLaFiche, ouvrir: pose, sorte: 'BOUTON' },
  rattachement: { page: surLaFiche, ouvrir: pose },
  nature: { page: surLaFiche, ouvrir: pose, envoyer: menu('Reclasser', /n’est pas une fiche/), sorte: 'BOUTON' },
  natureDossier: { page: surLaFiche, ouvrir: menu('Reclasser', /demande de modifier un dossier/) },
  indices: { page: surLInstruction, envoyer: bouton(/^Reprendre (les|l’indice)/), sorte: 'BOUTON' },
  question: {
    page: surLInstruction,
    champs: 'main li:first-of-type [role=radiogroup] input',
    sorte: 'SEUL',
  },
  redaction: {
    page: surLInstruction,
    ouvrir: async (page) => {
      const garde = page.waitForResponse((reponse) => /\brediger\b/.test(reponse.request().postData() ?? ''))
      await page.getByRole('radiogroup', { name: 'Votre avis' }).getByLabel('Hors champ').check()
      await garde
      await pose(page)
    },
    champs: 'section[aria-labelledby=titre-reponse] textarea:not([aria-hidden=true])',
    sorte: 'SEUL',
  },
  rendreAvis: {
    page: surLInstruction,
    ouvrir: async (page) => {
      await bouton('Relire et envoyer…')(page)
      await page.getByLabel('Programmé').check()
      await page.getByLabel(/^Jour et heure de départ/).waitFor()
    },
    champs: 'input[form="rendre-avis"]',
    envoyer: bouton(/programmer l’envoi$/),
  },
  // Of a mail.
  suiteRecue: { page: ({ message }) => message, sorte: 'BOUTON' },
  classement: { page: ({ message }) => message },
  retenu: { page: ({ retenu }) => retenu, sorte: 'BOUTON' },
  retour: { page: ({ rendu }) => rendu, sorte: 'BOUTON' },
  // Of a campagne.
  nouvelleCampagne: {
    page: () => '/administration/campagnes',
    ouvrir: (page) => page.locator('main a[href*="/campagnes/nouvelle?depuis="]').first().click(),
  },
  vieCampagne: { page: surLaCampagne(''), ouvrir: deplier, sorte: 'BOUTON' },
  jourFerme: { page: () => '/administration/jours' },
  territoire: { page: () => '/administration/territoires' },
  groupeDeServeurs: { page: () => '/administration/serveurs', ouvrir: deplier },
  seance: { page: () => '/commissions' },
  texteType: { page: () => '/administration/textes' },
  texteTypeRetire: { page: () => '/administration/textes', ouvrir: deplier, sorte: 'BOUTON' },
  reglement: { page: surLaCampagne('') },
  champAjoute: { page: surLaCampagne('/champs') },
  etiquetteAjoutee: { page: surLaCampagne('/etiquettes') },
  etiquette: { page: surLaCampagne('/etiquettes'), ouvrir: deplier },
  etiquettePlace: { page: surLaCampagne('/etiquettes'), sorte: 'BOUTON' },
  critereAjoute: { page: surLaCampagne('/notation') },
  grille: { page: surLaCampagne('/grille') },
  textes: {
    page: surLaCampagne('/courriels/retrait'),
    champs: 'form[data-formulaire=textes] textarea[name="textes.fin"]',
  },
  exigence: {
    page: surLaCampagne('/pieces'),
    ouvrir: (page) => page.locator('main a[href*="ligne="]').first().click(),
  },
  versionExigences: { page: surLaCampagne('/pieces'), sorte: 'BOUTON' },
  reapplication: { page: surLaCampagne('/dossiers'), sorte: 'BOUTON' },
  // Of an account.
  invitation: { page: () => '/administration/comptes', ouvrir: deplier },
  compte: { page: ({ compte }) => compte },
  etatCompte: { page: ({ compte }) => compte, sorte: 'BOUTON' },
  sessions: { page: () => '/compte', sorte: 'BOUTON' },
  resumeDuJour: { page: () => '/compte', sorte: 'BOUTON' },
  absence: { page: () => '/absences', champs: 'form[data-formulaire=absence] input[type=text]' },
  import: { page: () => '/importer' },
  apercuImport: { page: ({ apercu }) => apercu },
  ligneRejetee: { page: ({ rejete }) => rejete, ouvrir: bouton(/^Corriger la ligne/) },
  rapport: { page: () => '/rapports' },
}
