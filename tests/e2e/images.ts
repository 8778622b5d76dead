import { type Browser, errors, type Page } from '@playwright/test'

/** Without a new frame for as long, a page is drawn by nobody, in ms. */
const SANS_IMAGE = 3_000

/** Whether this page is drawn: two frames came one after the other. One that goes to another page, or closes, is. */
async function estDessinee(page: Page): Promise<boolean> {
  try {
    const racine = await page.$('html')
    await racine?.waitForElementState('stable', { timeout: SANS_IMAGE })
    return true
  } catch (error) {
    return !(error instanceof errors.TimeoutError)
  }
}

/** A picture that nobody keeps: to take it, the browser draws. */
async function faireDessiner(page: Page) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Page.captureScreenshot', { format: 'jpeg', quality: 1 })
  await cdp.detach()
}

/**
 * A Chromium without a window stops now and then to draw a page, for ever, until a picture of it is taken: no frame comes, the page is never at rest, and
 * whoever waits for either waits for ever. On a screen it is drawn. Each that is found so is said, with where; gives how to end the watch.
 */
export function veillerAuxImages(browser: Browser): () => Promise<void> {
  const fin = new AbortController()
  const veiller = async (page: Page) => {
    if (await estDessinee(page)) return
    console.log(`no frame came for ${SANS_IMAGE} ms at ${new URL(page.url()).pathname}: a picture was taken`)
    await faireDessiner(page).catch(() => undefined)
  }
  const tourner = async () => {
    while (!fin.signal.aborted) {
      const reprise = new Promise((suite) => {
        setTimeout(suite, SANS_IMAGE)
        fin.signal.addEventListener('abort', suite, { once: true })
      })
      await Promise.all(browser.contexts().flatMap((context) => context.pages().map(veiller)))
      await reprise
    }
  }
  const veille = tourner()
  return async () => {
    fin.abort()
    await veille
  }
}
