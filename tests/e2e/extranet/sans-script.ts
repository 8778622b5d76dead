import type { Page } from '@playwright/test'
import { montrer, sansDefaut } from '../poste'

/** A page as it is where no script comes: what its scripts would bring is not there, and what is said in their place is. */
const sansScript = (html: string): string =>
  html
    .replace(/<script\b[\s\S]*?<\/script>/gi, '')
    .replace(/<link rel="modulepreload"[^>]*>/gi, '')
    .replace(/<\/?noscript>/gi, '')

/**
 * Axe is itself a script, and cannot look where none runs: what `page` shows, its browser running none, is put as it stands before `temoin`, whose
 * browser runs those of axe and has no other to run.
 */
async function poser(page: Page, temoin: Page) {
  await page.waitForLoadState()
  const [adresse, html] = [page.url(), sansScript(await page.content())]
  const celle = (url: URL) => url.href === adresse.split('#')[0]
  await temoin.route(celle, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }))
  await temoin.goto(adresse)
  await temoin.unroute(celle)
}

/** The page as it stands where no script comes, looked at on a desk and in a hand: no fault, and a picture of each. */
export async function montrerSansScript(page: Page, temoin: Page, nom: string) {
  await poser(page, temoin)
  await montrer(temoin, nom)
}

/** The same, looked at once, as wide as `temoin` is. */
export async function sansDefautNiScript(page: Page, temoin: Page) {
  await poser(page, temoin)
  await sansDefaut(temoin)
}
