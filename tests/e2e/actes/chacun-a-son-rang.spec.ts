import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { recevoirUneFiche } from '../livraison/courriels'
import { passage } from '../livraison/extraction'
import { auRepos, seConnecter } from '../poste'

/** Which fields were posted, in order; the answer to the first waits to be let go. */
async function tenirLaPremiereReponse(page: Page) {
  const poses: string[] = []
  let lacher = (): void => undefined
  const lachee = new Promise<void>((resolve) => {
    lacher = resolve
  })
  await page.route('**/*.data*', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    const champs = new URLSearchParams(route.request().postData() ?? '')
    poses.push(`${champs.get('champ')} ${champs.get('texte')}`)
    if (poses.length === 1) await lachee
    return route.continue()
  })
  return { poses, lacher }
}

test('an act asked once the page is at rest, while another still waits, leaves after it', async ({ page }) => {
  await page.clock.install()
  await seConnecter(page, 'agent')
  const { fiche } = await recevoirUneFiche(page, `${passage(0).suite}8`)
  await page.goto(fiche)
  await auRepos(page)
  const champ = (nom: string) => page.locator(`form#champ-${nom}`)
  const confirmer = (nom: string) => champ(nom).getByRole('button', { name: /^Confirmer/ })
  await champ('titre').getByRole('textbox').fill('Cerfs-volants du Danemark')
  await champ('ville').getByRole('textbox').fill('Aarhus')
  await champ('contact').getByRole('textbox').fill('Directrice')
  const { poses, lacher } = await tenirLaPremiereReponse(page)
  await confirmer('titre').click()
  await expect.poll(() => poses).toHaveLength(1)
  // The page no longer counts its instants: what waits goes on waiting, were its turn come.
  await page.clock.pauseAt(Date.now() + 60_000)
  await confirmer('ville').click()
  await expect(champ('ville')).toHaveAttribute('data-attend', '')
  lacher()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cerfs-volants du Danemark')
  await confirmer('contact').click()
  await page.clock.resume()
  await expect.poll(() => poses).toEqual(['titre Cerfs-volants du Danemark', 'ville Aarhus', 'contact Directrice'])
})
