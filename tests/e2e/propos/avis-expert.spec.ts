import { expect } from '@playwright/test'
import { test } from '../essai'
import { lienRecu } from '../livraison/messagerie'
import { rendreComplet } from '../livraison/complet'
import { importer, passage } from '../livraison/extraction'
import { montrer, plaintes, seConnecter } from '../poste'

const { mot, numero } = passage(6)
const UN = numero(1)
const LIEN = /\/avis\/[\w-]{43}/
const MOTS = 'Ce partenaire est sérieux et connu de nos services.'

test('an officer asks an avis outside; it is given without an account nor a script, changed, read, and its link taken back', async ({
  page,
  browser,
}) => {
  const dites = plaintes(page)
  const courriel = `odile.${mot}@exemple.test`.toLowerCase()
  await seConnecter(page, 'agent')
  await importer(page, [{ numero: UN, objet: `Chorales de Herne ${mot}`, budget: 'juste' }])
  await rendreComplet(page, UN)
  await page.goto(`/dossiers/${UN}/decision`)
  const avis = page.getByRole('region', { name: 'Avis extérieurs' })
  await page.getByRole('button', { name: 'Avis extérieurs…' }).click()
  await avis.getByText('Demander un avis à une personne extérieure').click()
  const form = avis.getByRole('form', { name: 'Demander un avis extérieur' })
  await form.getByLabel('Prénom').fill('Odile')
  await form.getByLabel('Nom', { exact: true }).fill('Vasseur')
  await form.getByLabel('Adresse mail').fill(courriel)
  await form.getByLabel('Ce que vous demandez').fill('Non ?')
  await form.getByRole('checkbox').first().check()
  await form.getByRole('button', { name: 'Demander cet avis' }).click()
  await expect(form).toContainText('Dites ce que vous demandez')
  await form.getByLabel('Ce que vous demandez').fill('Ce partenaire est-il connu de vous ?')
  await montrer(page, 'avis-expert-form')
  await form.getByRole('button', { name: 'Demander cet avis' }).click()
  await expect(avis.getByRole('article', { name: 'Avis demandé à Odile Vasseur' })).toContainText(
    'Pas encore de réponse',
  )

  const lien = await lienRecu(courriel, LIEN)
  const sansScript = await browser.newContext({ locale: 'fr-FR', javaScriptEnabled: false })
  const nue = await sansScript.newPage()
  await nue.goto(lien)
  await nue.getByLabel('Réservé').check()
  await nue.getByLabel('Vos raisons').fill('Non.')
  await nue.getByRole('button', { name: 'Envoyer mon avis' }).click()
  await expect(nue.getByRole('alert')).toContainText('Expliquez votre avis')
  await expect(nue.getByLabel('Vos raisons')).toHaveValue('Non.')
  await nue.getByLabel('Vos raisons').fill(MOTS)
  await nue.getByRole('button', { name: 'Envoyer mon avis' }).click()
  await expect(nue.getByRole('status')).toContainText('Votre avis est enregistré')
  await sansScript.close()

  const ailleurs = await browser.newContext({ locale: 'fr-FR' })
  const dehors = await ailleurs.newPage()
  const ditesDehors = plaintes(dehors)
  await dehors.goto(lien)
  await expect(dehors.getByLabel('Vos raisons')).toHaveValue(MOTS)
  await montrer(dehors, 'avis-expert-page')
  const fichier = await dehors
    .getByRole('link', { name: /nouvel onglet/ })
    .first()
    .getAttribute('href')
  expect((await dehors.request.get(fichier ?? '')).status()).toBe(200)
  await dehors.getByLabel('Favorable', { exact: true }).check()
  await dehors.getByRole('button', { name: 'Changer mon avis' }).click()
  await expect(dehors.getByLabel('Favorable', { exact: true })).toBeChecked()

  await page.reload()
  await page.getByRole('button', { name: /^Avis extérieurs\s: 1\sdemandé, 1\srendu…$/ }).click()
  const une = avis.getByRole('article', { name: 'Avis demandé à Odile Vasseur' })
  await expect(une).toContainText(MOTS)
  await montrer(page, 'avis-expert-rendu')
  await une.getByRole('button', { name: 'Retirer le lien donné à Odile Vasseur' }).click()
  await expect(une).toContainText('Le lien a été retiré.')
  expect((await dehors.request.get(fichier ?? '')).status()).toBe(404)
  expect(ditesDehors).toEqual([])
  await dehors.goto(lien)
  await expect(dehors.getByRole('heading', { level: 1, name: 'Ce lien ne s’ouvre plus' })).toBeVisible()
  await montrer(dehors, 'avis-expert-lien-mort')
  await ailleurs.close()
  expect(dites).toEqual([])
})
