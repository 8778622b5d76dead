import { expect } from '@playwright/test'
import { commencer, dossierComplet, refusDe, retenirLePremier, suivi } from './deux-actes'
import { test } from '../essai'

/** Longer than two presses that are taken for one, in ms. */
const SANS_DESSIN = 400

test('two acts asked while the page draws nothing: the second knows that the first is on its way, and waits', async ({
  page,
}) => {
  const refus = refusDe(page)
  await dossierComplet(page)
  const poses = await retenirLePremier(page, 3_000)
  const second = await commencer(page).elementHandle()
  // A machine that is busy: nothing is drawn from the first press to the second.
  await suivi(page).evaluate(
    (premier, { bouton, ms }) => {
      if (!(premier instanceof HTMLElement && bouton instanceof HTMLElement)) throw new Error('two buttons are pressed')
      premier.click()
      for (const debut = performance.now(); performance.now() - debut < ms;);
      bouton.click()
    },
    { bouton: second, ms: SANS_DESSIN },
  )
  await expect(page.getByText('En instruction').first()).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const versions = poses.map((pose) => Number(pose.split(' ')[1]))
  expect(versions).toEqual([versions[0], (versions[0] ?? 0) + 1])
  expect(refus).toEqual([])
})
