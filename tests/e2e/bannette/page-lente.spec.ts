import { createServer } from 'node:http'
import { expect } from '@playwright/test'
import { createProxyServer } from 'http-proxy-3'
import { test } from '../essai'
import { arriver } from '../poste'
import { neSautePas, sauts } from './saut'

const { E2E_PORT, E2E_PROXY_PORT } = process.env

/** A line so slow that the page of the dossiers stops in the middle of its acts, until told to go on. */
function ligneLente() {
  const target = `http://127.0.0.1:${E2E_PORT}`
  const proxy = createProxyServer({ target, changeOrigin: true, xfwd: true })
  let suite = () => {}
  const attente = new Promise<void>((resolve) => (suite = resolve))
  const serveur = createServer((req, res) => {
    if (!req.url?.startsWith('/dossiers?')) {
      proxy.web(req, res)
      return
    }
    void fetch(`${target}${req.url}`, { headers: { cookie: req.headers.cookie ?? '' } }).then(async (reponse) => {
      const page = await reponse.text()
      const milieu = page.indexOf('</details>', page.indexOf('Vues <'))
      res.writeHead(reponse.status, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': reponse.headers.get('content-security-policy') ?? '',
      })
      res.write(page.slice(0, milieu))
      await attente
      res.end(page.slice(milieu))
    })
  })
  return { serveur, suite }
}

test('the acts of a page that comes slowly are shown together: those that come last push none aside', async ({
  browser,
}) => {
  const { serveur, suite } = ligneLente()
  serveur.listen(Number(E2E_PROXY_PORT), 'localhost')
  try {
    const context = await browser.newContext({ baseURL: `http://localhost:${E2E_PROXY_PORT}` })
    const page = await context.newPage()
    await arriver(page, 'agent')
    await page.goto('/dossiers?vue=tous', { waitUntil: 'commit' })
    await page.locator('summary', { hasText: 'Vues' }).waitFor({ state: 'attached' })
    await sauts(page)
    suite()
    await expect(page.getByRole('grid')).toBeVisible()
    await neSautePas(page)
    await context.close()
  } finally {
    serveur.close()
  }
})
