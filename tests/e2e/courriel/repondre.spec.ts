import { expect, type Locator } from '@playwright/test'
import { test } from '../essai'
import { photo, sansDefaut, seConnecter, taper } from '../poste'

const PASSAGE = String(Date.now()).slice(-5)
const OBJET = `Visas pour Katowice ${PASSAGE}`

const question = () =>
  Buffer.from(
    [
      'From: Ines Delcroix <ines.delcroix@exemple.test>',
      'To: mcei@departement.exemple.test',
      `Subject: ${OBJET}`,
      `Date: ${new Date(Date.now() - 3_600_000).toUTCString()}`,
      `Message-ID: <visas-${PASSAGE}@exemple.test>`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Bonjour, les frais de visa entrent-ils dans le budget ?',
    ].join('\r\n'),
  )

test('a question is answered where it is read, in three clicks from the first page, and a fiche told by telephone is opened', async ({
  page,
}) => {
  await seConnecter(page, 'agent')
  await page.goto('/importer')
  const message = { name: 'question.eml', mimeType: 'message/rfc822', buffer: question() }
  await page.locator('input[name="messages"]').setInputFiles(message)
  await page.getByRole('button', { name: 'Importer les messages' }).click()
  // The address changes before the page does: the list of the imports before says « Terminé » too.
  await expect(page.getByRole('heading', { level: 1, name: 'Import de messages' })).toBeVisible()
  await expect(page.getByText('Terminé', { exact: true }).first()).toBeVisible({ timeout: 60_000 })

  await page.goto('/courriels?sens=recus')
  await expect(page.getByRole('link', { name: /^À répondre \(\d/ })).toHaveAttribute('aria-current', 'page')
  await sansDefaut(page)
  await photo(page, 'a-repondre-1440')
  await page.goto('/')
  await sansDefaut(page)
  await photo(page, 'accueil-question-1440')
  let clics = 0
  const cliquer = async (ou: Locator) => {
    clics += 1
    await ou.click()
  }
  await cliquer(page.getByRole('link', { name: OBJET }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(OBJET)
  await expect(page.getByLabel('À', { exact: true })).toHaveValue('ines.delcroix@exemple.test')
  await page.getByLabel(/^Votre message/).focus()
  await taper(page, 'Oui, ils y entrent.')
  await sansDefaut(page)
  await photo(page, 'repondre-1440')
  await cliquer(page.getByRole('button', { name: 'Relire et envoyer…' }))
  await cliquer(page.getByRole('button', { name: 'Envoyer le message' }))
  await expect(page.getByText('Le message part à ines.delcroix@exemple.test.')).toBeVisible()
  expect(clics).toBe(3)
  await expect(page.getByRole('form', { name: 'Réponse à ce message' })).toContainText(/Répondu par .+ le /)
  await expect(page.getByText(`Re: ${OBJET}`)).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  await sansDefaut(page)
  await photo(page, 'repondu-390')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: 'Remettre à répondre' }).click()
  await page.getByRole('button', { name: 'Répondu ailleurs' }).click()
  await expect(page.getByRole('button', { name: 'Remettre à répondre' })).toBeVisible()
  await page.goto('/courriels?sens=recus')
  await expect(page.getByRole('link', { name: OBJET })).toHaveCount(0)

  await page.goto('/pre-projets')
  await page.getByRole('link', { name: 'Saisir une fiche' }).click()
  const form = page.getByRole('form', { name: 'Saisir une fiche' })
  await form.getByLabel('Structure').fill('Comite de jumelage de Fauquembergues')
  await form.getByLabel('Courriel du contact').fill('pas une adresse')
  await form.getByRole('button', { name: 'Ouvrir la fiche' }).click()
  await expect(form.getByLabel('Courriel du contact')).toHaveAttribute('aria-invalid', 'true')
  await expect(form.getByLabel('Structure')).toHaveValue('Comite de jumelage de Fauquembergues')
  await sansDefaut(page)
  await photo(page, 'fiche-saisie-1440')
  await form.getByLabel('Courriel du contact').clear()
  await form.getByRole('textbox', { name: 'Arrivée le' }).fill('03/02/2025')
  await form.getByLabel('Intitulé du projet').fill(`Chantier de Katowice ${PASSAGE}`)
  await form.getByRole('button', { name: 'Ouvrir la fiche' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Chantier de Katowice ${PASSAGE}`)
  await expect(page.getByText('Aucun courriel n’est rattaché à cette fiche.')).toBeVisible()
  await page.getByRole('link', { name: 'Copier' }).click()
  await expect(form.getByLabel('Intitulé du projet')).toHaveValue(`Chantier de Katowice ${PASSAGE}`)
  await page.setViewportSize({ width: 390, height: 844 })
  await sansDefaut(page)
  await photo(page, 'fiche-copie-390')
})
