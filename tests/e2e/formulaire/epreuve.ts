import { expect, type ElementHandle, type Page } from '@playwright/test'
import type { Acces } from './acces'
import type { Monde } from './monde'
import { auRepos } from '../poste'

/** Acts and the data of pages, as the router asks for them. */
const DONNEES = /\.data(\?|$)/

type Saisi = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type Champ = ElementHandle<Saisi>

/** What a field holds, as somebody reads it. */
const tenu = (champ: Champ) =>
  champ.evaluate((element) => {
    if (!(element instanceof HTMLInputElement)) return element.value
    if (/checkbox|radio/.test(element.type)) return String(element.checked)
    return element.files ? [...element.files].map(({ name }) => name).join() : element.value
  })

const DEMAIN = new Date(Date.now() + 86_400_000).toLocaleDateString('fr-FR', { timeZone: 'Europe/Paris' })

/** A day that this field takes, as it writes it: the first that its help allows, else tomorrow. */
const unJour = (aide: string, heure: boolean) => {
  const [, premier = DEMAIN] = /Du (\d{2}\/\d{2}\/\d{4}) au /.exec(aide) ?? []
  return heure ? `${premier} 10:30` : premier
}

/** Fills a field as somebody would, with something it did not hold. */
async function remplir(champ: Champ, rang: number) {
  const { sorte, aide, format, options, coche } = await champ.evaluate((element) => ({
    sorte: element instanceof HTMLInputElement ? element.type : element.tagName,
    aide: element.parentElement?.parentElement?.textContent ?? '',
    format: 'placeholder' in element ? element.placeholder : '',
    options: element instanceof HTMLSelectElement ? [...element.options].map(({ value }) => value) : [],
    coche: element instanceof HTMLInputElement && element.checked,
  }))
  const fichier = { name: `fichier-${rang}.csv`, mimeType: 'text/csv', buffer: Buffer.from('a;b') }
  if (sorte === 'SELECT') await champ.selectOption(options.filter(Boolean).at(-1) ?? '')
  else if (sorte === 'checkbox') await champ.setChecked(!coche)
  else if (sorte === 'radio') await champ.check()
  else if (sorte === 'file') await champ.setInputFiles(fichier)
  else if (sorte === 'email') await champ.fill(`mots.${rang}@exemple.test`)
  else if (format.startsWith('JJ/MM/AAAA')) await champ.fill(unJour(aide, format.endsWith('HH:MM')))
  else if (sorte === 'TEXTAREA') await champ.fill(`Mots ${rang}, et de quoi en faire une phrase.`)
  else await champ.fill(`Mots ${rang}`)
}

/** The fields of a form that somebody may fill; of several to choose one of, the last. */
async function champsDe(page: Page, nom: string, { champs }: Acces): Promise<Champ[]> {
  const liste = await page.evaluateHandle(
    ({ form, autres }) => {
      const tous = autres
        ? [...document.querySelectorAll(autres)]
        : [...(document.querySelector<HTMLFormElement>(form)?.elements ?? [])]
      const saisis = tous.filter(
        (un): un is Saisi =>
          (un instanceof HTMLInputElement || un instanceof HTMLTextAreaElement || un instanceof HTMLSelectElement) &&
          !/^(hidden|password|submit|button)$/.test(un.type) &&
          !un.disabled &&
          !('readOnly' in un && un.readOnly) &&
          un.checkVisibility({ visibilityProperty: true }),
      )
      return saisis.filter(
        (un) => un.type !== 'radio' || saisis.findLast(({ type, name }) => type === 'radio' && name === un.name) === un,
      )
    },
    { form: formDe(nom), autres: champs ?? null },
  )
  const rangs = await liste.getProperties()
  return [...rangs.values()].flatMap((un) => (un.asElement() as Champ | null) ?? [])
}

const formDe = (nom: string) => `form[data-formulaire="${nom}"]`

