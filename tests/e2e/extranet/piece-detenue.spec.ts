import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { auRepos, montrer, plaintes } from '../poste'
import { commencer, entrer } from './demandeur'

/** A demande begun, on the page of its pièces. */
async function allerAuxPieces(page: Page) {
  await entrer(page)
  await page.goto(`/extranet/demandes/${await commencer(page)}/pieces`)
  return page.getByRole('region', { name: 'RIB' })
}
const bouton = /^Reprendre ce document/

test('what an earlier dossier holds is given again by one press of the keyboard, and is offered again once taken away', async ({
  page,
}) => {
  const dites = plaintes(page)
  const rib = await allerAuxPieces(page)
  await auRepos(page)
  await expect(rib).toContainText(/Vous l’avez déjà remise\s: RIB au nom de la structure\.pdf, demande \d{4}-\d{5} du/)
  await montrer(page, 'extranet-piece-detenue')
  await rib.getByRole('button', { name: bouton }).focus()
  await page.keyboard.press('Enter')
  const donnes = rib.getByRole('list', { name: /^Fichiers donnés/ })
  await expect(donnes).toContainText('RIB au nom de la structure.pdf')
  await expect(rib.getByRole('button', { name: bouton })).toHaveCount(0)
  await montrer(page, 'extranet-piece-detenue-donnee')
  await donnes.getByRole('button', { name: 'Retirer RIB au nom de la structure.pdf' }).click()
  await expect(rib.getByRole('button', { name: bouton })).toBeVisible()
  expect(dites).toEqual([])
})

test('where no script comes, it is given again too', async ({ browser, baseURL }) => {
  const contexte = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR', ...(baseURL && { baseURL }) })
  const rib = await allerAuxPieces(await contexte.newPage())
  await rib.getByRole('button', { name: bouton }).click()
  await expect(rib.getByRole('list', { name: /^Fichiers donnés/ })).toContainText('RIB au nom de la structure.pdf')
  await contexte.close()
})
