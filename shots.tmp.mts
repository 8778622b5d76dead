import { chromium } from '@playwright/test'
import AxeBuilder from '@axe-core/playwright'
const base = process.env.BASE ?? 'http://127.0.0.1:3109'
const compte = process.env.COMPTE ?? 'agent'
const pages = process.argv.slice(2)
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run'] })
for (const [w, h, scheme] of [[1440, 900, 'light'], [390, 844, 'dark']] as const) {
  const ctx = await browser.newContext({ viewport: { width: w, height: h }, colorScheme: scheme })
  const page = await ctx.newPage()
  page.on('console', (m) => m.type() === 'error' && console.log('CONSOLE', m.text().slice(0, 300)))
  page.on('pageerror', (e) => console.log('PAGEERROR', String(e).slice(0, 300)))
  await page.goto(base + '/connexion'); await page.getByLabel('Adresse mail').fill(compte + '@mcei.test'); await page.getByLabel('Mot de passe').fill('demo-mcei-2025'); await page.getByRole('button', { name: 'Se connecter' }).click(); await page.getByRole('heading', { level: 1, name: /^Bonjour/ }).waitFor()
  for (const p of pages) {
    await page.goto(base + p, { waitUntil: 'networkidle' })
    const name = p.replace(/[^a-z0-9]+/gi, '_').slice(0, 60)
    await page.screenshot({ path: `/tmp/shots/${name}_${w}.png`, fullPage: true })
    const { violations } = await new AxeBuilder({ page: page as never }).setLegacyMode(true).exclude('iframe').analyze()
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    console.log(w, p, 'axe:', violations.map((v) => v.id + ' ' + v.nodes[0]?.html.slice(0, 160)), 'over', over)
  }
  await ctx.close()
}
await browser.close()
