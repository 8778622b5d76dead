import { expect } from '@playwright/test'
import { test } from './essai'
import { auRepos, photo, plaintes, sansDefaut, seConnecter } from './poste'

test('what an officer finds is asked by one mail, read before it leaves, and taken back while it waits', async ({
  page,
}) => {
  const dites = plaintes(page)
  await seConnecter(page, 'agent')
  await page.goto('/dossiers?vue=nouveaux')
  const numero = await page
    .getByRole('link', { name: /^\d{4}-\d{5}$/ })
    .first()
    .innerText()
  const adresse = `/dossiers/${numero}/complements`
  const constat = 'date de fin du projet absente'
  const retenu = { intent: 'retenir', cle: 'formulaire/dateFin', constat, aFaire: 'indiquez-la' }
  expect((await page.request.post(adresse, { form: retenu })).ok()).toBe(true)

  await page.goto(adresse)
  await auRepos(page)
  await page.getByRole('button', { name: 'Ajouter une ligne' }).click()
  await expect(page.getByLabel('Monter la ligne 2')).toBeEnabled()
  await page
    .getByLabel(/^Pièce – /)
    .last()
    .selectOption('RIB')
  await page
    .getByLabel(/^Ce qui ne va pas – /)
    .last()
    .fill('pièce absente du dossier')
  await page
    .getByLabel(/^À faire – /)
    .last()
    .fill('envoyez le RIB de la structure')
  await page
    .getByRole('button', { name: /^Monter la ligne/ })
    .last()
    .click()
  await sansDefaut(page)
  await photo(page, 'dossier-complements')
  await page.getByRole('button', { name: 'Voir le courriel avant de l’envoyer' }).click()

  const dialogue = page.getByRole('dialog')
  const mail = dialogue.frameLocator('iframe').locator('body')
  await expect(mail).toContainText(constat)
  await expect(mail).toContainText('L.\u00a0114-5')
  await sansDefaut(page)
  await photo(page, 'dossier-complements-courriel')
  await dialogue.getByRole('button', { name: /^Demander \d+\sélément/ }).click()
  await expect(page.getByRole('heading', { name: 'En attente de réponse' })).toBeVisible()
  await expect(page.getByText('Incomplet', { exact: true }).first()).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'dossier-complements-attente')

  await page.getByRole('link', { name: /comment cette date est calculée/ }).click()
  await expect(page.getByRole('heading', { name: 'Rejet implicite' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Étapes du délai' })).toContainText('Suspension de')
  await sansDefaut(page)
  await photo(page, 'dossier-delais')

  await page.goto('/courriels?etat=A_ENVOYER')
  await expect(page.getByText(numero).first()).toBeVisible()
  await page.goto(adresse)
  await auRepos(page)
  await page.getByRole('button', { name: 'Annuler la demande' }).click()
  await expect(page.getByRole('button', { name: 'Voir le courriel avant de l’envoyer' })).toBeVisible()
  await expect(page.getByText('Annulée avant son départ').first()).toBeVisible()
  await page.request.post(adresse, { form: { intent: 'retirer', cle: 'formulaire/dateFin' } })
  expect(dites).toEqual([])
})
