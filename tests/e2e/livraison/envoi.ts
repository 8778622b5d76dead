import { expect, type Page } from '@playwright/test'

/** What the form of this name on the page sends, with these fields and to its address or this one, past the screens that lead to it. */
export async function poster(page: Page, nom: string, champs: Record<string, string>, vers?: string) {
  const form = page.locator(`form[data-formulaire="${nom}"]`).first()
  await expect(form).toBeAttached()
  const { action, lus } = await form.evaluate((element: HTMLFormElement) => ({
    action: element.action,
    lus: [...new FormData(element)].flatMap(([cle, valeur]) =>
      typeof valeur === 'string' && cle !== 'cleEnvoi' ? [[cle, valeur] as const] : [],
    ),
  }))
  const corps = new URLSearchParams(lus.filter(([cle]) => !(cle in champs)).map(([cle, valeur]) => [cle, valeur]))
  for (const [cle, valeur] of Object.entries(champs)) corps.append(cle, valeur)
  const reponse = await page.request.post(vers ?? action, {
    data: corps.toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    maxRedirects: 0,
  })
  expect(`${nom} ${reponse.status()}`).toBe(`${nom} 302`)
}

/** The first link of a page that leads there, without what follows `?`. */
export async function premierLien(page: Page, adresse: string, vers: RegExp) {
  await page.goto(adresse)
  const liens = await page
    .locator('main a[href]')
    .evaluateAll((tous) => tous.map((un) => un.getAttribute('href') ?? ''))
  const lien = liens.find((un) => vers.test(un))?.split('?')[0]
  expect(lien, `${adresse} leads nowhere`).toBeTruthy()
  return lien ?? ''
}

/** Writes down that the demandeur gave up, and tells them by a mail. */
export async function retirer(page: Page, numero: string) {
  await page.goto(`/dossiers/${numero}/decision?acte=retirer`)
  await poster(page, 'decision', { intent: 'decider', precision: 'Dit par téléphone.', prevenir: 'oui' })
}
