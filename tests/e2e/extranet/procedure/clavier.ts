import { expect, type Locator, type Page } from '@playwright/test'

/** More than any page of the extranet has places to stop at. */
const ARRETS_MAX = 250

/** A page worked by its keyboard alone: what is named is come to by Tab, as a hand would. */
export function auClavier(page: Page) {
  const { keyboard } = page
  /** One of a group of buttons is come to, then the arrows lead to the others. */
  const aller = async (cible: Locator, groupe = '') => {
    await expect(cible).toBeVisible()
    for (let arrets = 0; arrets < ARRETS_MAX; arrets += 1) {
      const la = await cible.evaluate((element, nom) => {
        const { activeElement } = document
        return element === activeElement || (nom !== '' && activeElement?.getAttribute('name') === nom)
      }, groupe)
      if (la) return
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
    retenir: async (cible: Locator) => {
      const groupe = (await cible.getAttribute('name')) ?? ''
      await aller(cible, groupe)
      await keyboard.press('Space')
      for (let reste = await page.locator(`[name=${groupe}]`).count(); reste > 0; reste -= 1) {
        if (await cible.isChecked()) return
        await keyboard.press('ArrowDown')
      }
      await expect(cible).toBeChecked()
    },
    /** Goes down a list of choices to the one that begins so. */
    choisir: async (cible: Locator, debut: string) => {
      await aller(cible)
      const choisi = () => cible.evaluate((liste) => (liste as HTMLSelectElement).selectedOptions[0]?.label ?? '')
      const combien = await cible.locator('option').count()
      for (let rang = 0; rang < combien && !(await choisi()).startsWith(debut); rang += 1)
        await keyboard.press('ArrowDown')
      expect(await choisi()).toMatch(new RegExp(`^${debut}`))
    },
  }
}

export type AuClavier = ReturnType<typeof auClavier>
