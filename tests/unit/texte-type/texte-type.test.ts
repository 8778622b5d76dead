import { expect, test } from 'vitest'
import { A_COMPLETER, verifierMessage } from '#domain/courriel/message'
import { lireTexteType, motsDuTexte, NOM_TEXTE_MAX, USAGES_TEXTE, variablesDe } from '#domain/texte-type/texte-type'
import { phraseRefusTexteType } from '#libelles/texte-type/texte-type'

const lire = (corps: string, nom = ' Pièce  reçue ') => lireTexteType('MESSAGE', { nom, corps })

test('ready words have a name and words, and name between braces what their place has', () => {
  expect(lire("Dossier {numero} : c'est reçu.")).toEqual({
    ok: true,
    value: { nom: 'Pièce reçue', corps: 'Dossier {numero}\u00a0: c’est reçu.' },
  })
  expect(lire(' ')).toMatchObject({ reason: 'VIDE' })
  expect(lire('Bien reçu.', ' ')).toMatchObject({ reason: 'SANS_NOM' })
  expect(lire('Bien reçu.', 'x'.repeat(NOM_TEXTE_MAX + 1))).toMatchObject({ reason: 'NOM_TROP_LONG' })
  expect(lire('{siret}')).toMatchObject({ reason: 'VARIABLE_INCONNUE', detail: 'siret' })
  expect(lire('{numero')).toMatchObject({ reason: 'ACCOLADE' })
})

test('a motif is said as it is written: braces stand for nothing there', () => {
  const sans = USAGES_TEXTE.filter((usage) => variablesDe(usage).length === 0)
  expect(sans).toEqual(['COMPLEMENT', 'NON_CONFORMITE', 'REFUS', 'IRRECEVABILITE', 'SANS_SUITE'])
  for (const usage of sans)
    expect(lireTexteType(usage, { nom: 'Un', corps: '{numero}' })).toMatchObject({ reason: 'VARIABLE_INCONNUE' })
  expect(phraseRefusTexteType('VARIABLE_INCONNUE', 'siret')).toContain('{siret}')
})

test('what is not known of the subject is a blank, and a message does not leave with it', () => {
  const corps = motsDuTexte('{numero}, {objet}, {structure}', { numero: '', objet: 'Séjour', structure: 'Amis' })
  expect(corps).toBe(`${A_COMPLETER}, Séjour, Amis`)
  const message = {
    destinataire: 'a@exemple.test',
    correspondants: [{ adresse: 'a@exemple.test' }],
    filVu: '',
    fil: '',
  }
  expect(verifierMessage({ ...message, corps })).toMatchObject({ reason: 'MESSAGE_A_COMPLETER' })
  expect(verifierMessage({ ...message, corps: corps.replace(A_COMPLETER, '2025-00012') })).toMatchObject({ ok: true })
})
