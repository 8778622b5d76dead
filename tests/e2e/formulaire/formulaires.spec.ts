import { expect } from '@playwright/test'
import { test } from '../essai'
import { LIBELLE_FORMULAIRE } from '../../../app/libelles/formulaire'
import { ACCES, HORS_EPREUVE } from './acces'
import { eprouver } from './epreuve'
import { type Monde, preparer } from './monde'
import { seConnecter } from '../poste'

/** Forms of one journey: few enough that one that hangs is soon known. */
const PAR_PARCOURS = 20

const acces = Object.entries(ACCES)
const parcours = Array.from({ length: Math.ceil(acces.length / PAR_PARCOURS) }, (_, rang) =>
  acces.slice(rang * PAR_PARCOURS, (rang + 1) * PAR_PARCOURS),
)

let monde: Monde
/** A place for every form, made once for them all: none of them changes it. */
test.beforeAll(async ({ browser, baseURL }) => {
  test.setTimeout(240_000)
  const page = await browser.newPage({ locale: 'fr-FR', timezoneId: 'Europe/Paris', ...(baseURL && { baseURL }) })
  await seConnecter(page, 'admin')
  monde = await preparer(page)
  await page.close()
})

for (const formulaires of parcours) {
  const [premier] = formulaires[0] ?? []
  test(`of the forms from ${premier} on, what was typed survives an ended session and a failing server, and reaches the server`, async ({
    page,
  }) => {
    await seConnecter(page, 'admin')
    for (const [nom, un] of formulaires) await test.step(nom, () => eprouver(page, monde, nom, un))
  })
}

test('every form is tried, or it is said why it is not', () => {
  expect([...Object.keys(ACCES), ...Object.keys(HORS_EPREUVE)].sort()).toEqual(Object.keys(LIBELLE_FORMULAIRE).sort())
})
