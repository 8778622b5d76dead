import { expect } from '@playwright/test'
import { test } from './essai'
import { plaintes, seConnecter } from './poste'
import { numeroDemo } from './livraison/demonstration'

/** As Safari on a phone, or any browser on an address without https. */
function sansRepos() {
  for (const absente of ['requestIdleCallback', 'cancelIdleCallback']) Reflect.deleteProperty(window, absente)
  Object.defineProperty(crypto, 'randomUUID', { value: undefined })
}

test('a browser that never says when it rests, and knows of no secret draw, is told what others do and is asked before words are lost', async ({
  page,
}) => {
  await page.addInitScript(sansRepos)
  const dites = plaintes(page)
  await seConnecter(page, 'agent')
  const flux = page.waitForRequest(/\/evenements\?/)
  await page.goto(`/dossiers/${numeroDemo(29)}/echanges`)
  expect(new URL((await flux).url()).searchParams.get('onglet')).toMatch(/^[\da-f-]{36}$/)
  expect(dites).toEqual([])

  await page.context().clearCookies()
  await page.getByRole('link', { name: /^Budget/ }).click()
  await expect(page.getByRole('dialog', { name: 'Votre session a pris fin' })).toBeVisible()
})

test('who asks for an aide with such a browser finds the form as with any other, and what gives it back after a failure', async ({
  page,
}) => {
  await page.addInitScript(sansRepos)
  const dites = plaintes(page)
  const retourPossible = page.waitForResponse(/\/reprise-ouverte-[^/]*\.js$/)
  await page.goto('/extranet/compte')
  expect((await retourPossible).status()).toBe(200)
  await expect(page.getByRole('form', { name: 'Ouverture de compte' })).toBeVisible()
  expect(dites).toEqual([])
})
