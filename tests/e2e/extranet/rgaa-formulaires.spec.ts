import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { auRepos, photo } from '../poste'
import { oubliees, ouvrir, pagesDuDemandeur, pagesOuvertes } from './rgaa-pages'
import { fautesDeFormulaires } from './rgaa-regles'

const sansFaute = async (page: Page, ou: string) => {
  const fautes = await fautesDeFormulaires(page)
  expect(fautes.map((une) => `${ou} – ${une}`)).toEqual([])
}

/** The buttons that send what is on the page and change nothing where it is empty. */
const SANS_EFFET =
  /^(Relire ma demande|Envoyer la fiche|Se connecter|Recevoir le lien|Enregistrer et me connecter|Commencer|Valider|Retirer la demande|Demander (une correction|cette modification)|Rendre le bilan|Confirmer|Refuser la demande)$/

/** Sends each form of the page as it came, and judges what it answers: what is refused is named, and its words are tied to their field. */
async function refuser(page: Page, adresse: string) {
  const boutons = await page.locator('main').getByRole('button', { name: SANS_EFFET }).allTextContents()
  for (const nom of boutons) {
    await ouvrir(page, adresse)
    await auRepos(page)
    await page.locator('main').getByRole('button', { name: nom, exact: true }).first().click()
    await expect(page.locator('main [role=alert]').first()).toBeVisible()
    await sansFaute(page, `${adresse}, ${nom}`)
    const liens = page.locator('main [role=alert] a[href^="#"]')
    const refusees = await page.locator('main :is([aria-invalid=true], fieldset[aria-describedby])').count()
    expect([adresse, refusees > 0 || (await liens.count()) === 0]).toEqual([adresse, true])
    await photo(page, `rgaa-refus-${adresse.replace(/[^a-z]+/gi, '-').slice(0, 60)}`)
  }
}

test('every page of the extranet is looked at here, or where its journey brings', () => {
  expect(oubliees()).toEqual([])
})

test('RGAA 11, what anybody may open: fields, groups, buttons, and what is refused', async ({ page }) => {
  test.setTimeout(240_000)
  await test.step('as they come', async () => {
    const fautes: string[] = []
    for (const adresse of pagesOuvertes()) {
      await ouvrir(page, adresse)
      fautes.push(...(await fautesDeFormulaires(page)).map((une) => `${adresse} – ${une}`))
    }
    expect(fautes).toEqual([])
  })
  for (const adresse of pagesOuvertes()) {
    await ouvrir(page, adresse)
    await refuser(page, adresse)
  }
})

test('RGAA 11, what a demandeur opens: fields, groups, buttons, and what is refused', async ({ page }) => {
  test.setTimeout(360_000)
  const pages = await pagesDuDemandeur(page)
  await test.step('as they come', async () => {
    const fautes: string[] = []
    for (const adresse of pages) {
      await ouvrir(page, adresse)
      fautes.push(...(await fautesDeFormulaires(page)).map((une) => `${adresse.replace(/[\da-f-]{36}/, '…')} – ${une}`))
    }
    expect(fautes).toEqual([])
  })
  for (const adresse of pages) {
    await ouvrir(page, adresse)
    await refuser(page, adresse)
  }
})

/** A wrong answer to a question of a known form, and what its refusal must show: how it is written, or what was meant. */
const MAL_ECRITS: Record<string, [mal: string, dit: RegExp]> = {
  codePostal: ['62 Lens', /cinq chiffres|62\d{3}/],
  courriel: ['anne chez exemple', /@/],
  telephone: ['12', /chiffres|03 21/],
  montantDemande: ['10 000', /10000/],
  dateDebut: ['12 juillet', /\d\d\/\d\d\/\d{4}|jour/],
  coutTotal: ['dix', /chiffres|\d/],
}

test('RGAA 11.10 and 11.11: what is badly written is refused beside its field, with the form that is expected', async ({
  page,
}) => {
  const pages = await pagesDuDemandeur(page)
  for (const adresse of pages.filter((une) => /\/(structure|projet)$/.test(une))) {
    await ouvrir(page, adresse)
    await auRepos(page)
    for (const [nom, [mal, dit]] of Object.entries(MAL_ECRITS)) {
      const champ = page.locator(`main [name=${nom}]`)
      if ((await champ.count()) === 0) continue
      await champ.fill(mal)
      await expect(champ).toHaveAttribute('aria-invalid', 'true')
      await expect(champ).toHaveAccessibleDescription(dit)
    }
    await sansFaute(page, adresse)
  }
  await page.goto('/extranet/compte')
  await auRepos(page)
  await page.getByLabel(/^SIRET/).fill('123')
  await page.locator('[name=courriel]').fill('anne chez exemple')
  await page.getByRole('button', { name: 'Relire ma demande' }).click()
  await expect(page.getByLabel(/^SIRET/)).toHaveAccessibleDescription(/14 chiffres/)
  await expect(page.locator('[name=courriel]')).toHaveAccessibleDescription(/@/)
})

test('RGAA 11.12: what binds is read again and agreed to before it is done, and nothing is agreed to beforehand', async ({
  page,
}) => {
  const pages = await pagesDuDemandeur(page)
  const de = (fin: string) => pages.find((une) => une.endsWith(fin)) ?? fin
  for (const [adresse, relu] of [
    [de('/certification'), 'Raison sociale'],
    [de('/retrait'), 'Montant demandé'],
  ] as const) {
    await ouvrir(page, adresse)
    await expect(page.locator('main dt').filter({ hasText: relu }).first()).toBeVisible()
    const accord = page.locator('main input[type=checkbox]')
    await expect(accord).toHaveCount(1)
    await expect(accord).not.toBeChecked()
    await page
      .locator('main')
      .getByRole('button', { name: /^(Valider|Retirer la demande)$/ })
      .click()
    await expect(accord).toHaveAttribute('aria-invalid', 'true')
    await expect(accord).toHaveAccessibleDescription(/Cochez/)
  }
  await ouvrir(page, de('/supprimer'))
  await expect(page.getByRole('button', { name: 'Supprimer définitivement' })).toBeVisible()
  await expect(page.getByText(/définitiv/).first()).toBeVisible()
})
