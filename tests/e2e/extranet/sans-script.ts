import { expect, type Page } from '@playwright/test'
import { montrer, sansDefaut } from '../poste'

/** A page as it is where no script comes: what its scripts would bring is not there, and what is said in their place is. */
const sansScript = (html: string): string =>
  html
    .replace(/<script\b[\s\S]*?<\/script>/gi, '')
    .replace(/<link rel="modulepreload"[^>]*>/gi, '')
    .replace(/<\/?noscript>/gi, '')
    .replace('</head>', '<style>[data-avec-script] { display: none }</style></head>')

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

/** The step of the pièces says what works there: a file dropped, photos put together and a sending that goes on are said where a script does them. */
export async function diteSelonLeScript(page: Page, avecScript: boolean) {
  const visible = (mots: RegExp, oui: boolean) => expect(page.getByText(mots).first()).toBeVisible({ visible: oui })
  await visible(/Un fichier pèse 20\sMo au plus, et son nom compte 50\scaractères au plus\./, true)
  for (const mots of [/glissez-le/, /réunies en un PDF/, /reprend où il s’est arrêté/]) await visible(mots, avecScript)
  const sans = page.locator('main p > noscript').first()
  await expect(sans).toBeVisible({ visible: !avecScript })
  const mots = /puis «\sEnvoyer\s»\s: un seul à la fois\. Un envoi coupé est à refaire\./
  // By the name of its element alone, what is in it is no text for Playwright.
  if (!avecScript) await expect(sans).toHaveText(mots, { useInnerText: true })
}
