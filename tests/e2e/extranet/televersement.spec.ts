import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { secondProcessus } from '../direct/second-processus'
import { montrer, plaintes, sansDefaut } from '../poste'
import { commencer, entrer } from './demandeur'
import { diteSelonLeScript } from './sans-script'
import { clientTus, sha256De, unePhoto } from './tus'

const VINGT_MO = 20_000_000
/** Bytes a second: twenty millions of them take more than five minutes, so that none comes to its end while it is looked at. */
const LENT = 60_000
const ICI = `http://localhost:${process.env.E2E_PORT}`

/** Begins a demande of their own and gives its id. */
async function entrerEtCommencer(page: Page): Promise<string> {
  await entrer(page)
  return commencer(page)
}

const lettreDe = (page: Page) => page.getByRole('region', { name: 'Lettre datée/signée' })

test('20 Mo cut three times, one web process killed, are ended through the other: the same bytes, hardly any sent twice, one pièce', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const id = await entrerEtCommencer(page)
  const contenu = unePhoto(VINGT_MO)
  const client = await clientTus(page)
  const second = await secondProcessus()
  try {
    const envoi = await client.annoncer(second.base, contenu, { nom: 'Lettre.jpg', code: 'LETTRE', demande: id })
    let envoyes = 0
    const tronquer = async (base: string, part: number) => {
      const depuis = await client.offset(base, envoi)
      envoyes += await client.envoyerJusqua(base, envoi, { contenu, depuis, fin: Math.floor(VINGT_MO * part) })
    }
    await tronquer(second.base, 0.3)
    client.couper()
    await tronquer(ICI, 0.5)
    client.couper()
    await tronquer(second.base, 0.8)
    await second.tuer('SIGKILL')
    client.couper()
    const depuis = await client.offset(ICI, envoi)
    expect(depuis).toBeGreaterThan(VINGT_MO * 0.79)
    envoyes += VINGT_MO - depuis
    expect((await client.envoyer(ICI, envoi, { contenu, depuis })).statut).toBe(204)
    expect(envoyes).toBeGreaterThan(VINGT_MO)
    expect(envoyes).toBeLessThanOrEqual(VINGT_MO * 1.01)

    // Asked about again, as by a client that did not hear the end, it is over, and nothing of it is given back.
    expect(await client.offset(ICI, envoi)).toBe(VINGT_MO)
    expect((await client.demander(`${ICI}/extranet/televersements/${envoi}`, 'GET')).statut).toBe(404)
    await page.goto(`/extranet/demandes/${id}/pieces`)
    await expect(lettreDe(page).getByRole('listitem')).toHaveCount(1)
    const lien = await lettreDe(page).getByRole('link', { name: 'Télécharger Lettre.jpg' }).getAttribute('href')
    const rendu = await page.request.get(lien ?? '')
    expect(sha256De(await rendu.body())).toBe(sha256De(contenu))
  } finally {
    client.couper()
    await second.tuer('SIGKILL')
  }
})

test('of two web processes that receive one file at once, one waits for the other: its bytes are right', async ({
  page,
}) => {
  const id = await entrerEtCommencer(page)
  const contenu = unePhoto(4_000_000)
  const client = await clientTus(page)
  const second = await secondProcessus()
  try {
    const envoi = await client.annoncer(ICI, contenu, { nom: 'Lettre.jpg', code: 'LETTRE', demande: id })
    await client.envoyerJusqua(second.base, envoi, { contenu, depuis: 0, fin: 2_000_000 })
    // The first connection is not closed, and says nothing: the other process asks it to let go.
    const recu = await client.offset(ICI, envoi)
    expect(recu).toBeGreaterThan(1_900_000)
    const ensemble = await Promise.all(
      [ICI, second.base].map((base) => client.envoyer(base, envoi, { contenu, depuis: recu })),
    )
    const statuts = ensemble.map(({ statut }) => statut)
    expect(statuts).toContain(409)
    expect(statuts.every((un) => [204, 400, 409, 423].includes(un))).toBe(true)
    const reste = await client.offset(second.base, envoi)
    if (reste < contenu.length)
      expect((await client.envoyer(second.base, envoi, { contenu, depuis: reste })).statut).toBe(204)
    await page.goto(`/extranet/demandes/${id}/pieces`)
    const lien = await lettreDe(page).getByRole('link', { name: 'Télécharger Lettre.jpg' }).getAttribute('href')
    expect(sha256De(await (await page.request.get(lien ?? '')).body())).toBe(sha256De(contenu))
  } finally {
    client.couper()
    await second.tuer('SIGKILL')
  }
})

