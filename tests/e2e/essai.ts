import { test as base } from '@playwright/test'
import { veillerAuxImages } from './images'

/**
 * A journey leaves no window open: those of a colleague or of another device would go on listening to the application, and slow
 * down every journey after it in the same browser. Those it has are drawn, and those of what prepares it.
 */
export const test = base.extend<{ sansReste: undefined }, { dessinees: undefined }>({
  dessinees: [
    async ({ browser }, use) => {
      const cesser = veillerAuxImages(browser)
      await use(undefined)
      await cesser()
    },
    { auto: true, scope: 'worker' },
  ],
  sansReste: [
    async ({ browser }, use) => {
      await use(undefined)
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    { auto: true },
  ],
})
