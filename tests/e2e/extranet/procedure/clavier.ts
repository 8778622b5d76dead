import { expect, type Locator, type Page } from '@playwright/test'

/** More than any page of the extranet has places to stop at. */
const ARRETS_MAX = 250

/** A page worked by its keyboard alone: what is named is come to by Tab, as a hand would. */
export function auClavier(page: Page) {
  const { keyboard } = page
  const aller = async (cible: Locator) => {
    await expect(cible).toBeVisible()
    for (let arrets = 0; arrets < ARRETS_MAX; arrets += 1) {
      if (await cible.evaluate((element) => element === document.activeElement)) return
      await keyboard.press('Tab')
    }
    throw new Error(`no Tab leads to ${String(cible)}`)
  }
  return {
    aller,
    /** Presses a button, or follows a link. */
    activer: async (cible: Locator) => {
      await aller(cible)
      await keyboard.press('Enter')
    },
    ecrire: async (cible: Locator, mots: string) => {
      await aller(cible)
      await keyboard.press('Control+A')
      await keyboard.insertText(mots)
    },
    cocher: async (cible: Locator) => {
      await aller(cible)
      await keyboard.press('Space')
      await expect(cible).toBeChecked()
    },
    /** Goes down a list of choices to the one that begins so. */
    choisir: async (cible: Locator, debut: string) => {
      await aller(cible)
      const choisi = () => cible.evaluate((liste) => (liste as HTMLSelectElement).selectedOptions[0]?.label ?? '')
      const combien = await cible.locator('option').count()
      for (let rang = 0; rang < combien && !(await choisi()).startsWith(debut); rang += 1) await keyboard.press('ArrowDown')
      expect(await choisi()).toMatch(new RegExp(`^${debut}`))
    },
  }
}

export type AuClavier = ReturnType<typeof auClavier>
