import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const MOT_DE_PASSE = 'demo-mcei-2025'

export type Compte = 'lecteur' | 'agent' | 'responsable' | 'admin'

/** Signs in as one of the demonstration's accounts, by the form but not by its page; no page is opened. */
export async function seConnecter(page: Page, compte: Compte) {
  const form = { courriel: `${compte}@mcei.test`, motDePasse: MOT_DE_PASSE }
  const reponse = await page.request.post('/connexion', { form, maxRedirects: 0 })
  expect(reponse.status()).toBe(302)
}

/** The same, and arrives on the dashboard. */
export async function arriver(page: Page, compte: Compte) {
  await seConnecter(page, compte)
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: /^Bonjour/ })).toBeVisible()
}

export async function seDeconnecter(page: Page) {
  await page.getByRole('banner').locator('summary').last().click()
  await page.locator('header').getByRole('button', { name: 'Se déconnecter' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Connexion' })).toBeVisible()
}

/**
 * From here each colour is the one it is going to: none is met on its way, not even that of a button given back to the hand while the
 * page is being looked at. What moves otherwise is waited for, but not what never ends.
 */
async function poserLesCouleurs(page: Page) {
  await page.evaluate(async () => {
    const posees = new CSSStyleSheet()
    posees.replaceSync('*, *::before, *::after { transition: none !important }')
    document.adoptedStyleSheets.push(posees)
    const passing = () =>
      document
        .getAnimations()
        .filter(
          ({ effect, playState }) =>
            playState !== 'finished' && effect?.getTiming().iterations !== Number.POSITIVE_INFINITY,
        )
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    do {
      await Promise.allSettled(passing().map(({ finished }) => finished))
      await frame()
      await frame()
    } while (passing().length > 0)
  })
}

const laisserPasserLesCouleurs = (page: Page) => page.evaluate(() => void document.adoptedStyleSheets.pop())

/** No accessibility fault that axe can find, and nothing wider than the window. A mail's closed frame runs no script, axe's neither. */
async function rienATrouver(page: Page) {
  // What it finds right is not told one element at a time: that is half of its work on a long list.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true)
  const { violations } = await axe.exclude('iframe').analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 400)).join(' | ')}`),
  ).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
}

/** The same of a page whose colours move: they are met where they are going. */
export async function sansDefaut(page: Page) {
  await poserLesCouleurs(page)
  await rienATrouver(page)
  await laisserPasserLesCouleurs(page)
}

/** The browser has nothing left to do: what the last answer changed is drawn and listened to. */
export const auRepos = (page: Page) =>
  page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())))

/** A hand at the keyboard: what passes between one key and the next, in ms. */
const MAIN = [50, 90, 70, 150, 60, 110, 80, 130, 55]
const pause = (rang: number) => MAIN[rang % MAIN.length] ?? 60

/** Presses the keys one after the other at the rhythm of a hand, whatever the page is doing. */
export async function presser(page: Page, touches: readonly string[]) {
  for (const [rang, touche] of touches.entries()) await page.keyboard.press(touche, { delay: pause(rang) })
}

/** Writes words where the focus is, at the same rhythm. */
export async function taper(page: Page, mots: string) {
  for (const [rang, lettre] of Array.from(mots).entries()) await page.keyboard.type(lettre, { delay: pause(rang) })
}

/** What a hand did on this page and the next ones since: presses of the mouse, and of keys, modifiers included. */
export async function compterLesGestes(page: Page) {
  const gestes = { clics: 0, touches: 0 }
  await page.exposeFunction('unGeste', (quoi: keyof typeof gestes) => {
    gestes[quoi] += 1
  })
  const ecouter = () => {
    const dire = (quoi: string) => (event: Event) => event.isTrusted && Reflect.get(window, 'unGeste')(quoi)
    document.addEventListener('pointerdown', dire('clics'), true)
    document.addEventListener('keydown', dire('touches'), true)
  }
  await page.addInitScript(ecouter)
  await page.evaluate(ecouter)
  return gestes
}

/** A picture of the page as it stands, to be looked at; none is drawn where nobody looks. */
export async function photo(page: Page, nom: string) {
  if (process.env['CI'] !== 'true') await page.screenshot({ path: `test-results/pages/${nom}.png` })
}

/** What the browser complained of since: a page that works says nothing. */
export function plaintes(page: Page): string[] {
  const dites: string[] = []
  page.on('pageerror', (error) => dites.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') dites.push(message.text())
  })
  return dites
}

/** What others do is not told to this page as it happens, as behind a proxy that lets no stream through: it shows what it came with. */
export async function sansDirect(page: Page) {
  await page.route(/\/evenements/, (route) => route.abort())
}

/** The page as it stands, looked at on a desk and in a hand: no fault, and a picture of each. */
export async function montrer(page: Page, nom: string) {
  await sansDefaut(page)
  await photo(page, nom)
  await page.setViewportSize({ width: 390, height: 844 })
  await sansDefaut(page)
  await photo(page, `${nom}-390`)
  await page.setViewportSize({ width: 1440, height: 900 })
}
