import { expect } from '@playwright/test'
import { test } from '../essai'
import { arriver, photo, sansDefaut, seConnecter, seDeconnecter, taper } from '../poste'
import { numeroDemo } from '../livraison/demonstration'

const MOTS = `Le partenaire a confirme les dates ${String(Date.now()).slice(-5)}`

test('a note names a colleague, who finds it on the first page and says it is seen; its author takes it back', async ({
  page,
}) => {
  await seConnecter(page, 'agent')
  await page.goto(`/dossiers/${numeroDemo(29)}/notes`)
  await page.getByLabel('Votre note').focus()
  await taper(page, MOTS)
  await page.getByLabel('Prévenir').selectOption({ label: 'Paul Verhaeghe' })
  await expect(page.getByLabel('Votre note')).toHaveValue(`${MOTS} @Paul Verhaeghe `)
  await page.getByRole('button', { name: 'Ajouter la note' }).click()
  await expect(page.getByText('Note ajoutée. Paul Verhaeghe la verra sur l’accueil.')).toBeVisible()
  const notes = page.getByRole('list', { name: 'Notes' })
  await expect(notes).toContainText(MOTS)
  await expect(page.getByLabel('Votre note').first()).toHaveValue('')
  await sansDefaut(page)
  await photo(page, 'notes-1440')
  await page.setViewportSize({ width: 390, height: 844 })
  await sansDefaut(page)
  await photo(page, 'notes-390')
  await page.setViewportSize({ width: 1440, height: 900 })
  await seDeconnecter(page)

  await arriver(page, 'responsable')
  await expect(page.getByText(`Claire Delmotte\u00a0: ${MOTS}`)).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'accueil-note-1440')
  await page.getByRole('link', { name: new RegExp(`^Dossier ${numeroDemo(29)}`) }).click()
  await expect(notes.getByRole('button', { name: 'Retirer' })).toHaveCount(0)
  await notes.getByRole('button', { name: 'J’ai vu' }).click()
  await expect(page.getByText('Note vue.')).toBeVisible()
  await page.goto('/')
  await expect(page.getByText(MOTS)).toHaveCount(0)
  await seDeconnecter(page)

  await seConnecter(page, 'agent')
  await page.goto(`/dossiers/${numeroDemo(29)}/notes`)
  await notes.getByText('Modifier').first().click()
  const modification = notes.getByRole('form', { name: 'Enregistrer' }).first()
  await modification.getByLabel('Votre note').fill(`${MOTS}, par ecrit`)
  await modification.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText('Note modifiée.')).toBeVisible()
  await expect(notes.getByText(`${MOTS}, par ecrit`, { exact: true }).first()).toBeVisible()
  await notes.getByRole('button', { name: 'Retirer' }).first().click()
  await expect(page.getByText('Note retirée.')).toBeVisible()
  await expect(notes).not.toContainText(MOTS)
})
