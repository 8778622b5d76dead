import { test as base } from '@playwright/test'

/**
 * A journey leaves no window open: those of a colleague or of another device would go on listening to the application, and slow
 * down every journey after it in the same browser.
 */
export const test = base.extend<{ sansReste: undefined }>({
  sansReste: [
    async ({ browser }, use) => {
      await use(undefined)
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    { auto: true },
  ],
})
