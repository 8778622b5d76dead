import { describe, expect, test } from 'vitest'
import { lireDetail, lireTextes, MODELES_A_TEXTES, typographier } from '#domain/courriel/textes'
import { emplacementsDe, verifierTextes } from '#emails/textes-saisis'
import { phraseRefusTexte } from '#libelles/campagne/textes'
import { partiesDuModele, variablesDuModele } from '#emails/rendre'
import { donnees, rendre } from './donnees'

const maison = (modele: (typeof MODELES_A_TEXTES)[number]) =>
  Object.fromEntries(emplacementsDe(modele).map(({ cle, maison: mots }) => [cle, mots]))

describe.each(MODELES_A_TEXTES)('the texts of %s', (modele) => {
  test('the words of the house are taken as they are, and kept as nothing of one’s own', () => {
    expect(verifierTextes({ modele, saisie: maison(modele) })).toEqual({ ok: true, value: {} })
    for (const { maison: mots } of emplacementsDe(modele)) expect(typographier(mots)).toBe(mots)
  })

  test('each place has a name of its own, and asks for no variable that is not of the list', () => {
    const cles = emplacementsDe(modele).map(({ cle }) => cle)
    expect(new Set(cles).size).toBe(cles.length)
    const noms = partiesDuModele(modele).map(({ nom }) => nom)
    expect(new Set(noms).size).toBe(noms.length)
    const variables = variablesDuModele(modele).map(({ cle }) => cle)
    for (const { requises } of emplacementsDe(modele)) expect(variables).toEqual(expect.arrayContaining([...requises]))
  })

  test('whatever is worded, what the law wants stays, and nothing becomes markup', () => {
    const hostile = '<b>fort</b> <img src=x onerror=alert(1)> </p><script>'
    const textes = Object.fromEntries(emplacementsDe(modele).map(({ cle }) => [cle, hostile]))
    const { html, texte, sujet } = rendre(modele, donnees[modele], { [modele]: textes })
    const sans = Object.fromEntries(emplacementsDe(modele).map(({ cle }) => [cle, '']))
    const legal = rendre(modele, donnees[modele], { [modele]: { ...sans, objet: 'Objet' } })
      .texte.trim()
      .split('\n\n')
    for (const bloc of legal) expect(texte).toContain(bloc)
    expect(html).not.toMatch(/<b>|<img|<script/)
    expect(sujet).not.toMatch(/[\r\n]/)
  })
})

const saisir = (change: Record<string, string>) =>
  verifierTextes({ modele: 'pieces_manquantes', saisie: { ...maison('pieces_manquantes'), ...change } })

describe('a text of a mail', () => {
  test('only what differs from the house is kept, its spaces those of French', () => {
    expect(saisir({ annonce: 'Voici ce qui manque : {manquants} !' })).toEqual({
      ok: true,
      value: { annonce: 'Voici ce qui manque\u00a0: {manquants}\u00a0!' },
    })
  })

  test('a variable that is not of the list is refused by its name', () => {
    const answer = saisir({ annonce: 'Bonjour {prenom}' })
    expect(answer).toEqual({ ok: false, reason: 'VARIABLE_INCONNUE', detail: 'annonce:prenom' })
    expect(lireDetail('annonce:pre:nom')).toEqual({ place: 'annonce', variable: 'pre:nom' })
    expect(phraseRefusTexte('VARIABLE_INCONNUE', 'prenom')).toBe(
      '{prenom} ne veut rien dire ici\u00a0: prenez un mot de la liste.',
    )
  })

  test('the mail may not lose what it must say', () => {
    expect(saisir({ envoi: 'Répondez vite.' })).toEqual({
      ok: false,
      reason: 'VARIABLE_MANQUANTE',
      detail: 'envoi:limite',
    })
    expect(saisir({ objet: 'Votre demande' })).toEqual({
      ok: false,
      reason: 'VARIABLE_MANQUANTE',
      detail: 'objet:numero',
    })
    expect(saisir({ annonce: '  ' })).toEqual({ ok: false, reason: 'VIDE', detail: 'annonce:' })
    expect(saisir({ fin: '  ' })).toEqual({ ok: true, value: {} })
  })

  test('a brace alone, a subject of two lines and what is too long are refused', () => {
    expect(saisir({ annonce: 'Ce qui manque {' })).toMatchObject({ reason: 'ACCOLADE' })
    expect(saisir({ objet: '{numero}\nBcc: x@exemple.test' })).toMatchObject({ reason: 'PLUSIEURS_LIGNES' })
    expect(saisir({ fin: 'x'.repeat(2_001) })).toMatchObject({ reason: 'TROP_LONG' })
  })

  test('its paragraphs and lists are kept, its variables are written, and the days it announces are held', () => {
    const textes = { pieces_manquantes: { fin: 'Deux points\u00a0:\n- {limite}\n- {projet}\n\nÀ bientôt.' } }
    const { texte, html, echeances } = rendre('pieces_manquantes', donnees.pieces_manquantes, textes)
    expect(texte).toContain(
      'Deux points\u00a0:\n\n• 3\u00a0juin\u00a02025 inclus\n• «\u00a0Jumelage à Herne (Allemagne)\u00a0»\n\nÀ bientôt.',
    )
    expect(html).toContain('<li><strong>3\u00a0juin\u00a02025 inclus</strong></li>')
    expect(echeances).toContain('2025-06-03')
  })

  test('an outside word that looks like a variable or a list stays a word', () => {
    const { texte } = rendre('pieces_manquantes', { ...donnees.pieces_manquantes, objet: '{structure}\n- autre' })
    expect(texte).toContain('«\u00a0{structure} - autre\u00a0»')
  })

  test('what a column holds that is not ours is left out', () => {
    expect(lireTextes({ relance: { rappel: 'Dit', faux: 3 }, mot_de_passe: {}, inconnu: {} })).toEqual({
      relance: { rappel: 'Dit' },
    })
    expect(lireTextes(null)).toEqual({})
  })
})
