import { expect, test } from '@playwright/test'
import { LIBELLE_FORMULAIRE } from '../../../app/libelles/formulaire'
import { ACCES, HORS_EPREUVE } from './acces'
import { eprouver } from './epreuve'
import { preparer } from './monde'
import { seConnecter } from '../poste'

test('of every form, what was typed survives an ended session and a failing server, and reaches the server', async ({
  page,
}) => {
  test.setTimeout(300_000)
  await seConnecter(page, 'admin')
  const monde = await test.step('a place for every form', () => preparer(page))
  for (const [nom, acces] of Object.entries(ACCES)) await test.step(nom, () => eprouver(page, monde, nom, acces))
  expect([...Object.keys(ACCES), ...Object.keys(HORS_EPREUVE)].sort()).toEqual(Object.keys(LIBELLE_FORMULAIRE).sort())
})
