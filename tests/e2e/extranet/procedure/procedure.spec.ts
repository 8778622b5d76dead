import { expect, type Page } from '@playwright/test'
import { siretDe } from '../../../support/pre-projet/reponses'
import { test } from '../../essai'
import { passage } from '../../livraison/extraction'
import { lienRecu } from '../../livraison/messagerie'
import { photo, plaintes, sansDefaut, sansDefautSansScript, seConnecter } from '../../poste'
import { auClavier } from './clavier'
import {
  demanderUnCompte,
  demanderUneModification,
  deposer,
  entrer,
  envoyerLaFiche,
  lireLaDecision,
  lireLesAvis,
  redeposer,
  remplirLaFiche,
  type Visite,
} from './demarches'
import {
  accorder,
  completer,
  ouvrirALaModification,
  ouvrirLeCompte,
  prendreLaModification,
  rendreFavorable,
} from './service'

const { mot, suite } = passage(4)

/** A right number that nothing else here bears. */
const siretInconnu = (rang: number) =>
  Array.from('0123456789', (cle) => siretDe(`8281${suite}${rang}${cle}0001`)).find((un) => un !== '') ?? ''

async function procedure(visite: Visite, service: { agent: Page; chef: Page }) {
  const { courriel, titre, parCourriel } = visite
  await test.step('1. la fiche pré-projet, en ligne et par courriel', async () => {
    await remplirLaFiche(visite)
    await envoyerLaFiche(visite, service.agent)
  })
  const lien = await test.step('2. l’avis', async () => {
    for (const un of [titre, parCourriel]) await rendreFavorable(service.agent, un)
    return lireLesAvis(visite)
  })
  await test.step('3. le compte', async () => {
    await demanderUnCompte(visite, lien)
    await ouvrirLeCompte(service.agent, courriel)
    await entrer(visite)
  })
  const numero = await test.step('4. les quatre étapes', () => deposer(visite))
  await test.step('5. deux courriels, puis une modification exceptionnelle', async () => {
    expect(await lienRecu(courriel, new RegExp(`${numero}[\\s\\S]*Lettre signée\\.pdf`))).toContain(numero)
    expect(await lienRecu(courriel, /considérée comme rejetée/)).not.toBe('')
    await demanderUneModification(visite, numero)
    await ouvrirALaModification(service.agent, { numero, courriel })
    await redeposer(visite, numero)
    await prendreLaModification(service.agent, numero)
  })
  await test.step('6. la décision', async () => {
    await completer(service.agent, numero)
    await accorder(service.chef, { numero, courriel })
    await lireLaDecision(visite, numero)
    expect(await lienRecu(courriel, new RegExp(`${numero}[\\s\\S]*délibération`))).toContain(numero)
  })
}

/** Where somebody stands, and which of their two fiches they go on from. */
const LIEUX = [
  { quoi: 'at a desk', largeur: 1440, avecScript: true, enLigne: false },
  { quoi: 'in a hand', largeur: 390, avecScript: true, enLigne: true },
  { quoi: 'in a hand, without a script', largeur: 390, avecScript: false, enLigne: true },
]

for (const [rang, { quoi, largeur, avecScript, enLigne }] of LIEUX.entries())
  test(`the whole procedure, by the keyboard alone, ${quoi}: from the fiche to the decision and its letter`, async ({
    browser,
    baseURL,
  }) => {
    // The longest journey of all: six steps, each of its pages looked at.
    test.setTimeout(480_000)
    const chez = { locale: 'fr-FR', ...(baseURL && { baseURL }) }
    const viewport = { width: largeur, height: 900 }
    const contexte = await browser.newContext({ ...chez, viewport, javaScriptEnabled: avecScript })
    const page = await contexte.newPage()
    const [agent, chef] = [await browser.newPage(chez), await browser.newPage(chez)]
    const dites = [page, agent, chef].map(plaintes)
    await seConnecter(agent, 'agent')
    await seConnecter(chef, 'responsable')
    const titre = `Une fresque à ${mot} ${rang}`
    const parCourriel = `Une seconde fresque à ${mot} ${rang}`
    const visite = {
      ...{ titre, parCourriel, reprise: enLigne ? titre : parCourriel, raisonSociale: `Comité ${mot} ${rang}` },
      ...{ courriel: `camille.${mot}.${rang}@exemple.test`.toLowerCase(), siret: siretInconnu(rang) },
      ...{ page, main: auClavier(page), avecScript },
      voir: async (nom: string) => {
        await (avecScript ? sansDefaut(page) : sansDefautSansScript(page))
        await photo(page, `procedure-${rang}-${nom}`)
      },
    }
    await procedure(visite, { agent, chef })
    expect(dites.flat()).toEqual([])
  })
