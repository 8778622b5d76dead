import { expect } from '@playwright/test'
import { portLibre } from '#support/port-libre'
import { CLIENT, fournisseurDIdentite } from '#support/proconnect/fournisseur'
import { secondProcessus } from '../direct/second-processus'
import { test } from '../essai'
import { montrer, plaintes } from '../poste'
import { entrer } from './demandeur'
import { sansFauteRgaa } from './rgaa-regles'

test('an account is linked to ProConnect, left by it, opened by it, and linked no more', async ({ browser, page }) => {
  await page.goto('/extranet/connexion')
  await expect(page.getByRole('button', { name: 'Se connecter' })).toBeVisible()
  await expect(page.getByText('ProConnect')).toHaveCount(0)

  const port = await portLibre()
  const base = `http://localhost:${port}`
  const ici = { retour: `${base}/extranet/proconnect/retour`, fin: `${base}/extranet/deconnexion` }
  const fournisseur = await fournisseurDIdentite({ ...ici, pkce: false })
  const { issuer, secret, etat } = fournisseur
  const siret = '22620001200012'
  etat.chez = { sub: 'odile', email: 'odile@exemple.test', given_name: 'Odile', usual_name: 'Vandamme', siret }
  const web = await secondProcessus('warn', port, {
    ...{ PUBLIC_URL: base, PROCONNECT_ISSUER: issuer, PROCONNECT_CLIENT_ID: CLIENT },
    ...{ PROCONNECT_CLIENT_SECRET: secret, PROCONNECT_PKCE: 'non' },
  })
  const contexte = await browser.newContext({ baseURL: base, locale: 'fr-FR' })
  try {
    const chez = await contexte.newPage()
    const dites = plaintes(chez)
    const parProConnect = chez.getByRole('button', { name: 'S’identifier avec ProConnect' })

    // Known to nobody yet: nothing opens, and the way on is said.
    await chez.goto('/extranet/connexion')
    await montrer(chez, 'extranet-connexion-proconnect')
    await sansFauteRgaa(chez)
    expect(dites).toEqual([])
    await parProConnect.click()
    await expect(chez.getByRole('heading', { level: 1, name: 'Retour de ProConnect' })).toBeVisible()
    await montrer(chez, 'extranet-proconnect-inconnu')
    await sansFauteRgaa(chez)

    await entrer(chez)
    await chez.goto('/extranet/relier-proconnect')
    await chez.getByRole('button', { name: 'Relier à ProConnect' }).click()
    await expect(chez.getByText(/Votre compte est relié à ProConnect depuis/)).toBeVisible()
    await montrer(chez, 'extranet-proconnect-relie')
    await sansFauteRgaa(chez)

    await chez.getByRole('button', { name: 'Se déconnecter' }).click()
    await expect(chez.getByRole('link', { name: 'Se connecter' }).first()).toBeVisible()
    await chez.goto('/extranet/connexion')
    await parProConnect.click()
    await expect(chez.getByRole('heading', { level: 2, name: 'Vos demandes de subvention' })).toBeVisible()

    // The session came from there: it ends there too, by the form of the provider, which leads back to the sign-in.
    await chez.getByRole('button', { name: 'Se déconnecter' }).click()
    await expect(chez).toHaveURL(new RegExp(`^${issuer}/session/end`))
    await chez.evaluate(() => document.forms[0]?.submit())
    await expect(chez).toHaveURL(`${base}/extranet/connexion`)
    await chez.goto('/extranet/accueil')
    await expect(chez.getByRole('heading', { level: 1, name: 'Connexion' })).toBeVisible()

    await parProConnect.click()
    await expect(chez.getByRole('heading', { level: 2, name: 'Vos demandes de subvention' })).toBeVisible()
    await chez.goto('/extranet/relier-proconnect')
    await chez.getByRole('button', { name: 'Ne plus relier' }).click()
    await expect(chez.getByRole('button', { name: 'Relier à ProConnect' })).toBeVisible()
  } finally {
    await contexte.close()
    await web.tuer('SIGTERM')
    await fournisseur.fermer()
  }
})
