import { expect, type Page } from '@playwright/test'
import { passerLHeure } from '../../livraison/base'
import { declarerComplet } from '../../livraison/complet'
import { CODES_D_UNE_ASSOCIATION } from '../../livraison/pieces'
import { relire } from '../../livraison/relecture'
import { direLeVote } from '../../livraison/vote'
import { auRepos } from '../../poste'

/** What the mission does of a procedure, each act on its page: `page` is that of an officer, of a responsable where one decides. */

/** Answers favourably the fiche of this title, once it has come. */
export async function rendreFavorable(page: Page, titre: string) {
  await expect(async () => {
    await page.goto(`/pre-projets?vue=tous&q=${encodeURIComponent(titre)}`)
    await expect(page.getByRole('link', { name: titre, exact: true })).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
  await page.getByRole('link', { name: titre, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: titre })).toBeVisible()
  await page.goto(`${page.url().split('?')[0]}/instruction`)
  await auRepos(page)
  const questions = page.locator('[data-question]')
  for (let rang = 0; rang < (await questions.count()); rang += 1) {
    const oui = questions.nth(rang).getByRole('radio', { name: 'Oui' })
    await oui.click()
    await expect(oui).toBeChecked()
  }
  await expect(page.locator('[data-question][data-sans-reponse]')).toHaveCount(0)
  await expect(page.getByRole('radio', { name: 'Favorable (suggéré)' })).toBeChecked()
  await page.locator('[data-relire]').click()
  await page.getByRole('button', { name: 'Rendre l’avis favorable et envoyer' }).click()
  await expect(page.getByRole('alert').filter({ hasText: /^Avis rendu\. Le courriel part à/ })).toBeVisible()
}

/** Opens the account that this address asked for. */
export async function ouvrirLeCompte(page: Page, courriel: string) {
  await page.goto('/comptes-a-ouvrir')
  const ligne = page.getByRole('listitem').filter({ hasText: courriel })
  await ligne.getByRole('button', { name: /^Ouvrir le compte/ }).click()
  await expect(page.getByText('Le compte est ouvert, le courriel part.')).toBeVisible()
}

/** Whose dossier it is. */
type Dossier = { numero: string; courriel: string }

/** Opens the amount and the budget again, as was asked; its five minutes go by. */
export async function ouvrirALaModification(page: Page, { numero, courriel }: Dossier) {
  await page.goto(`/dossiers/${numero}/deverrouillage`)
  await expect(page.getByText(/Parties à ouvrir\s: Budget/)).toBeVisible()
  await page.getByLabel('Budget', { exact: true }).check()
  await page.getByLabel('Pourquoi (le demandeur le lira)').fill('Corrigez le montant, comme vous le demandez.')
  await page.getByRole('button', { name: /courriel/ }).click()
  await page.getByRole('dialog').getByRole('button').last().click()
  await expect(page.getByText(/Ouvert à modification jusqu’au/).first()).toBeVisible()
  await passerLHeure(courriel)
}

/** Takes what was sent again. */
export async function prendreLaModification(page: Page, numero: string) {
  await page.goto(`/dossiers/${numero}/deverrouillage`)
  await page.getByRole('button', { name: /^Accepter/ }).click()
  await expect(page.getByRole('button', { name: /^Accepter/ })).toBeHidden()
}

/**
 * Says of each pièce that was not given that it is not asked of this structure, by the act of the page without its clicks, takes the one that was,
 * and declares the dossier complete.
 */
export async function completer(page: Page, numero: string) {
  for (const code of CODES_D_UNE_ASSOCIATION.filter((un) => un !== 'LETTRE')) {
    const form = { intent: 'controler', code, controle: 'SANS_OBJET', motif: 'NON_CONCERNE' }
    await page.request.post(`/dossiers/${numero}/pieces`, { form, maxRedirects: 0 })
  }
  await page.goto(`/dossiers/${numero}/pieces`)
  await expect(page.locator('main [aria-current="true"]')).toContainText('Lettre de demande')
  await auRepos(page)
  await page.keyboard.press('c')
  await declarerComplet(page)
}

/** Who decides, and who reads it again. */
type Decideurs = { chef: Page; relectrice: Page }

/** Grants what is asked after a vote in force, which somebody else reads; its half hour goes by. */
export async function accorder({ chef: page, relectrice }: Decideurs, { numero, courriel }: Dossier) {
  await page.goto(`/dossiers/${numero}/decision?acte=accorder`)
  await direLeVote(page)
  await page.getByRole('button', { name: 'Voir le courriel avant de décider' }).click()
  const dialogue = page.getByRole('dialog')
  await dialogue.getByRole('button', { name: /^Accorder/ }).click()
  await expect(dialogue).toBeHidden()
  await relire(relectrice, numero)
  await passerLHeure(courriel)
}
