import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  ajouterParNom,
  COULEURS_ETIQUETTE,
  couleurDe,
  deplacer,
  type Etiquette,
  etiqueter,
  lireEtiquette,
  lireNomDEtiquette,
  retirerParNom,
  uneDePlus,
} from '#domain/etiquette/etiquette'
import { raconter } from '#libelles/journal/recit-journal'

const une = (id: string, plus: Partial<Etiquette> = {}): Etiquette => ({
  id,
  nom: id,
  couleur: 'BLEU',
  archivee: false,
  ...plus,
})
const [A, B, C] = [une('a'), une('b'), une('c', { archivee: true })]

test('an étiquette has a name that no other of its campagne has, accents and capitals aside, put away or not', () => {
  const lire = (nom: string) =>
    lireEtiquette({ nom, couleur: 'VERT' }, [une('1', { nom: 'Été' }), { ...C, nom: 'Urgent' }])
  expect(lire('  À   voir ')).toEqual({ ok: true, value: { nom: 'À voir', couleur: 'VERT' } })
  expect(lire(' ')).toMatchObject({ reason: 'NOM_VIDE' })
  expect(lire('a'.repeat(31))).toMatchObject({ reason: 'NOM_TROP_LONG' })
  expect(lire('a'.repeat(30))).toMatchObject({ ok: true })
  expect(lire('ETE')).toMatchObject({ reason: 'NOM_DEJA_PRIS' })
  expect(lire('urgent')).toMatchObject({ reason: 'NOM_DEJA_PRIS' })
})

test('a campagne offers thirty at most; those put away do not count', () => {
  const trente = Array.from({ length: 30 }, (_, i) => une(String(i)))
  expect(uneDePlus(trente)).toMatchObject({ reason: 'TROP_D_ETIQUETTES' })
  expect(uneDePlus([...trente.slice(1), C])).toMatchObject({ ok: true })
})

test('what is put on a dossier is told from what is taken off it; one put away stays and goes nowhere else', () => {
  const offertes = [A, B, C]
  expect(etiqueter({ posees: [A], offertes }, ['b', 'b'])).toEqual({
    ok: true,
    value: { ajoutees: [B], retirees: [A] },
  })
  expect(etiqueter({ posees: [A, C], offertes }, ['a', 'c'])).toMatchObject({ reason: 'RIEN_A_CHANGER' })
  expect(etiqueter({ posees: [A], offertes }, ['a', 'c'])).toEqual({
    ok: false,
    reason: 'ETIQUETTE_ARCHIVEE',
    detail: 'c',
  })
  expect(etiqueter({ posees: [], offertes }, ['ailleurs'])).toMatchObject({ reason: 'ETIQUETTE_INCONNUE' })
  // Of a campagne it was moved from.
  const ancienne = une('ancienne')
  expect(etiqueter({ posees: [ancienne], offertes }, ['a', 'ancienne'])).toMatchObject({
    value: { ajoutees: [A], retirees: [] },
  })
  expect(etiqueter({ posees: [ancienne], offertes }, [])).toMatchObject({ value: { retirees: [ancienne] } })
})

test('one moves a place up or down, and stays at the ends', () => {
  expect(deplacer(['a', 'b', 'c'], 'b', 'MONTER')).toEqual(['b', 'a', 'c'])
  expect(deplacer(['a', 'b', 'c'], 'b', 'DESCENDRE')).toEqual(['a', 'c', 'b'])
  expect(deplacer(['a', 'b'], 'a', 'MONTER')).toEqual(['a', 'b'])
  expect(deplacer(['a', 'b'], 'b', 'DESCENDRE')).toEqual(['a', 'b'])
  expect(deplacer(['a', 'b'], 'x', 'DESCENDRE')).toEqual(['a', 'b'])
})

test('a lot names it as people write it', () => {
  expect(lireNomDEtiquette(' ')).toMatchObject({ reason: 'A_DONNER' })
  expect(lireNomDEtiquette(' À voir')).toEqual({ ok: true, value: { nom: 'À voir' } })
  const aVoir = une('2', { nom: 'À voir' })
  const lues = { posees: [A], offertes: [A, aVoir] }
  expect(ajouterParNom(lues, 'a VOIR')).toEqual({ ok: true, value: { ajoutees: [aVoir], retirees: [] } })
  expect(ajouterParNom(lues, 'autre')).toEqual({ ok: false, reason: 'ETIQUETTE_INCONNUE' })
  expect(retirerParNom({ ...lues, posees: [A, aVoir] }, 'a VOIR')).toEqual({
    ok: true,
    value: { ajoutees: [], retirees: [aVoir] },
  })
  expect(retirerParNom(lues, 'autre')).toEqual({ ok: false, reason: 'RIEN_A_CHANGER' })
})

/** Of a colour written #rrggbb (WCAG 2, relative luminance). */
function luminance(hexa: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const part = parseInt(hexa.slice(i, i + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const CSS = readFileSync('app/ui/etiquette/chip-etiquette.module.css', 'utf8')

test.each(COULEURS_ETIQUETTE)('the words of a %s étiquette are read on its ground', (couleur) => {
  const [, fond = '', mots = ''] =
    new RegExp(`\\.${couleur} \\{\\s*background: (#\\w{6});\\s*color: (#\\w{6});`).exec(CSS) ?? []
  expect([fond, mots].every((un) => un.length === 7)).toBe(true)
  expect((luminance(fond) + 0.05) / (luminance(mots) + 0.05)).toBeGreaterThan(7)
})

test('a colour of another version is grey, and the journal says what was put and taken off', () => {
  expect([couleurDe('VERT'), couleurDe('FUCHSIA')]).toEqual(['VERT', 'GRIS'])
  expect(raconter({ acte: 'etiqueter', detail: { ajoutees: ['Urgent'], retirees: ['À voir'] } }).precisions).toEqual([
    '«\u00a0Urgent\u00a0» posée',
    '«\u00a0À voir\u00a0» retirée',
  ])
  const modifiee = { fait: 'MODIFIEE', avant: 'Urgent', apres: 'Très urgent' }
  expect(raconter({ acte: 'reglerEtiquette', detail: modifiee }).precisions).toEqual([
    '«\u00a0Très urgent\u00a0» modifiée',
    'avant\u00a0: «\u00a0Urgent\u00a0»',
  ])
})
