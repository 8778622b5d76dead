import { describe, expect, test } from 'vitest'
import { URL_E_PARTENAIRE } from '#domain/campagne/adresse-sure'
import { estDeFiche, MODELES_A_TEXTES } from '#domain/courriel/textes'
import type { LieuDuDossier } from '#domain/courriel/lieu-du-dossier'
import { donnees, rendre } from './donnees'

const OU = 'https://mcei.exemple.test/extranet/dossiers/1'
const EXTRANET: LieuDuDossier = { genre: 'EXTRANET', ou: OU, complements: `${OU}/complements` }
const SANS_ADRESSE: LieuDuDossier = { genre: 'EXTRANET', ou: null, complements: null }
const PORTAIL: LieuDuDossier = { genre: 'PORTAIL', ou: URL_E_PARTENAIRE }

const DE_DOSSIER = MODELES_A_TEXTES.filter((modele) => !estDeFiche(modele))
type Modele = (typeof DE_DOSSIER)[number]

const rendu = (modele: Modele, lieu: LieuDuDossier, change: object = {}) =>
  rendre(modele, { ...donnees[modele], lieu, ...change })

const liens = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, ou]) => ou)
const mots = (texte: string) => texte.replace(/\s+/g, ' ')

describe('the mails of a dossier lead to where it was deposited', () => {
  test.each(DE_DOSSIER.map((modele) => [modele] as const))('%s: never to the other place', (modele) => {
    const ici = rendu(modele, EXTRANET)
    expect(`${ici.texte}${ici.html}`).not.toMatch(/e-partenaire|portailpartenaire/)
    const sans = rendu(modele, SANS_ADRESSE)
    expect(`${sans.texte}${sans.html}`).not.toMatch(/e-partenaire|portailpartenaire|null|undefined/)
    const la = rendu(modele, PORTAIL, modele === 'confirmation_envoi' ? { ou: null } : {})
    expect(`${la.texte}${la.html}`).not.toMatch(/\/extranet\/|sur l’extranet/)
  })

  test.each(
    DE_DOSSIER.filter((modele) => !['confirmation_envoi', 'demande_bilan'].includes(modele)).map((un) => [un] as const),
  )('%s: to its page of the extranet, in text as in HTML', (modele) => {
    const attendu = ['pieces_manquantes', 'relance'].includes(modele) ? `${OU}/complements` : OU
    const { texte, html } = rendu(modele, EXTRANET)
    expect(texte).toContain(attendu)
    expect(liens(html)).toEqual([attendu])
    expect(liens(rendu(modele, SANS_ADRESSE).html)).toEqual([])
  })

  test('an opening says where it is changed by its name', () => {
    for (const modele of ['deverrouillage_accorde', 'deverrouillage_rappel'] as const) {
      expect(mots(rendu(modele, EXTRANET).texte)).toContain(`sur l’extranet du Département (${OU})`)
      expect(mots(rendu(modele, SANS_ADRESSE).texte)).toContain(
        'sur l’extranet du Département (la page de votre demande)',
      )
      expect(mots(rendu(modele, PORTAIL).texte)).toContain(`sur e-partenaire (${URL_E_PARTENAIRE})`)
    }
  })

  test.each(['AVANT_LIMITE', 'LIMITE_PASSEE'] as const)(
    'what is asked may be answered by mail, and given on the extranet too: %s',
    (genre) => {
      const envoyer = genre === 'AVANT_LIMITE' ? 'Merci de nous les envoyer' : 'Envoyez-nous au plus vite'
      const { texte } = rendu('relance', EXTRANET, { genre })
      expect(mots(texte)).toContain(envoyer)
      expect(mots(texte)).toContain('en répondant à ce message')
      expect(mots(texte)).toContain(
        `Vous pouvez aussi donner les pièces une à une sur l’extranet du Département, sur la page de votre demande (connexion demandée) : ${OU}/complements`,
      )
      expect(mots(rendu('relance', PORTAIL, { genre }).texte)).not.toContain('une à une')
    },
  )

  test('the words of a campagne that give an address give that one', () => {
    const textes = { dossier_complet: { prudence: 'Suivez-la {lieu_de_depot} : {e_partenaire}.' } }
    const complet = (lieu: LieuDuDossier) =>
      mots(rendre('dossier_complet', { ...donnees.dossier_complet, lieu }, textes).texte)
    expect(complet(EXTRANET)).toContain(`Suivez-la sur l’extranet du Département : ${OU}.`)
    expect(complet(PORTAIL)).toContain(`Suivez-la sur e-partenaire : ${URL_E_PARTENAIRE}.`)
  })
})
