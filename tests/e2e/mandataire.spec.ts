import { expect } from '@playwright/test'
import { createProxyServer } from 'http-proxy-3'
import { test } from './essai'
import { ADRESSES } from '../support/adresses'
import { arriver } from './poste'
import { numeroDemo } from './livraison/demonstration'

const { E2E_PORT, E2E_PROXY_PORT } = process.env
const publique = `http://localhost:${E2E_PROXY_PORT}`

test('behind a proxy that says its own Host, an officer signs in, acts and comes back to the page of the act', async ({
  browser,
}) => {
  const proxy = createProxyServer({ target: `http://127.0.0.1:${E2E_PORT}`, changeOrigin: true, xfwd: true })
  proxy.listen(Number(E2E_PROXY_PORT), 'localhost')
  try {
    const context = await browser.newContext({ baseURL: publique })
    const page = await context.newPage()
    await arriver(page, 'agent')
    expect(new URL(page.url()).origin).toBe(publique)
    await page.goto('/rapports')
    const envoi = page.waitForResponse((reponse) => reponse.request().method() === 'POST')
    await page.locator('form[method=post]').getByRole('button').first().click()
    expect((await envoi).status()).toBeLessThan(400)
    await expect(page).toHaveURL(`${publique}/rapports`)
    await context.close()
  } finally {
    proxy.close()
  }
})

test('a form of another site is refused, an address that is none too, and no answer is kept', async ({ page }) => {
  await arriver(page, 'agent')
  const ailleurs = { origin: 'https://ailleurs.exemple.test' }
  expect((await page.request.post('/rapports', { headers: ailleurs, form: {} })).status()).toBe(403)
  expect((await page.request.post('/deconnexion', { headers: { origin: 'null' }, form: {} })).status()).toBe(403)
  const adresses = [
    '/dossiers',
    '/dossiers.data',
    `/dossiers/${numeroDemo(29)}`,
    '/sante',
    '/dossiers/selection',
    `/dossiers/${numeroDemo(29)}/voisins?pos=1`,
    '/pre-projets/0/voisines',
    '/metriques',
    '/rien',
    '/rapports.data',
  ]
  for (const adresse of adresses) {
    const reponse = await page.request.get(adresse)
    expect(reponse.headers()['cache-control'], adresse).toMatch(/no-store/)
  }
  for (const adresse of [
    '/dossiers?q=%00',
    '/dossiers?q=%%0000',
    '/dossiers/%00',
    '/dossiers/2025-0%002029',
    '/courriels?q=a%00b&page=%00',
  ])
    expect((await page.request.get(adresse)).status(), adresse).toBeLessThan(500)
})

/** What nobody's link holds: in the place of each segment that names something, and of each value after `?`. */
const ETRANGES = [
  '0',
  '-1',
  '%00',
  '%%0000',
  '%E0%A4%A',
  "'%22%3Cb%3E",
  '..%2F..%2Fetc',
  '9'.repeat(400),
  '%F0%9F%92%A9',
  'null',
  '2025-99999',
]
const APRES = [
  'page',
  'size',
  'sort',
  'dir',
  'q',
  'vue',
  'etat',
  'depuis',
  'jusqua',
  'retour',
  'version',
  'piece',
  'sens',
  'index',
  '_routes',
]

test('no address, whatever stands in it, makes the application fail', async ({ page }) => {
  await arriver(page, 'admin')
  const fautes: string[] = []
  for (const adresse of ADRESSES)
    for (const [i, etrange] of ETRANGES.entries()) {
      if (!adresse.includes(':') && i > 2) continue
      const suite = APRES.map((nom, j) => `${nom}=${ETRANGES[(i + j) % ETRANGES.length]}`).join('&')
      const demande = `${adresse.replace(/:\w+|\*/g, etrange)}?${suite}`
      const status = (await page.request.get(demande, { maxRedirects: 0 })).status()
      if (status >= 500) fautes.push(`${status} ${demande}`)
    }
  expect(fautes).toEqual([])
})

/** What a form may hold that no page of ours sends. */
const CHAMPS: [string, string][] = [
  ['intention', '\0'],
  ['version', '-1'],
  ['id', '\0\0'],
  ['courriel', `${'a'.repeat(5_000)}@exemple.test`],
  ['montant', '1e999'],
  ['date', '9999-99-99'],
  ['texte', '💩'.repeat(3_000)],
  ['a[0].b', '[]'],
  ['__proto__', '{}'],
]
/** These end the session that the test works with, or begin another. */
const SEANCE = ['/deconnexion', '/connexion', '/connexion/reprise']

test('no form, whatever stands in it or in its address, makes the application fail', async ({ page }) => {
  await arriver(page, 'admin')
  const fautes: string[] = []
  for (const adresse of ADRESSES.filter((une) => !SEANCE.includes(une)))
    for (const etrange of adresse.includes(':') ? ['%00', '0', '..%2F..%2Fetc', '9'.repeat(400)] : ['']) {
      const demande = adresse.replace(/:\w+|\*/g, etrange)
      const tout = Object.fromEntries(CHAMPS)
      for (const corps of [{ form: tout }, { multipart: tout }, { data: '{"a":[' }]) {
        const reponse = await page.request.post(demande, { ...corps, maxRedirects: 0 })
        if (reponse.status() >= 500) fautes.push(`${reponse.status()} ${Object.keys(corps)[0]} ${demande}`)
      }
    }
  expect(fautes).toEqual([])
})

test('the counts of the supervision are given to this machine, and to nobody whom a proxy says to come from elsewhere', async ({
  request,
}) => {
  const statut = async (entetes: Record<string, string>) =>
    (await request.get('/metriques', { headers: entetes })).status()
  expect(await statut({})).toBe(200)
  expect(await statut({ 'x-forwarded-for': '203.0.113.7' })).toBe(403)
  expect(await statut({ 'x-forwarded-for': '127.0.0.1, 203.0.113.7' })).toBe(403)
  expect(await statut({ 'x-forwarded-for': '203.0.113.7', authorization: 'Bearer x' })).toBe(403)
})
