import { test as base } from '@playwright/test'
import { veillerAuxImages } from './images'

/**
 * A journey leaves no window open: those of a colleague or of another device would go on listening to the application, and slow
 * down every journey after it in the same browser. Those it has are drawn.
 */
export const test = base.extend<{ sansReste: undefined }>({
  sansReste: [
    async ({ browser }, use) => {
      const cesser = veillerAuxImages(browser)
      await use(undefined)
      await Promise.all(browser.contexts().map((context) => context.close()))
      await cesser()
    },
    { auto: true },
  ],
})