/** Fills every field, and gives what each holds then. */
async function toutRemplir(page: Page, nom: string, acces: Acces) {
  // A field may come after the form that holds it.
  const combien = async () => (await champsDe(page, nom, acces)).length
  await expect.poll(combien, 'nothing is typed in it: BOUTON').toBeGreaterThan(0)
  const mots: [Champ, string][] = []
  for (const [rang, champ] of (await champsDe(page, nom, acces)).entries()) {
    await remplir(champ, rang)
    mots.push([champ, await tenu(champ)])
  }
  return mots
}

/** What was posted, as it reads: the words, and of what carries files not where one part ends. */
const lire = (corps: string) =>
  corps.startsWith('--')
    ? corps.replaceAll(/-+WebKitFormBoundary\w+/g, '')
    : [...new URLSearchParams(corps).values()].join('\n')

type Recu = { cookie: string; corps: string }

type Ecoute = { recus: Recu[]; finirLaSession: () => Promise<void> }

/**
 * What the act posts: the first try goes to the server, whose session is over; those after it find a server that fails. What the page reads by
 * itself meanwhile waits for that first try, and what it was reading is answered first: it would find the ended session before the form does.
 */
async function ecouterLesEnvois(page: Page): Promise<Ecoute> {
  const recus: Recu[] = []
  const attente: { finie: boolean; premier: () => void } = { finie: false, premier: () => undefined }
  const poste = new Promise<void>((resolve) => {
    attente.premier = resolve
  })
  const lectures: Promise<unknown>[] = []
  await page.route(DONNEES, async (route) => {
    const requete = route.request()
    if (requete.method() !== 'POST') {
      if (attente.finie) await poste
      else lectures.push(requete.response())
      return route.fallback()
    }
    const { cookie = '' } = await requete.allHeaders()
    const premier = recus.push({ cookie, corps: lire(requete.postData() ?? '') }) === 1
    attente.premier()
    return premier ? route.fallback() : route.fulfill({ status: 500, contentType: 'text/plain', body: 'panne' })
  })
  const finirLaSession = async () => {
    attente.finie = true
    await Promise.all(lectures)
    await page.context().clearCookies()
  }
  return { recus, finirLaSession }
}

/**
 * Comes to a form, fills it and sends it: what was typed survives a session that ended and a server that fails. It is on the screen, and it is
 * what was sent, twice the same.
 */
export async function eprouver(page: Page, monde: Monde, nom: string, acces: Acces) {
  await page.goto(acces.page(monde))
  await auRepos(page)
  await acces.ouvrir?.(page)
  const seul = acces.sorte === 'SEUL'
  const { recus, finirLaSession } = await ecouterLesEnvois(page)
  if (seul) await finirLaSession()
  const mots = acces.sorte === 'BOUTON' ? [] : await toutRemplir(page, nom, acces)
  if (!seul) {
    await finirLaSession()
    if (acces.envoyer) await acces.envoyer(page)
    else
      await page
        .locator(`${formDe(nom)} button[type=submit]`)
        .first()
        .click()
  }
  const session = page.getByRole('dialog', { name: 'Votre session a pris fin' })
  await session.getByLabel('Mot de passe').fill('demo-mcei-2025')
  await session.getByRole('button', { name: 'Se reconnecter' }).click()
  const panne = page.getByRole('dialog', { name: 'Le serveur n’a pas répondu comme prévu' })
  await panne.getByRole('button', { name: 'Rester sur la page' }).click()
  await expect(panne).toBeHidden()
  await page.unroute(DONNEES)

  for (const [champ, mis] of mots) expect(await tenu(champ)).toBe(mis)
  const [premier, second] = recus
  expect(premier?.cookie).not.toContain('mcei_session')
  expect(second?.cookie).toContain('mcei_session')
  expect(second?.corps).toBe(premier?.corps)
  for (const [, mis] of mots) if (!/^(true|false)$/.test(mis)) expect(second?.corps).toContain(mis)
}
