import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { arriver, photo, plaintes, sansDefaut, seConnecter, seDeconnecter } from '../poste'

/** As an officer types a day. */
const dans = (jours: number) =>
  new Date(Date.now() + jours * 86_400_000).toLocaleDateString('fr-FR', { timeZone: 'Europe/Paris' })

/** Looked at on a desk and in a hand. */
async function montrer(page: Page, nom: string) {
  await sansDefaut(page)
  await photo(page, nom)
  await page.setViewportSize({ width: 390, height: 844 })
  await sansDefaut(page)
  await photo(page, `${nom}-390`)
  await page.setViewportSize({ width: 1440, height: 900 })
}

test('an officer says they are away; who stands in finds it on their first page and in their dossiers, until it is ended', async ({
  page,
}) => {
  const dites = plaintes(page)
  await seConnecter(page, 'agent')
  await page.goto('/absences')
  const form = page.getByRole('form', { name: 'Dire une absence' })
  await form.getByRole('textbox', { name: 'Du' }).fill(dans(0))
  await form.getByRole('textbox', { name: 'Au (inclus)' }).fill(dans(-1))
  await form.getByLabel('Qui remplace').selectOption({ label: 'Paul Verhaeghe' })
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(form).toContainText('Le dernier jour vient avant le premier.')
  await form.getByRole('textbox', { name: 'Au (inclus)' }).fill(dans(7))
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  const absences = page.getByRole('list', { name: 'Absences dites' })
  const dite = absences.getByRole('listitem').filter({ hasText: 'Claire Delmotte' })
  await expect(dite).toContainText(`au ${dans(7)} inclus\u00a0: voir Paul Verhaeghe`)
  await montrer(page, 'absence-page')
  await seDeconnecter(page)

  await arriver(page, 'responsable')
  const note = page.getByRole('note').filter({ hasText: `Vous remplacez Claire Delmotte jusqu’au ${dans(7)} inclus` })
  await expect(note).toBeVisible()
  await expect(page.getByRole('rowheader', { name: `Claire Delmotte (absence jusqu’au ${dans(7)}` })).toBeVisible()
  await montrer(page, 'absence-accueil')
  await page.goto('/dossiers?vue=miens')
  await expect(note).toBeVisible()
  await montrer(page, 'absence-miens')
  const lien = note.getByRole('link').first()
  const combien = /\d+/.exec(await lien.innerText())?.[0] ?? '0'
  await lien.click()
  await expect(page).toHaveURL(/vue=a-faire&agent=/)
  await expect(page.getByRole('link', { name: /^À faire/ }).first()).toContainText(combien)
  await page.goto('/absences')
  await expect(page.getByLabel('Qui est en absence').locator('option:checked')).toHaveText('Paul Verhaeghe')
  await dite.getByRole('button', { name: 'Mettre fin' }).click()
  await expect(page.getByText('L’absence est finie.')).toBeVisible()
  await expect(dite).toHaveCount(0)
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(note).toHaveCount(0)
  expect(dites).toEqual([])
})
