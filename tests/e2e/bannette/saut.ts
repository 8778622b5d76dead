import { expect, type Page } from '@playwright/test'

/** How far what stood still on the page was moved since the last click (0 is not at all). */
export const sauts = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ somme: number; quoi: string[] }>((resolve) => {
        const vus: { value: number; hadRecentInput: boolean; sources?: { node?: Node }[] }[] = []
        new PerformanceObserver((liste) => vus.push(...(liste.getEntries() as never[]))).observe({
          type: 'layout-shift',
          buffered: true,
        })
        setTimeout(
          () =>
            resolve({
              somme: vus.filter((v) => !v.hadRecentInput).reduce((total, { value }) => total + value, 0),
              quoi: vus.flatMap(({ sources = [] }) =>
                sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 120) : 'gone')),
              ),
            }),
          300,
        )
      }),
  )

/** A thousandth of the window is less than an eye sees; the message says what moved. */
export async function neSautePas(page: Page) {
  const { somme, quoi } = await sauts(page)
  expect(somme, quoi.join('\n')).toBeLessThan(0.001)
}
