import { expect } from '@playwright/test'
import { test } from '../essai'
import { rendreComplet } from '../livraison/complet'
import { RANG_SANS_ACCORD } from '../livraison/depot'
import { importer, passage } from '../livraison/extraction'
import { montrer, plaintes, presser, sansDefaut, seConnecter, taper } from '../poste'
import { ajouterSeance, aujourdhui, proposerEtInscrire } from './par-lot'

const { mot, numero } = passage(2)
const NUMEROS = [numero(1), numero(2), numero(3)]
const POURQUOI = 'Les repas ne sont pas retenus.'

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage({ locale: 'fr-FR' })
  await seConnecter(page, 'agent')
  await importer(
    page,
    NUMEROS.map((un, rang) => ({
      ...{ numero: un, objet: `Orgues ${mot} ${rang}`, budget: 'juste' as const },
      // What a structure is granted in the year decides whether it signs a convention.
      rangStructure: RANG_SANS_ACCORD,
    })),
  )
  for (const un of NUMEROS) await rendreComplet(page, un)
  await page.close()
})

test('from a list of three to the mails: put to a séance, voted by keyboard, numbered, in force, read by one and let go by another', async ({
  page,
  browser,
}) => {
  const dites = plaintes(page)
  await seConnecter(page, 'agent')
  await page.goto('/commissions')
  await sansDefaut(page)
  const seance = await ajouterSeance(page, mot)
  await proposerEtInscrire(page, mot, 3)
  await page.goto(seance)
  const lignes = page.getByRole('region', { name: 'Liste de la séance' }).locator('tbody tr')
  await expect(lignes).toHaveCount(3)
  const dernier = (await lignes.nth(2).getByRole('link').first().innerText()).trim()
  await page.getByRole('spinbutton', { name: `Rang du dossier ${dernier}` }).fill('1')
  await page
    .getByRole('form', { name: `Rang du dossier ${dernier}` })
    .getByRole('button')
    .click()
  await expect(lignes.first()).toContainText(dernier)
  await montrer(page, 'seance-liste')
  // A line is taken once the act before it is answered.
  const poignee = page.locator('tr', { hasText: dernier }).locator('[title="Glisser à sa place"][draggable=true]')
  await poignee.dragTo(lignes.nth(1))
  await expect(lignes.nth(1)).toContainText(dernier)
  await poignee.dragTo(lignes.first())
  await expect(lignes.first()).toContainText(dernier)

  const chef = await browser.newPage({ locale: 'fr-FR' })
  await seConnecter(chef, 'responsable')
  await chef.goto(seance)
  await chef.getByRole('button', { name: 'Arrêter la liste' }).click()
  const vote = chef.getByRole('region', { name: /^Vote du dossier/ })
  await expect(vote).toContainText('3 votes à saisir')
  await expect(chef.getByRole('radio', { name: 'Adopté', exact: true })).toBeFocused()
  await montrer(chef, 'seance-vote')
  await presser(chef, ['Enter'])
  await expect(vote).toContainText('2 votes à saisir')
  await expect(chef.getByRole('radio', { name: 'Adopté', exact: true })).toBeFocused()
  await presser(chef, ['ArrowDown', 'Tab'])
  await taper(chef, '3 000')
  await presser(chef, ['Enter'])
  await expect(vote).toContainText('en une phrase')
  await vote.getByLabel(/^Pourquoi moins/).focus()
  await taper(chef, POURQUOI)
  await presser(chef, ['Tab', 'Enter'])
  await expect(vote).toContainText('1\u00a0vote à saisir')
  await expect(chef.getByRole('radio', { name: 'Adopté', exact: true })).toBeFocused()
  await presser(chef, ['ArrowDown', 'ArrowDown', 'Enter'])
  await expect(vote).toHaveCount(0)
  await expect(lignes.first()).toBeVisible()

  await chef.getByRole('button', { name: 'Numéroter la délibération' }).click()
  await expect(chef.getByText(/^Délibération n°/)).toBeVisible()
  await montrer(chef, 'seance-deliberee')
  await expect(chef.getByRole('button', { name: /^Préparer/ })).toHaveCount(0)
  await chef.getByRole('textbox', { name: 'Jour où la préfecture l’a reçue' }).fill(aujourdhui())
  await chef.getByRole('button', { name: 'La délibération est exécutoire' }).click()
  await expect(chef.getByRole('button', { name: /^Préparer/ })).toHaveCount(0)
  await page.goto(seance)
  await page.getByRole('button', { name: 'Demander la liste à imprimer' }).click()
  await expect(page.getByRole('link', { name: /^Télécharger commission-/ }).first()).toBeVisible({ timeout: 60_000 })
  await page.goto(seance)
  await page.getByRole('link', { name: 'Répétition générale' }).click()
  await expect(page.getByRole('region', { name: 'Rien à signaler' })).toBeVisible()
  await expect(page.getByText('2 sur 2\u00a0lettres dessinées.')).toBeVisible()
  await page
    .getByRole('link', { name: /^Lire le courriel/ })
    .first()
    .click()
  await expect(page.frameLocator('iframe').getByText(/délibération n°/)).toBeVisible()
  await montrer(page, 'seance-repetition')
  await page.getByRole('button', { name: /^J’ai relu 2\scourriels/ }).click()
  await expect(page.getByText('Relus par vous. Une autre personne, responsable, les fait partir.')).toBeVisible()
  await chef.goto(seance)
  await chef.getByRole('button', { name: /^Préparer 2\snotifications$/ }).click()
  await expect(chef.getByText(/2\sdossiers changent\. 2\scourriels partiront\./)).toBeVisible()
  await expect(chef.frameLocator('iframe').getByText(/délibération n°/)).toBeVisible()
  await montrer(chef, 'seance-notifications')
  await chef.getByRole('button', { name: /^Notifier les votes\s: 2\sdossiers$/ }).click()
  await expect(chef.getByText(/^Terminé\s: 2\sdécisions notifiées\.$/)).toBeVisible()
  await chef.goto(seance)
  await expect(chef.getByText('Toutes les décisions de cette séance sont notifiées.')).toBeVisible()
  await expect(chef.getByRole('button', { name: /^Reprendre 2\snotifications$/ })).toBeVisible()
  await montrer(chef, 'seance-notifiee')
  await chef.getByRole('link', { name: 'Suivi des notifications' }).click()
  await expect(chef.getByText('2\u00a0décisions dont la notification n’est pas prouvée, sur 2.')).toBeVisible()
  await expect(chef.getByRole('region', { name: /^(Va partir|Remis au relais, sans preuve)$/ }).first()).toBeVisible()
  await montrer(chef, 'seance-suivi')
  await chef.goto(`/dossiers?vue=decides&q=${mot}`)
  await expect(chef.getByRole('grid').getByText('Accordé partiellement')).toBeVisible()
  await chef.close()
  expect(dites).toEqual([])
})
