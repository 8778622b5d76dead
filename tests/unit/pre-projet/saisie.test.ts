import { expect, test } from 'vitest'
import { champsARelire, type ChampsEnregistres } from '#domain/pre-projet/champs'
import { ouvrirALaMain } from '#domain/pre-projet/saisie'

const LE = new Date('2025-05-13T08:00:00Z')
const voulu = (autre: Partial<Parameters<typeof ouvrirALaMain>[0]> = {}) => ({
  textes: { structure: 'Comité de jumelage', titre: '', courriel: 'ines@exemple.test' },
  recueLe: '2025-05-12' as const,
  today: '2025-05-13' as const,
  copie: null,
  par: 'Camille Essai',
  le: LE,
  ...autre,
})
const textes = (autre: Record<string, string>) => ({ textes: { ...voulu().textes, ...autre } })

test('what was typed is sure, by whom, and what was left empty is still to be said', () => {
  const ouverte = ouvrirALaMain(voulu())
  expect(ouverte).toMatchObject({
    ok: true,
    value: { structure: { valeur: 'Comité de jumelage', confirme: { par: 'Camille Essai', le: LE.toISOString() } } },
  })
  const champs = ouverte.ok ? ouverte.value : {}
  expect(champs.titre).toBeUndefined()
  expect(champsARelire(champs)).toContain('titre')
  expect(champsARelire(champs)).not.toContain('structure')
})

test('what comes from another fiche is to be looked at, but for what was typed over it', () => {
  const sure = { texteLu: 'x', source: null, confiance: 'CERTAIN' as const, confirme: { par: 'A', le: 'b' } }
  const copie: ChampsEnregistres = {
    structure: { ...sure, valeur: 'Ancienne' },
    pays: { ...sure, valeur: 'Pologne' },
    ville: { ...sure, valeur: null },
  }
  const ouverte = ouvrirALaMain(voulu({ copie }))
  const champs = ouverte.ok ? ouverte.value : {}
  expect(champs.structure).toMatchObject({ valeur: 'Comité de jumelage', valeurLue: 'Ancienne' })
  expect(champs.pays).toEqual({ valeur: 'Pologne', texteLu: '', source: null, confiance: 'DOUTEUX' })
  expect(champs.ville).toBeUndefined()
  expect(champsARelire(champs)).toContain('pays')
})

test.each([
  ['STRUCTURE_MANQUANTE', textes({ structure: ' \u00a0' })],
  ['COURRIEL_INVALIDE', textes({ courriel: 'ines chez exemple' })],
  ['JOUR_A_VENIR', { recueLe: '2025-05-14' as const }],
])('it is refused: %s', (reason, autre) => {
  expect(ouvrirALaMain(voulu(autre))).toMatchObject({ ok: false, reason })
})

test('received today is not to come', () => {
  expect(ouvrirALaMain(voulu({ recueLe: '2025-05-13' }))).toMatchObject({ ok: true })
})