test('a file leaves as it is chosen, tells when the network goes, and goes on: at once, after a pause, after the page was left', async ({
  page,
  context,
}) => {
  const dites = plaintes(page)
  const id = await entrerEtCommencer(page)
  await page.goto(`/extranet/demandes/${id}/pieces`)
  await diteSelonLeScript(page, true)
  const piece = lettreDe(page)
  const photo = { name: 'Statuts signés.pdf', mimeType: 'application/pdf', buffer: unePhoto(VINGT_MO) }
  const lent = await context.newCDPSession(page)
  const debit = (uploadThroughput: number, offline = false) =>
    lent.send('Network.emulateNetworkConditions', {
      offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    })
  await lent.send('Network.enable')

  // Chosen as a document: photos alone are made a PDF before they leave. Slow enough to be on its way however long the pages are looked at.
  await debit(LENT)
  await piece.locator('input[type=file]:not([capture])').setInputFiles(photo)
  const barre = piece.getByRole('progressbar', { name: 'Envoi de Statuts signés.pdf' })
  await expect(barre).toBeVisible()
  await expect(piece.getByText(/Statuts signés\.pdf\s: [1-9]\d?\s% \(.* sur 20\sMo\)/)).toBeVisible()
  await barre.scrollIntoViewIfNeeded()
  await montrer(page, 'extranet-televersement')
  await debit(LENT, true)
  await expect(piece.getByText(/^La connexion est coupée\./)).toBeVisible({ timeout: 2_000 })
  await montrer(page, 'extranet-televersement-coupe')
  await piece.screenshot({ path: 'test-results/pages/extranet-televersement-piece.png' })
  await debit(LENT)
  await expect(piece.getByText(/^La connexion est coupée\./)).toBeHidden()
  await piece.getByRole('button', { name: 'Mettre en pause' }).press('Enter')
  await expect(piece.getByText('L’envoi est en pause. Ce qui est arrivé est gardé.')).toBeVisible()

  // The page is left: the server knows what came, and a deposit waits for it.
  await page.goto(`/extranet/demandes/${id}/certification`)
  await expect(page.getByRole('region', { name: 'Fichiers en cours d’envoi' })).toContainText('Statuts signés.pdf')
  await montrer(page, 'extranet-certification-envois')
  await page.getByRole('region', { name: 'Fichiers en cours d’envoi' }).getByRole('link').click()
  const arrete = piece.getByRole('list', { name: 'Envois qui ne sont pas arrivés' })
  await expect(arrete).toContainText(/arrivé à \d+\s%.*Pour reprendre, choisissez à nouveau le même fichier\./)
  await montrer(page, 'extranet-televersement-arrete')
  await debit(-1)
  await piece.locator('input[type=file]:not([capture])').setInputFiles(photo)
  // What is in it is looked at once it has come, as in a file sent at once.
  await expect(piece.getByRole('alert')).toContainText('Le nom annonce .pdf')
  await expect(barre).toBeHidden()
  await sansDefaut(page)

  await page.reload()
  await expect(arrete).toContainText('Statuts signés.pdf n’a pas été gardé.')
  await arrete.getByRole('button', { name: 'Effacer le message sur Statuts signés.pdf' }).click()
  await expect(arrete).toBeHidden()
  expect(dites.filter((une) => !/ERR_INTERNET_DISCONNECTED|422/.test(une))).toEqual([])
})

test('without a script what stopped on its way is told and given up by a button, and a file is sent whole', async ({
  page,
  browser,
}) => {
  const id = await entrerEtCommencer(page)
  const client = await clientTus(page)
  const contenu = unePhoto(300_000)
  await client.annoncer(ICI, contenu, { nom: 'Lettre.jpg', code: 'LETTRE', demande: id })
  const sans = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const nue = await sans.newPage()
  await nue.goto(`/extranet/demandes/${id}/pieces`)
  await diteSelonLeScript(nue, false)
  const piece = lettreDe(nue)
  const arrete = piece.getByRole('list', { name: 'Envois qui ne sont pas arrivés' })
  await expect(arrete).toContainText('Lettre.jpg')
  await expect(arrete.getByText(/^Pour reprendre/)).toBeHidden()
  await expect(arrete.locator('noscript')).toHaveText(/^Abandonnez cet envoi, puis envoyez/, { useInnerText: true })
  await piece.getByRole('button', { name: 'Abandonner l’envoi de Lettre.jpg' }).click()
  await expect(nue).toHaveURL(new RegExp(`${id}/pieces$`))
  await expect(piece.getByRole('list')).toHaveCount(0)
  await piece
    .locator('input[type=file]:not([capture])')
    .setInputFiles({ name: 'Lettre.jpg', mimeType: 'image/jpeg', buffer: contenu })
  await piece.getByRole('button', { name: 'Envoyer' }).click()
  await expect(piece.getByRole('list')).toContainText('Lettre.jpg')
  await sans.close()
})
