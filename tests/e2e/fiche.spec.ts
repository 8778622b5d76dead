import { expect } from '@playwright/test'
import { test } from './essai'
import { enteteDuJour, jourDuPortail } from './livraison/demonstration'
import { auRepos, photo, plaintes, sansDefaut, seConnecter } from './poste'

const PASSAGE = `Kaszuby${String(Date.now()).slice(-6)}`

/** A fiche laid out in the HTML of a mail, with what a hostile sender would add to it; its SIRET has a wrong key. */
const courriel = (rang: number, titre: string) => ({
  name: `fiche-${rang}.eml`,
  mimeType: 'message/rfc822',
  buffer: Buffer.from(
    [
      `From: Sonia HEMERY <sonia.${rang}@exemple.test>`,
      'To: mcei@departement.exemple.test',
      'Subject: Fiche pre-projet',
      `Message-ID: <fiche-${PASSAGE}-${rang}@exemple.test>`,
      `Date: ${enteteDuJour(40, rang)}`,
      'MIME-Version: 1.0',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<script>document.title = "pris"</script><img src="https://piste.exemple.test/p.gif" alt="Logo">',
      '<table>',
      `<tr><td>Raison sociale</td><td>COLLEGE DES DUNES ${rang}</td></tr>`,
      '<tr><td>SIRET</td><td>828 110 353 00021</td></tr>',
      `<tr><td>Titre du projet</td><td>${titre}</td></tr>`,
      '<tr><td>Pays</td><td>Pologne</td></tr><tr><td>Ville</td><td>Gdynia</td></tr>',
      `<tr><td>Dates</td><td>du ${jourDuPortail(-60)} au ${jourDuPortail(-66)}</td></tr>`,
      '<tr><td>Nombre de jeunes</td><td>30</td></tr>',
      '<tr><td>Budget total</td><td>12 000 €</td></tr>',
      '</table>',
      '',
    ].join('\r\n'),
  ),
})

test('a fiche is read beside its mail, its doubts settled from the keyboard, and the next one is an arrow away', async ({
  page,
}) => {
  const dites = plaintes(page)
  await seConnecter(page, 'agent')
  await page.goto('/importer')
  await page
    .locator('input[name="messages"]')
    .setInputFiles([courriel(1, `Voile et mémoire ${PASSAGE}`), courriel(2, `Orchestre des ports ${PASSAGE}`)])
  await page.getByRole('button', { name: 'Importer les messages' }).click()
  // The address changes before the page does: the list of the imports before says « Terminé » too.
  await expect(page.getByRole('heading', { level: 1, name: 'Import de messages' })).toBeVisible()
  await expect(page.getByText('Terminé', { exact: true }).first()).toBeVisible({ timeout: 60_000 })

  await page.goto(`/pre-projets?q=${PASSAGE}&dir=asc`)
  await page
    .getByRole('link', { name: /Voile et mémoire/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Voile et mémoire')

  const siret = page.getByRole('button', { name: 'Confirmer SIRET' })
  await expect(siret).toBeFocused()
  const original = page.frameLocator('iframe[title^="Courriel reçu"]')
  await expect(original.locator('mark')).toHaveText('828 110 353 00021')
  await expect(original.locator('script, img')).toHaveCount(0)
  await expect(page).not.toHaveTitle('pris')
  await sansDefaut(page)
  await photo(page, 'fiche-original')

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Raccourcis clavier' })).toBeVisible()
  await sansDefaut(page)
  await page.keyboard.press('Escape')
  await expect(siret).toBeFocused()

  await page.keyboard.press('m')
  await page.keyboard.type('828 110 353 00020')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: /^SIRET.: confirmé\./ })).toHaveCount(1)
  await expect(page.getByRole('textbox', { name: 'Subvention souhaitée' })).toBeFocused()
  await page.keyboard.type('3 600')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Plus rien à relire.').first()).toBeVisible()
  await auRepos(page)

  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('tab', { name: 'Original' }).click()
  await expect(original.locator('table')).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'fiche-original-390')
  await page.getByRole('tab', { name: 'Fiche', exact: true }).click()
  await sansDefaut(page)
  await page.setViewportSize({ width: 1440, height: 900 })

  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Orchestre des ports')
  expect(dites).toEqual([])
})
