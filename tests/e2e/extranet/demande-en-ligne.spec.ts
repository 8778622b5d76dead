import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { passage } from '../livraison/extraction'
import { auRepos, montrer, plaintes, seConnecter } from '../poste'
import { commencer, entrer, estChoisie, lettre } from './demandeur'
import { auClavier } from './procedure/clavier'
import { lienRecu } from '../livraison/messagerie'
import { sansFauteRgaa } from './rgaa-regles'

const { mot } = passage(0)

const STRUCTURE = {
  voie: '12 rue de la Paix',
  codePostal: '62300',
  commune: 'Lens',
  courriel: `comite.${mot}@exemple.test`.toLowerCase(),
  telephone: '03 21 00 00 00',
  representantNom: 'Pruvost',
  representantPrenom: 'Anne',
  representantFonction: 'Présidente',
  correspondantCourriel: 'anne@exemple.test',
}
const PROJET = { pays: 'Allemagne', dateDebut: '12/07/2027', dateFin: '19/07/2027', coutTotal: '25000' }

const ecrire = async (page: Page, reponses: Record<string, string>) => {
  for (const [champ, reponse] of Object.entries(reponses)) await page.locator(`[name=${champ}]`).fill(reponse)
}

const suivante = (page: Page) => page.getByRole('button', { name: 'Étape suivante' }).click()

