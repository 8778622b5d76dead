import { expect, type Page } from '@playwright/test'
import { finDeJournee, jourDeParis } from '#domain/temps/jour'
import { test } from '../essai'
import { auRepos } from '../poste'

/** In ms: the longest journey that is of one day. */
const PARCOURS = 7 * 60_000

/** A list that closes today takes nothing tomorrow: where midnight would come during the journey, it begins after it. */
async function attendreUnJourEntier() {
  const reste = finDeJournee(jourDeParis(new Date())).getTime() + 1 - Date.now()
  if (reste > PARCOURS) return
  test.setTimeout(test.info().timeout + reste)
  await new Promise((venu) => setTimeout(venu, reste))
}

/** One act by lot on all the complete dossiers that these words find, up to its last line. */
export async function parLot(
  page: Page,
  { mots, verbe, remplir, fait }: { mots: string; verbe: string; remplir: () => Promise<unknown>; fait: RegExp },
) {
  await page.goto(`/dossiers?vue=complets&q=${mots}`)
  await auRepos(page)
  await page.getByRole('checkbox', { name: 'Sélectionner toutes les lignes' }).click()
  const barre = page.getByRole('region', { name: 'Dossiers sélectionnés' })
  const bouton = barre.getByRole('button', { name: verbe })
  if ((await bouton.count()) > 0) await bouton.click()
  else {
    await barre.getByRole('button', { name: 'Autres actes' }).click()
    await page.getByRole('menuitem', { name: verbe }).click()
  }
  await remplir()
  await page.getByRole('button', { name: 'Voir ce qui changera' }).click()
  await page.getByRole('button', { name: new RegExp(`^${verbe}\\s:`) }).click()
  // Longer than a job that is tried once more, ten seconds after.
  await expect(page.getByText(fait)).toBeVisible({ timeout: 30_000 })
}

/** A séance of today whose list closes today, made on the page of séances that is open; gives its address. */
export async function ajouterSeance(page: Page, mots: string): Promise<string> {
  await attendreUnJourEntier()
  await page.getByRole('textbox', { name: 'Jour de la séance' }).fill(aujourdhui())
  await page.getByRole('textbox', { name: 'Dernier jour de la liste' }).fill(aujourdhui())
  await page.getByLabel('Intitulé (facultatif)').fill(`Session ${mots}`)
  await page.getByRole('button', { name: 'Ajouter cette séance' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Session ${mots}`)
  return page.url()
}

/** Of the complete dossiers that these words find, so many: all that is asked is proposed, then each is put to the séance of these words. */
export async function proposerEtInscrire(page: Page, mots: string, combien: number) {
  await parLot(page, {
    ...{ mots, verbe: 'Proposer un montant' },
    remplir: () => page.getByLabel('Montant proposé').selectOption({ label: 'Le montant demandé par chaque dossier' }),
    fait: new RegExp(`^Terminé\\s: ${combien}\\spropositions écrites\\.$`),
  })
  await parLot(page, {
    ...{ mots, verbe: 'Inscrire à une séance' },
    remplir: async () => {
      const choix = page.locator('#seanceId')
      await choix.selectOption(await choix.locator('option', { hasText: `Session ${mots}` }).getAttribute('value'))
    },
    fait: new RegExp(`^Terminé\\s: ${combien}\\sdossiers inscrits\\.$`),
  })
}

/** Today, as an officer types it. */
export const aujourdhui = () => new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date()) // prettier-ignore
