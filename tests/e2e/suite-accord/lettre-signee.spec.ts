import { expect } from '@playwright/test'
import { test } from '../essai'
import { numeroDemo } from '../livraison/demonstration'
import { auRepos, montrer, plaintes, seConnecter } from '../poste'

const DOSSIER = `/dossiers/${numeroDemo(1)}`

test('the signed letter is deposited, read in place of the drawn one, and withdrawn; what is no PDF is refused in words', async ({
  page,
}) => {
  const dites = plaintes(page)
  await seConnecter(page, 'responsable')
  await page.goto(`${DOSSIER}/decision`)
  await auRepos(page)
  await page.getByRole('button', { name: 'Lettre à signer ou signée…' }).click()
  const lettre = page.getByRole('region', { name: 'Lettre de décision' })
  const dessinee = await (await page.request.get(`${DOSSIER}/lettre`)).body()
  expect(dessinee.subarray(0, 5).toString()).toBe('%PDF-')
  const fichier = lettre.getByLabel('PDF de la lettre signée')
  await fichier.setInputFiles({ name: 'lettre.pdf', mimeType: 'application/pdf', buffer: Buffer.from('PK une image') })
  await lettre.getByRole('button', { name: 'Déposer la lettre signée' }).click()
  await expect(lettre.getByText(/n’est pas un PDF, quel que soit son nom/)).toBeVisible()
  await montrer(page, 'lettre-signee-refusee')

  const signee = Buffer.concat([dessinee, Buffer.from('\n% signed')])
  await fichier.setInputFiles({ name: 'lettre signée.pdf', mimeType: 'application/pdf', buffer: signee })
  await lettre.getByRole('button', { name: 'Déposer la lettre signée' }).click()
  await expect(lettre.getByRole('link', { name: 'Lettre signée (PDF)' })).toBeVisible()
  expect((await (await page.request.get(`${DOSSIER}/lettre`)).body()).equals(signee)).toBe(true)
  expect((await (await page.request.get(`${DOSSIER}/lettre?dessinee=1`)).body()).equals(dessinee)).toBe(true)
  await montrer(page, 'lettre-signee')

  await lettre.getByRole('button', { name: 'Retirer la lettre signée' }).click()
  await expect(lettre.getByRole('link', { name: 'Lettre à signer (PDF)' })).toBeVisible()
  expect((await (await page.request.get(`${DOSSIER}/lettre`)).body()).equals(dessinee)).toBe(true)
  expect(dites).toEqual([])
})
