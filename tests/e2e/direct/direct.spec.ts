import { expect, type Browser, type Page } from '@playwright/test'
import { test } from '../essai'
import { importer, passage } from '../livraison/extraction'
import { arriver, auRepos, type Compte, photo, sansDefaut, taper } from '../poste'
import { secondProcessus } from './second-processus'

async function unPoste(browser: Browser, compte: Compte, baseURL?: string): Promise<Page> {
  const contexte = await browser.newContext({ locale: 'fr-FR', ...(baseURL && { baseURL }) })
  const page = await contexte.newPage()
  await arriver(page, compte)
  return page
}

const presents = (page: Page) => page.getByRole('list', { name: 'Aussi sur cette page' })

test('two officers, two browsers, two web processes: each sees the other, what they do, and no words are lost', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const second = await secondProcessus()
  try {
    const claire = await unPoste(browser, 'agent')
    const paul = await unPoste(browser, 'responsable', second.base)
    await claire.goto('/dossiers?vue=a-faire&agent=personne')
    const adresse =
      (await claire.locator('main a[href^="/dossiers/20"]').last().getAttribute('href'))?.split('?')[0] ?? ''
    await claire.goto(`${adresse}/notes`)
    await paul.goto(`${adresse}/notes`)
    await expect(presents(claire)).toHaveText(/Paul Verhaeghe lit/)
    await expect(presents(paul)).toHaveText(/Claire Delmotte lit/)

    // Where documents are read, the header on one line, they see each other too.
    await claire.goto(`${adresse}/pieces`)
    await expect(presents(claire)).toHaveText(/Paul Verhaeghe lit/)
    await expect(presents(paul)).toHaveText(/Claire Delmotte lit/)
    await sansDefaut(claire)
    await photo(claire, 'presence-pieces-1440')
    await claire.goto(`${adresse}/notes`)
    await expect(presents(claire)).toHaveText(/Paul Verhaeghe lit/)

    // Words not sent: the other one sees that somebody writes.
    await claire.getByLabel('Votre note').focus()
    await taper(claire, 'La structure rappelle jeudi')
    await expect(presents(paul)).toHaveText(/Claire Delmotte modifie/)
    await sansDefaut(paul)
    await photo(paul, 'presence-1440')

    // The dossier changes under her: her page does not move, says who and what, and keeps her words.
    const suivi = claire.getByText(/^Suivi par/)
    const avant = await suivi.textContent()
    await paul.getByRole('button', { name: 'Me l’affecter' }).click()
    await expect(paul.getByText('Vous suivez ce dossier.')).toBeVisible()
    const bandeau = claire.getByText(/Modifié pendant que vous écriviez\..*Paul Verhaeghe\s: Dossier affecté/)
    await expect(bandeau).toBeVisible()
    expect(await suivi.textContent()).toBe(avant)
    await claire.getByText('Voir ce qui a changé').click()
    await expect(claire.getByText(/Suivi par\s: .* → Paul Verhaeghe/)).toBeVisible()
    await sansDefaut(claire)
    await photo(claire, 'changement-1440')
    await claire.setViewportSize({ width: 390, height: 844 })
    await sansDefaut(claire)
    await photo(claire, 'changement-390')
    await claire.setViewportSize({ width: 1440, height: 900 })
    await claire.getByRole('button', { name: 'Prendre le nouvel état' }).click()
    await expect(suivi).toHaveText('Suivi par Paul Verhaeghe')
    await expect(claire.getByLabel('Votre note')).toHaveValue('La structure rappelle jeudi')
    await expect(bandeau).toBeHidden()
    await claire.getByRole('button', { name: 'Ajouter la note' }).click()
    await expect(claire.getByText('Note ajoutée.')).toBeVisible()
    await expect(presents(paul)).toHaveText(/Claire Delmotte lit/)

    // Where nothing is typed, the page follows by itself.
    await expect(paul.getByRole('list', { name: 'Notes' })).toContainText('La structure rappelle jeudi')
    await paul.getByRole('button', { name: 'Ne plus suivre' }).click()
    await expect(suivi).toHaveText('Suivi par personne')
    await expect(claire.getByText(/Paul Verhaeghe\s: Dossier affecté.*La page est à jour/)).toBeVisible()

    // One leaves: gone at once; a process that dies: gone within a minute.
    await claire.goto('/')
    await expect(presents(paul)).toHaveCount(0)
    await claire.goto(adresse)
    await expect(presents(claire)).toHaveText(/Paul Verhaeghe/)
    await second.tuer('SIGKILL')
    await expect(presents(claire)).toHaveCount(0, { timeout: 60_000 })
    await claire.context().close()
    await paul.context().close()
  } finally {
    await second.tuer('SIGTERM')
  }
})

test('a drawing that never comes, given up for the next pièce, keeps nobody from seeing what a colleague does', async ({
  browser,
}) => {
  const claire = await unPoste(browser, 'agent')
  const { mot, numero } = passage(8)
  await importer(claire, [{ numero: numero(1), objet: `Vitraux ${mot}`, budget: 'juste' }])
  const adresse = `/dossiers/${numero(1)}/pieces`
  const dessin = claire.waitForRequest(/\/apercu\.data/)
  await claire.route(/\/apercu\.data/, () => undefined, { times: 1 })
  await claire.goto(adresse)
  await dessin
  const pieces = claire.getByRole('navigation', { name: 'Pièces du dossier' }).getByRole('link')
  await pieces.nth(1).click()
  await expect(pieces.nth(1)).toHaveAttribute('aria-current', 'true')

  const paul = await unPoste(browser, 'responsable')
  await paul.goto(adresse)
  await expect(presents(claire)).toHaveText(/Paul Verhaeghe lit/)
  await auRepos(paul)
  await paul.keyboard.press('c')
  await expect(paul.getByRole('navigation', { name: 'Pièces du dossier' }).getByRole('link').first()).toContainText('Conforme') // prettier-ignore
  await expect(pieces.first()).toContainText('Conforme')
})
