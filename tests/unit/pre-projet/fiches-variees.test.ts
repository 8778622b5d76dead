import { expect, test } from 'vitest'
import { plier } from '#domain/texte'
import { ficheVariee } from '#support/pre-projet/fiches-variees'
import type { Verite } from '#support/pre-projet/libelles-varies'
import { lireFiche, lireJointe } from '#support/pre-projet/fiche-complete'
import { MISES_EN_PAGE } from '#support/pre-projet/mises-en-page'

/** Fiches written in each layout, each with its own labels and wordings. */
const FICHES = 8
/** Fields that may be left to read again, in a hundred: a label that may be a title, an answer that looks like a label. */
const A_RELIRE_MAX = 12

/** Standard fonts of PDF have no Romanian letters, and old forms no accents. */
const dit = (valeur: unknown) => (typeof valeur === 'string' ? plier(valeur) : valeur)

test.each(Object.entries(MISES_EN_PAGE))(
  '%s: never a wrong value held for certain, nor a known label said unknown',
  async (_nom, mettreEnPage) => {
    const faux: string[] = []
    let champs = 0
    let aRelire = 0
    for (let n = 0; n < FICHES; n += 1) {
      const { verite, reponses } = ficheVariee(n)
      const produit = await mettreEnPage(reponses)
      const { fiche } =
        'courriel' in produit ? await lireFiche(produit.courriel) : await lireJointe(produit.nom, produit.contenu)
      expect(fiche?.nonReconnues).toEqual([])
      for (const champ of Object.keys(verite) as (keyof Verite)[]) {
        const lu = fiche?.champs[champ]
        const juste = lu !== undefined && dit(lu.valeur) === dit(verite[champ])
        champs += 1
        if (lu?.confiance === 'CERTAIN' && !juste)
          faux.push(`fiche ${n}, ${champ}: ${JSON.stringify(reponses)} read ${String(lu.valeur)}`)
        else if (!juste || lu.confiance !== 'CERTAIN') aRelire += 1
      }
    }
    expect(faux).toEqual([])
    expect((100 * aRelire) / champs).toBeLessThanOrEqual(A_RELIRE_MAX)
  },
)
