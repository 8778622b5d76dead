import { expect, type APIRequestContext } from '@playwright/test'
import { test } from '../essai'
import { ADRESSES } from '../../support/adresses'
import { secondProcessus } from '../direct/second-processus'
import { poster } from '../livraison/envoi'
import { arriver } from '../poste'
import { MEI, numeroDemo } from '../livraison/demonstration'

/** A person whose address stands wherever one can be put: in a form, a field, the name of a file, the address of a page. */
const PERSONNE = 'camille.duriez@exemple.test'

/** What stands in the segments of an address. */
const EXEMPLES: Record<string, string> = { numero: numeroDemo(29), code: MEI, modele: 'relance' }
const PERSONNES = [PERSONNE, PERSONNE.replace('@', '%40')]

/** These never end, or end the session. */
const SANS_FIN = ['/evenements', '/deconnexion']

/** Every address of the product, once with what it names and once with a person in each of its places. */
async function parcourir(request: APIRequestContext) {
  const statuts: number[] = []
  for (const [rang, adresse] of ADRESSES.filter((une) => !SANS_FIN.includes(une)).entries()) {
    const personne = PERSONNES[rang % 2] ?? PERSONNE
    for (const demande of [
      adresse.replace(/:(\w+)|\*/g, (_, nom: string) => EXEMPLES[nom] ?? '0'),
      `${adresse.replace(/:\w+|\*/g, personne)}?q=${personne}`,
    ])
      statuts.push((await request.get(demande, { maxRedirects: 0 })).status())
  }
  return statuts
}

const listing = (contenu: string) => ({ name: `${PERSONNE}.csv`, mimeType: 'text/csv', buffer: Buffer.from(contenu) })

test('a web process at the lowest level names nobody: pages walked, sign-ins, a mail written, uploads refused, what breaks', async ({
  browser,
}) => {
  const second = await secondProcessus('trace')
  const contexte = await browser.newContext({ baseURL: second.base, locale: 'fr-FR' })
  try {
    const page = await contexte.newPage()
    const { request } = contexte
    const headers = { Origin: second.base }
    for (const motDePasse of ['ce n’est pas lui', '']) {
      const refusee = await request.post('/connexion', { headers, form: { courriel: PERSONNE, motDePasse } })
      expect(refusee.status()).toBeLessThan(500)
    }
    await request.post('/mot-de-passe-oublie', { headers, form: { courriel: PERSONNE } })
    await arriver(page, 'admin')
    const statuts = await parcourir(request)
    expect(statuts.filter((statut) => statut === 200).length).toBeGreaterThan(30)
    expect(statuts.filter((statut) => statut >= 500)).toEqual([])

    // What breaks before any page of ours is reached, or in one that takes no form, says the address it was asked at.
    for (const personne of PERSONNES) {
      expect((await request.get(`/%E0%A4%A/${personne}`)).status()).toBe(400)
      expect((await request.post(`/rapports/${personne}/fichier`, { headers, form: { a: personne } })).status()).toBe(
        405,
      )
    }

    await page.goto(`/dossiers/${numeroDemo(29)}/echanges`)
    const ditAuServeur = page.waitForResponse(/\/erreurs-de-page$/)
    await page.evaluate((personne) => {
      setTimeout(() => {
        throw new Error(`panne devant ${personne}`)
      })
    }, PERSONNE)
    expect((await ditAuServeur).status()).toBe(204)
    await poster(page, 'message', { intent: 'envoyer', corps: `Joignez ${PERSONNE} pour la suite.` })

    const deux = new FormData()
    for (const nom of ['un', 'deux'])
      deux.append('listing', new File([`Numéro;Courriel\n${nom};${PERSONNE}\n`], `${nom}-${PERSONNE}.csv`))
    expect((await request.post('/importer', { headers, multipart: deux, maxRedirects: 0 })).status()).toBeLessThan(500)
    const lourd = listing('x'.repeat(21 * 1024 * 1024))
    expect((await request.post('/importer', { headers, multipart: { listing: lourd } })).status()).toBeLessThan(500)
  } finally {
    await contexte.close()
    await second.tuer('SIGTERM')
    await test.info().attach('journaux', { body: second.dit().slice(-20_000) })
  }
  const lignes = second.dit().split('\n').filter(Boolean)
  const nosMots = lignes.filter((ligne) => ligne.startsWith('{'))
  // It did say something of what broke, in the one way that everything is said.
  expect(nosMots.filter((ligne) => ligne.includes('rapports') && ligne.includes('[adresse]')).length).toBe(2)
  const pannes = nosMots.filter((ligne) => ligne.includes('a page broke in a browser'))
  expect(pannes).toEqual([expect.stringMatching(/"route":"routes\/bureau\/[^"]*".*panne devant \[adresse\]/)])
  expect(lignes.filter((ligne) => !nosMots.includes(ligne) && !ligne.includes('REMIX FUTURE CHANGE'))).toEqual([])
  expect(lignes.filter((ligne) => /(?:@|%40)[\w-]+\.test/i.test(ligne))).toEqual([])
})
