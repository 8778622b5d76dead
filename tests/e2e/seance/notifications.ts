import { expect, type Page } from '@playwright/test'
import { motsDuPdf } from '../../support/documents'
import { revenir } from '../livraison/courriels'
import { courriersRecus, fichiersRecus } from '../livraison/messagerie'
import { auRepos, taper } from '../poste'
import { aujourdhui } from './par-lot'

/** What the structure of a dossier is to read, in its mail and in its letter. */
export type Decidee = { numero: string; adresse: string; dit: RegExp }

/** By its words: an address is shared, and is made of a number. */
const recueDe = ({ numero, adresse }: Decidee, courriers: readonly string[]) =>
  courriers.find(
    (un) => un.includes(adresse) && new RegExp(`demande n°\\s${numero}`).test(un) && /délibération/.test(un),
  )

/** Waits until each of these decisions came to its structure, and reads it. */
export async function lireLesCourriels(decidees: readonly Decidee[]) {
  await expect(() => {
    const courriers = courriersRecus()
    for (const une of decidees) expect(recueDe(une, courriers) ?? '', `the mail of ${une.numero}`).toMatch(une.dit)
  }).toPass({ timeout: 90_000 })
}

/** Reads the letter that came with each of these mails: the very one that officers read. */
export async function lireLesLettres(page: Page, decidees: readonly Decidee[]) {
  for (const decidee of decidees) {
    const { numero, dit } = decidee
    const lettre = await page.request.get(`/dossiers/${numero}/lettre`)
    expect(lettre.headers()['content-type']).toBe('application/pdf')
    const jointe = (await fichiersRecus(idDe(decidee))).get(`lettre-${numero}.pdf`)
    expect(jointe?.equals(await lettre.body()), `the letter of ${numero}`).toBe(true)
    const mots = await motsDuPdf(jointe ?? Buffer.of())
    expect(mots).toContain(numero)
    expect(mots).toMatch(dit)
  }
}

/** The Message-ID under which this decision came. */
const idDe = (decidee: Decidee): string =>
  /Message-ID: (<[\da-f-]{36}@[^>]+>)/i.exec(recueDe(decidee, courriersRecus()) ?? '')?.[1] ?? ''

/** The mail of this decision comes back. */
export async function faireRevenirLaDecision(page: Page, decidee: Decidee) {
  const id = idDe(decidee).slice(1).split('@')[0] ?? ''
  expect(id).not.toBe('')
  await revenir(page, { id, adresse: decidee.adresse })
}

/** Says that this decision was told by post today. */
export async function direParCourrier(page: Page, { numero }: Pick<Decidee, 'numero'>, recommande: string) {
  await page.goto(`/dossiers/${numero}/decision`)
  await auRepos(page)
  const notification = page.getByRole('region', { name: 'Notification' })
  await notification.getByRole('button', { name: 'Notifiée par courrier…' }).click()
  const form = page.getByRole('form', { name: 'Notifiée par courrier' })
  await form.getByRole('textbox', { name: 'Jour de la notification' }).fill(aujourdhui())
  await form.getByLabel('Numéro du recommandé (facultatif)').focus()
  await taper(page, recommande)
  await form.getByRole('button', { name: 'Dire cette décision notifiée par courrier' }).click()
  await expect(notification).toContainText(
    `Notifiée le ${aujourdhui()}, par courrier. Recommandé n°\u00a0${recommande}.`,
  )
}
