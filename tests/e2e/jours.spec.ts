import { expect } from '@playwright/test'
import { addDays, formatJour, formatJourLong } from '#domain/temps/jour'
import { jourSaisi } from '#domain/temps/saisie'
import { test } from './essai'
import { importer, passage } from './livraison/extraction'
import { arriver, auRepos, photo, plaintes, sansDefaut, seConnecter } from './poste'

// A browser in English shows a day of the browser month first.
test.use({ locale: 'en-US' })

test('a day is typed, pasted, corrected and chosen in a calendar as people here write it', async ({ page }) => {
  const dites = plaintes(page)
  await arriver(page, 'agent')
  const { suite, numero: numeroDe } = passage(1)
  const numero = numeroDe(1)
  await importer(page, [{ numero, objet: `Calendriers de Herne ${suite}` }])
  await page.goto(`/dossiers/${numero}/deverrouillage`)
  await auRepos(page)
  const champ = page.getByRole('textbox', { name: 'Jusqu’au (inclus)' })
  await expect(champ).toHaveValue(/^\d{2}\/\d{2}\/\d{4}$/)
  const propose = jourSaisi(await champ.inputValue())
  const jour = propose.ok ? propose.value : ''

  await champ.fill(jour)
  await champ.press('Tab')
  await expect(champ).toHaveValue(formatJour(jour))
  await champ.fill('31/02/2026')
  await champ.press('Tab')
  await expect(champ).toHaveAttribute('aria-invalid', 'true')
  await expect(champ).toHaveAccessibleDescription('Ce jour n’existe pas\u00a0: vérifiez la date.')
  await sansDefaut(page)
  await champ.fill(formatJour(jour))

  const ouvrir = page.getByRole('button', { name: 'Choisir dans un calendrier\u00a0: Jusqu’au (inclus)' })
  await ouvrir.focus()
  await page.keyboard.press('Enter')
  const calendrier = page.getByRole('dialog', { name: 'Jusqu’au (inclus)' })
  await expect(calendrier.getByRole('button', { name: formatJourLong(jour), exact: true })).toBeFocused()
  await expect(calendrier.getByRole('button', { name: formatJourLong(jour), exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await sansDefaut(page)
  await photo(page, 'calendrier')
  await page.setViewportSize({ width: 390, height: 844 })
  await sansDefaut(page)
  await photo(page, 'calendrier-390')
  await page.setViewportSize({ width: 1440, height: 900 })
  const veille = addDays(jour, -1)
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageUp')
  await page.keyboard.press('ArrowLeft')
  await expect(calendrier.getByRole('button', { name: formatJourLong(veille), exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(calendrier).toBeHidden()
  await expect(champ).toHaveValue(formatJour(veille))
  await expect(champ).not.toHaveAttribute('aria-invalid', 'true')

  await ouvrir.click()
  await page.keyboard.press('Escape')
  await expect(calendrier).toBeHidden()
  await photo(page, 'jour-deverrouillage')
  expect(dites).toEqual([])
})

test('the days of a bannette are typed the same way, and its address keeps ISO days', async ({ page }) => {
  await seConnecter(page, 'agent')
  await page.goto('/pre-projets?vue=tous')
  await auRepos(page)
  await page.locator('summary', { hasText: 'Reçu' }).click()
  await page.getByLabel('Du', { exact: true }).fill('1/6/25')
  await page.getByLabel('Au', { exact: true }).fill('31 12 2025')
  await sansDefaut(page)
  await photo(page, 'bannette-jours')
  await page.getByRole('button', { name: 'Filtrer' }).first().click()
  await expect(page).toHaveURL(/depuis=2025-06-01.*jusqua=2025-12-31/)
  await expect(page.getByText('du 01/06/2025 au 31/12/2025').first()).toBeVisible()
})
