import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { type Db } from '#infra/db'
import { hashMotDePasse } from '#infra/mot-de-passe'
import { ouvrirCampagnes } from '#support/campagnes'
import { preteDe, uneStructure } from '#support/demande-en-ligne/derniere-minute'
import { CERTIFIE } from '#support/demande-en-ligne/reponses'
import { validerDemande } from '#usecases/demande-en-ligne/valider-demande'
import type { Monde } from '../monde'
import { lancerWeb } from '../serveurs'
import { ANNEE_DES_DEPOTS, CAMPAGNE_DES_DEPOTS, EN_JUIN } from './depots'

const DEMANDES = 30
/** Of them, those that are not sent yet. */
const BROUILLONS = 10
/** How much slower the processor of the browser is made. */
const RALENTI = 4
/** Visits, each of a browser that has seen nothing of the site. */
const VISITES = 9
const PHRASE = 'quatre chevaux bleus dorment'

/** When the largest thing of the page was painted, in ms from the moment it was asked for: of our page, and of a page of as many lines without a script. */
export type MesureAccueil = { demandes: number; mediane: number; pire: number; plancher: number; ratio: number }

/** Somebody who has thirty demandes: the address they sign in with, and the titles of what they see. */
async function trenteDemandes(db: Db): Promise<string> {
  if ((await db.campagne.count({ where: { code: CAMPAGNE_DES_DEPOTS } })) === 0)
    await ouvrirCampagnes(db, ANNEE_DES_DEPOTS, {})
  const eux = await uneStructure(db, EN_JUIN, await hashMotDePasse(PHRASE))
  for (let rang = 0; rang < DEMANDES; rang += 1) {
    const { qui, id, version } = await preteDe(db, eux, { le: EN_JUIN, code: CAMPAGNE_DES_DEPOTS })
    if (rang < BROUILLONS) continue
    const certifiee = { id, version, arriveeLe: EN_JUIN, ...CERTIFIE }
    const deposee = await validerDemande({ db, now: () => EN_JUIN }, qui, certifiee)
    if (!deposee.ok) throw new Error(deposee.reason)
  }
  const { courriel } = await db.demandeur.findUniqueOrThrow({ where: { id: eux.qui.id }, select: { courriel: true } })
  return courriel
}

/** The same lines, in a page that brings nothing else. */
async function servirLePlancher(corps: string): Promise<{ base: string; serveur: Server }> {
  const page = `<!doctype html><html lang="fr"><title>Plancher</title><body>${corps}</body></html>`
  const serveur = createServer((_, reponse) => {
    reponse.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page)
  }).listen(0, '127.0.0.1')
  await once(serveur, 'listening')
  const adresse = serveur.address()
  if (!adresse || typeof adresse === 'string') throw new Error('no port')
  return { base: `http://127.0.0.1:${adresse.port}/`, serveur }
}

/** In ms, as the browser itself says. */
async function peintAu(contexte: BrowserContext, adresse: string): Promise<number> {
  const page = await contexte.newPage()
  const cdp = await contexte.newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: RALENTI })
  await page.goto(adresse, { waitUntil: 'networkidle' })
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((liste) => resolve(liste.getEntries().at(-1)?.startTime ?? NaN)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
}

const mediane = (durees: readonly number[]) => [...durees].sort((a, b) => a - b)[Math.floor(durees.length / 2)] ?? NaN

/** Each visit signs in without a page, so that no file of the site is there before. */
async function visiter(navigateur: Browser, base: string, courriel: string) {
  const contexte = await navigateur.newContext({
    baseURL: base,
    locale: 'fr-FR',
    viewport: { width: 1440, height: 900 },
  })
  const reponse = await contexte.request.post('/extranet/connexion', {
    form: { courriel, motDePasse: PHRASE },
    headers: { Origin: base },
    maxRedirects: 0,
  })
  if (reponse.status() !== 302) throw new Error(`La connexion a échoué\u00a0: ${reponse.status()}`)
  return contexte
}

/** The home of somebody of thirty demandes, on a machine four times slower, each time for the first time; then the floor, in the same browser. */
export async function mesurerAccueil({ db, url, dossier }: Monde): Promise<MesureAccueil> {
  const courriel = await trenteDemandes(db)
  const web = await lancerWeb(url, dossier)
  const executablePath = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(existsSync)
  const navigateur = await chromium.launch({
    args: ['--no-sandbox', '--disable-gpu'],
    ...(executablePath && { executablePath }),
  })
  try {
    const [notres, nus]: [number[], number[]] = [[], []]
    let plancher: Awaited<ReturnType<typeof servirLePlancher>> | null = null
    for (let fois = 0; fois < VISITES; fois += 1) {
      const contexte = await visiter(navigateur, web.base, courriel)
      notres.push(await peintAu(contexte, '/extranet/accueil'))
      const lignes = (await contexte.pages()[0]?.locator('tbody').innerHTML()) ?? ''
      await contexte.close()
      plancher ??= await servirLePlancher(`<h1>Vos demandes</h1><table>${lignes}</table>`)
      const nu = await navigateur.newContext({ viewport: { width: 1440, height: 900 } })
      nus.push(await peintAu(nu, plancher.base))
      await nu.close()
    }
    plancher?.serveur.close()
    const [mienne, sienne] = [mediane(notres), mediane(nus)]
    return { demandes: DEMANDES, mediane: mienne, pire: Math.max(...notres), plancher: sienne, ratio: mienne / sienne }
  } finally {
    await navigateur.close()
    await web.fermer()
  }
}

const un = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

/** The table for people. */
export const tableauAccueil = (mesures: readonly MesureAccueil[]): string =>
  [
    ['demandes', 'médiane (ms)', 'la plus lente (ms)', 'plancher (ms)', 'fois le plancher'],
    Array.from({ length: 5 }, () => '---'),
    ...mesures.map(({ demandes, mediane, pire, plancher, ratio }) =>
      [demandes, mediane, pire, plancher, ratio].map((une) => un.format(une)),
    ),
  ]
    .map((cellules) => `| ${cellules.join(' | ')} |`)
    .join('\n')
