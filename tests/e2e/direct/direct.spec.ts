import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { photo, sansDefaut, seConnecter, taper, type Compte } from '../poste'

const DATA_DIR = path.resolve(process.env.E2E_DATA_DIR ?? 'data/e2e')
const contenu = (...nom: string[]) => readFileSync(path.join(DATA_DIR, ...nom), 'utf8').trim()

async function portLibre(): Promise<number> {
  const serveur = createServer().listen(0, '127.0.0.1')
  await once(serveur, 'listening')
  const { port } = serveur.address() as AddressInfo
  serveur.close()
  await once(serveur, 'close')
  return port
}

/** A second web process on the database of the application, as a second machine would be. */
async function secondProcessus() {
  const port = await portLibre()
  const base = `http://localhost:${port}`
  const { PATH, HOME } = process.env
  const web = spawn(process.execPath, ['scripts/serve.ts'], {
    env: {
      ...{ NODE_ENV: 'production', PATH, HOME, PORT: String(port), DATA_DIR, LOG_LEVEL: 'warn' },
      DATABASE_URL: `postgresql://mcei:${contenu('postgres', 'mot-de-passe')}@127.0.0.1:${contenu('postgres', 'port')}/mcei`,
      SESSION_SECRET: contenu('session-secret'),
    },
    stdio: 'inherit',
  })
  const fini = once(web, 'exit')
  await expect
    .poll(
      () =>
        fetch(`${base}/sante`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 60_000 },
    )
    .toBe(200)
  return {
    base,
    tuer: async (signal: 'SIGTERM' | 'SIGKILL') => {
      web.kill(signal)
      await fini
    },
  }
}

async function unPoste(browser: Browser, compte: Compte, baseURL?: string): Promise<Page> {
  const contexte = await browser.newContext({ locale: 'fr-FR', ...(baseURL && { baseURL }) })
  const page = await contexte.newPage()
  await seConnecter(page, compte)
  return page
}

const presents = (page: Page) => page.getByRole('list', { name: 'Aussi sur cette page' })

test('two officers, two browsers, two web processes: each sees the other, what they do, and no words are lost', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  expect(existsSync(path.join(DATA_DIR, 'postgres', 'port'))).toBe(true)
  const second = await secondProcessus()
  try {
    const claire = await unPoste(browser, 'agent')
    const paul = await unPoste(browser, 'responsable', second.base)
    await claire.goto('/dossiers?vue=a-faire&agent=personne')
    const adresse =
      (await claire.locator('main a[href^="/dossiers/20"]').last().getAttribute('href'))?.split('?')[0] ?? ''
    await claire.goto(`${adresse}/notes`)
    await paul.goto(`${adresse}/notes`)
    await expect(presents(claire)).toHaveText(/Paul Verhaeghe lit/)
    await expect(presents(paul)).toHaveText(/Claire Delmotte lit/)

    // Where documents are read, the header on one line, they see each other too.
    await claire.goto(`${adresse}/pieces`)
    await expect(presents(claire)).toHaveText(/Paul Verhaeghe lit/)
    await expect(presents(paul)).toHaveText(/Claire Delmotte lit/)
    await sansDefaut(claire)
    await photo(claire, 'presence-pieces-1440')
    await claire.goto(`${adresse}/notes`)
    await expect(presents(claire)).toHaveText(/Paul Verhaeghe lit/)

    // Words not sent: the other one sees that somebody writes.
    await claire.getByLabel('Votre note').focus()
    await taper(claire, 'La structure rappelle jeudi')
    await expect(presents(paul)).toHaveText(/Claire Delmotte modifie/)
    await sansDefaut(paul)
    await photo(paul, 'presence-1440')

    // The dossier changes under her: her page does not move, says who and what, and keeps her words.
    const suivi = claire.getByText(/^Suivi par/)
    const avant = await suivi.textContent()
    await paul.getByRole('button', { name: 'Me l’affecter' }).click()
    await expect(paul.getByText('Vous suivez ce dossier.')).toBeVisible()
    const bandeau = claire.getByText(/Modifié pendant que vous écriviez\..*Paul Verhaeghe\s: Dossier affecté/)
    await expect(bandeau).toBeVisible()
    expect(await suivi.textContent()).toBe(avant)
    await claire.getByText('Voir ce qui a changé').click()
    await expect(claire.getByText(/Suivi par\s: .* → Paul Verhaeghe/)).toBeVisible()
    await sansDefaut(claire)
    await photo(claire, 'changement-1440')
    await claire.setViewportSize({ width: 390, height: 844 })
    await sansDefaut(claire)
    await photo(claire, 'changement-390')
    await claire.setViewportSize({ width: 1440, height: 900 })
    await claire.getByRole('button', { name: 'Prendre le nouvel état' }).click()
    await expect(suivi).toHaveText('Suivi par Paul Verhaeghe')
    await expect(claire.getByLabel('Votre note')).toHaveValue('La structure rappelle jeudi')
    await expect(bandeau).toBeHidden()
    await claire.getByRole('button', { name: 'Ajouter la note' }).click()
    await expect(claire.getByText('Note ajoutée.')).toBeVisible()
    await expect(presents(paul)).toHaveText(/Claire Delmotte lit/)

    // Where nothing is typed, the page follows by itself.
    await expect(paul.getByRole('list', { name: 'Notes' })).toContainText('La structure rappelle jeudi')
    await paul.getByRole('button', { name: 'Ne plus suivre' }).click()
    await expect(suivi).toHaveText('Suivi par personne')
    await expect(claire.getByText(/Paul Verhaeghe\s: Dossier affecté.*La page est à jour/)).toBeVisible()

    // One leaves: gone at once; a process that dies: gone within a minute.
    await claire.goto('/')
    await expect(presents(paul)).toHaveCount(0)
    await claire.goto(adresse)
    await expect(presents(claire)).toHaveText(/Paul Verhaeghe/)
    await second.tuer('SIGKILL')
    await expect(presents(claire)).toHaveCount(0, { timeout: 60_000 })
    await claire.context().close()
    await paul.context().close()
  } finally {
    await second.tuer('SIGTERM')
  }
})
