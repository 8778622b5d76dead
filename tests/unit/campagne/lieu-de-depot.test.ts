import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lieuDeDepot } from '#domain/campagne/lieu-de-depot'
import { lireReglages, reglagesEnJson, REGLAGES_PAR_DEFAUT } from '#domain/campagne/reglages'
import { lireAdresseSure, URL_E_PARTENAIRE } from '#domain/campagne/adresse-sure'
import { donnees, rendre } from '../courriel/donnees'

const PORTAIL = 'https://portail.exemple.test/demandes'
const EXTRANET = 'https://mcei.exemple.test/extranet'

describe('the address of a portal', () => {
  test.each([
    ['https://portail.exemple.test'],
    ['  https://portail.exemple.test/Extranet/  '],
    ['https://portail.exemple.test:8443/a/b?c=d#e'],
  ])('%s is kept', (saisie) => {
    expect(lireAdresseSure(saisie)).toBe(saisie.trim())
  })

  test.each([
    [''],
    ['portail.exemple.test'],
    ['http://portail.exemple.test'],
    ['javascript:alert(1)'],
    ['https://portail'],
    ['https://portail.exemple.test@ailleurs.test/'],
    ['https://portail.exemple.test/a b'],
    ['https://portail.exemple.test/"onclick='],
    ['https://portail.exemple.test/(a)'],
    ['https://portail.exemple.test:99999/'],
    [`https://portail.exemple.test/${'a'.repeat(200)}`],
  ])('%s is not', (saisie) => {
    expect(lireAdresseSure(saisie)).toBeNull()
  })

  test('whatever is typed, what is kept leads by https to the host that is read, and ends where it ends', () => {
    const morceau = fc.constantFrom(
      'https://',
      'http://',
      'a.test',
      'b.fr',
      '@',
      ':',
      '/',
      '\\',
      ' ',
      '\n',
      '>',
      '?',
      '#',
      '.',
      'x',
    )
    fc.assert(
      fc.property(fc.array(morceau, { maxLength: 12 }), (morceaux) => {
        const lue = lireAdresseSure(morceaux.join(''))
        if (lue === null) return
        const { protocol, username, hostname } = new URL(lue)
        expect([protocol, username, lue.slice(8, 8 + hostname.length)]).toEqual(['https:', '', hostname])
        expect(lue).not.toMatch(/[\s<>"'()@\\]/)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('where the demandes of a campagne are deposited', () => {
  test('on the extranet where it takes them and may be reached, on its portal otherwise', () => {
    const reglages = { demandesEnLigne: true, adressePortail: PORTAIL } as const
    expect(lieuDeDepot(reglages, EXTRANET)).toEqual({ genre: 'EXTRANET', ou: EXTRANET })
    expect(lieuDeDepot(reglages, null)).toEqual({ genre: 'PORTAIL', ou: PORTAIL })
    expect(lieuDeDepot({ ...reglages, demandesEnLigne: false }, EXTRANET)).toEqual({ genre: 'PORTAIL', ou: PORTAIL })
  })

  test('is kept with its réglages; what cannot be read there is what a new campagne starts from', () => {
    const reglages = { ...REGLAGES_PAR_DEFAUT.MEI, demandesEnLigne: false, adressePortail: PORTAIL } as const
    expect(lireReglages(reglagesEnJson(reglages), 'MEI')).toEqual(reglages)
    expect(
      lireReglages({ demandesEnLigne: 'non', adressePortail: 'http://portail.exemple.test' }, 'MEI'),
    ).toMatchObject({
      demandesEnLigne: true,
      adressePortail: URL_E_PARTENAIRE,
    })
  })

  test('the mails about a fiche lead there, by its name', () => {
    const lieu = { genre: 'EXTRANET', ou: EXTRANET } as const
    for (const { texte, html } of [
      rendre('fiche_recue', { ...donnees.fiche_recue, lieu }),
      rendre('invitation_depot', { ...donnees.invitation_depot, lieu }),
    ]) {
      expect(texte).toContain(`sur l’extranet du Département (${EXTRANET})`)
      expect(texte).not.toContain('e-partenaire')
      expect(html).toContain(`href="${EXTRANET}"`)
    }
  })
})