test('a demande is filled in by its four steps, kept as it is typed, and deposited: two mails leave and an officer reads it', async ({
  page,
}) => {
  const dites = plaintes(page)
  const objet = `Fresque ${mot}`
  await entrer(page)
  await page.getByRole('link', { name: 'Nouvelle demande' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Nouvelle demande de subvention' })).toBeVisible()
  await page.getByRole('button', { name: 'Commencer' }).click()
  await expect(page.getByRole('alert')).toContainText('Choisissez un type de demande.')
  await montrer(page, 'extranet-demande-nouvelle')
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Commencer' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Votre structure' })).toBeVisible()
  await auRepos(page)
  await ecrire(page, STRUCTURE)
  await page.getByLabel(/Cette adresse mail sera celle/).check()
  await expect(page.getByText(/^Enregistré à/)).toBeVisible()
  await montrer(page, 'extranet-demande-structure')
  await suivante(page)

  await expect(page.getByRole('heading', { level: 1, name: 'Votre projet' })).toBeVisible()
  await page.getByLabel(/J’ai lu le règlement/).check()
  await ecrire(page, { ...PROJET, objet, montantDemande: '10 000' })
  await expect(page.getByText('Écrivez le montant en chiffres seulement : 10000.')).toBeVisible()
  await montrer(page, 'extranet-demande-projet-refus')
  await ecrire(page, { montantDemande: '10000' })
  await expect(page.getByText('Écrivez le montant en chiffres seulement : 10000.')).toBeHidden()
  // What the campagne asks of its own, chosen by the keyboard alone.
  await auClavier(page).choisir(page.getByLabel('Première mobilité'), 'Oui')
  await expect.poll(() => estChoisie(page, 'Oui'), { timeout: 20_000 }).toBe(true)
  await page.reload()
  await expect(page.getByLabel('Première mobilité')).toHaveValue('Oui')
  await suivante(page)

  await expect(page.getByRole('heading', { level: 1, name: 'Vos pièces' })).toBeVisible()
  const piece = page.getByRole('region', { name: 'Lettre datée/signée' })
  await piece.locator('input[type=file]:not([capture])').setInputFiles(await lettre(`${'Lettre '.repeat(9)}signée.pdf`))
  await expect(piece.getByRole('alert')).toContainText('dépasse 50')
  await piece.getByRole('button', { name: /^Envoyer sous le nom/ }).click()
  await expect(piece.getByRole('list', { name: /^Fichiers donnés/ })).toContainText('Lettre Lettre')
  await piece
    .locator('input[type=file]:not([capture])')
    .setInputFiles({ name: 'Note.pdf', mimeType: 'application/pdf', buffer: Buffer.from('rien') })
  await expect(piece.getByRole('alert')).toContainText('Le nom annonce .pdf')
  await piece.locator('input[type=file]:not([capture])').setInputFiles(await lettre('Lettre signée.pdf'))
  await expect(piece.getByRole('list', { name: /^Fichiers donnés/ })).toContainText('Lettre signée.pdf')
  await piece.getByRole('button', { name: /^Retirer Lettre Lettre/ }).click()
  await expect(piece.getByRole('listitem')).toHaveCount(1)
  await montrer(page, 'extranet-demande-pieces')
  await page.getByRole('link', { name: 'Étape suivante' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Certification' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Pièces demandées et absentes' })).toContainText('RIB')
  await expect(page.getByText(/^Après validation, la demande ne se modifie plus\s:/)).toBeVisible()
  await expect(page.getByText('Lettre signée.pdf')).toBeVisible()
  await expect(page.getByText('Première mobilité').locator('xpath=following::dd[1]')).toHaveText('Oui')
  await page.getByRole('button', { name: 'Valider' }).click()
  await expect(page.getByRole('alert')).toContainText('Dites où vous certifiez')
  await montrer(page, 'extranet-demande-certification')
  await page.getByLabel('Fait à').fill('Lens')
  await page.getByLabel(/Je certifie exactes et sincères/).check()
  await page.getByRole('button', { name: 'Valider' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Votre demande est déposée' })).toBeVisible()
  await montrer(page, 'extranet-demande-deposee')
  await sansFauteRgaa(page)
  const numero = /\d{4}-\d{5}/.exec((await page.getByRole('status').textContent()) ?? '')?.[0] ?? ''
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Votre demande est déposée' })).toBeVisible()
  await page.getByRole('link', { name: 'Retour à vos demandes' }).click()
  await expect(page.getByRole('row', { name: new RegExp(numero) })).toContainText('En cours d’analyse')
  await montrer(page, 'extranet-accueil-deposee')
  const confirmation = new RegExp(`${numero}[\\s\\S]*Lettre signée\\.pdf`)
  expect(await lienRecu(STRUCTURE.courriel, confirmation)).toContain(numero)
  expect(await lienRecu(STRUCTURE.courriel, /considérée comme rejetée/)).not.toBe('')

  await seConnecter(page, 'agent')
  await page.goto(`/dossiers/${numero}/pieces`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(objet)
  await expect(page.getByText('Lettre signée.pdf').first()).toBeVisible()
  await page.goto(`/dossiers/${numero}`)
  const service = page.getByRole('region', { name: 'Champs du service' })
  await expect(service).toContainText('Première mobilité (réponse de la structure)Oui')
  await expect(service.getByLabel('Première mobilité')).toHaveCount(0)
  // The browser writes down that the file whose content is not what its name says was refused (422).
  expect(dites.filter((une) => !une.includes('status of 422'))).toEqual([])
})

test('what is typed outlives a session that ends in the middle, and a second person writes beside the first', async ({
  page,
  browser,
  baseURL,
}) => {
  await entrer(page)
  await commencer(page)
  const adresse = page.url()
  await ecrire(page, { voie: `4 rue ${mot}` })
  await expect(page.getByText(/^Enregistré à/)).toBeVisible()
  const ailleurs = await browser.newContext({ locale: 'fr-FR', ...(baseURL && { baseURL }) })
  const autre = await ailleurs.newPage()
  await entrer(autre)
  await autre.goto(adresse)
  await auRepos(autre)
  await expect(autre.getByLabel('Voie', { exact: true }).first()).toHaveValue(`4 rue ${mot}`)
  await ecrire(autre, { lieuDit: 'Le Bois' })
  await expect(autre.getByText(/^Enregistré à/)).toBeVisible()
  await ailleurs.close()
  await ecrire(page, { complementVoie: 'Bâtiment B' })
  await expect(page.getByLabel('Lieu Dit').first()).toHaveValue('Le Bois')

  await page.context().clearCookies()
  await ecrire(page, { cedex: `Cedex ${mot}` })
  const finie = page.getByRole('dialog', { name: 'Votre session a pris fin' })
  await page.getByRole('button', { name: 'Se reconnecter' }).click()
  await expect(finie).toBeVisible()
  const onglet = page.context().waitForEvent('page')
  await finie.getByRole('link', { name: 'Reconnectez-vous dans un autre onglet' }).click()
  await entrer(await onglet)
  await finie.getByRole('button', { name: 'Continuer' }).click()
  await expect(finie).toBeHidden()
  await expect(page.getByLabel('Cedex').first()).toHaveValue(`Cedex ${mot}`)
  await expect(page.getByText(/^Enregistré à/)).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Cedex').first()).toHaveValue(`Cedex ${mot}`)
  await expect(page.getByLabel('Complément de voie').first()).toHaveValue('Bâtiment B')

  // Gone to another step on the last key, the words are kept all the same.
  await ecrire(page, { site: `https://${mot}.exemple.test` })
  await page.getByRole('navigation', { name: 'Étapes' }).getByRole('link', { name: 'Votre projet' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Votre projet' })).toBeVisible()
  await page.getByRole('link', { name: 'Certification' }).click()
  await expect(page.getByText(`https://${mot}.exemple.test`)).toBeVisible()

  await page.goto('/extranet/accueil')
  await expect(
    page.getByRole('row', { name: /En cours de saisie ?pas encore déposé · \d+\s% · / }).first(),
  ).toBeVisible()
  await montrer(page, 'extranet-accueil-commencee')
  await page.goto(adresse.replace(/structure$/, 'supprimer'))
  await montrer(page, 'extranet-demande-supprimer')
  await page.getByRole('button', { name: 'Supprimer définitivement' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Vos demandes de subvention' })).toBeVisible()
  await page.goto(adresse)
  await expect(page.getByText(/n’existe pas|introuvable/i).first()).toBeVisible()
})

test('where no script comes, a demande is filled in, given a file and deposited', async ({ browser, baseURL }) => {
  const contexte = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR', ...(baseURL && { baseURL }) })
  const page = await contexte.newPage()
  await entrer(page)
  await commencer(page)
  await ecrire(page, { ...STRUCTURE, codePostal: '62 Lens' })
  await page.getByLabel(/Cette adresse mail sera celle/).check()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText('Un code postal a cinq chiffres.').first()).toBeVisible()
  await ecrire(page, { codePostal: '62300' })
  await suivante(page)
  await page.getByLabel(/J’ai lu le règlement/).check()
  await ecrire(page, { ...PROJET, objet: `Sans script ${mot}`, montantDemande: '10000' })
  await suivante(page)
  const piece = page.getByRole('region', { name: 'Lettre datée/signée' })
  await piece.getByRole('button', { name: 'Envoyer' }).click()
  await expect(page.getByRole('alert')).toContainText('Choisissez un fichier.')
  await piece.locator('input[type=file]:not([capture])').setInputFiles(await lettre('Lettre signée.pdf'))
  await piece.getByRole('button', { name: 'Envoyer' }).click()
  await expect(piece.getByRole('list', { name: /^Fichiers donnés/ })).toContainText('Lettre signée.pdf')
  const autre = await contexte.newPage()
  await autre.goto(page.url())
  await page.getByRole('link', { name: 'Étape suivante' }).click()
  await page.getByLabel('Fait à').fill('Lens')
  await page.getByLabel(/Je certifie exactes et sincères/).check()
  await page.getByRole('button', { name: 'Valider' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Votre demande est déposée' })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)

  // From another page that was open before, a file comes too late: it is said, with what to do.
  const rib = autre.getByRole('region', { name: 'RIB' }).first()
  await rib.locator('input[type=file]:not([capture])').setInputFiles(await lettre('RIB.pdf', 'Relevé'))
  await rib.getByRole('button', { name: 'Envoyer' }).click()
  await expect(autre.getByRole('alert')).toContainText('est arrivé après le dépôt\u00a0: il n’en fait pas partie')
  await autre.getByRole('link', { name: 'demandez une modification' }).click()
  await expect(autre.getByRole('button', { name: 'Demander cette modification' })).toBeVisible()
  await contexte.close()
})
