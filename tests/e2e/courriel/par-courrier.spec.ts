import { expect } from '@playwright/test'
import { test } from '../essai'
import { formatJour, jourDeParis } from '../../../app/domain/temps/jour'
import { numeroDemo } from '../livraison/demonstration'
import { montrer, plaintes, seConnecter, taper } from '../poste'

const DECISION = `/dossiers/${numeroDemo(11)}/decision`

test('a decision that no server is proved to have is told by post: the appeal time runs from that day, until it is taken back', async ({
  page,
}) => {
  const dites = plaintes(page)
  await seConnecter(page, 'agent')
  await page.goto(DECISION)
  const notification = page.getByRole('region', { name: 'Notification' })
  await expect(notification).toContainText('le délai de recours ne court pas')
  await notification.getByRole('button', { name: 'Notifiée par courrier…' }).click()
  const form = page.getByRole('form', { name: 'Notifiée par courrier' })
  await form.getByRole('textbox', { name: 'Jour de la notification' }).focus()
  await taper(page, '01/01/2099')
  await form.getByLabel('Numéro du recommandé (facultatif)').focus()
  await taper(page, '1A 234')
  await page.keyboard.press('Enter')
  await expect(form.getByText(/Ce jour est à venir/).first()).toBeVisible()
  await expect(form.getByLabel('Numéro du recommandé (facultatif)')).toHaveValue('1A 234')
  await expect(form.getByRole('button', { name: 'Dire cette décision notifiée par courrier' })).toBeEnabled()
  await montrer(page, 'decision-par-courrier')
  const aujourdhui = formatJour(jourDeParis(new Date()))
  await form.getByRole('textbox', { name: 'Jour de la notification' }).fill(aujourdhui)
  await form.getByRole('button', { name: 'Dire cette décision notifiée par courrier' }).click()
  await expect(notification).toContainText(`Notifiée le ${aujourdhui}, par courrier. Recommandé n°\u00a01A 234.`)
  await montrer(page, 'decision-notifiee-par-courrier')
  await page.goto(DECISION.replace('decision', 'delais'))
  await expect(page.getByRole('region', { name: 'Délai de recours' })).toContainText(`Notifiée le ${aujourdhui}`)
  await montrer(page, 'delai-de-recours')
  await page.goto(DECISION)
  await notification.getByRole('button', { name: 'Reprendre cette notification' }).click()
  await expect(page.getByText('Notification par courrier reprise.')).toBeVisible()
  await expect(notification).toContainText('le délai de recours ne court pas')
  expect(dites).toEqual([])
})
