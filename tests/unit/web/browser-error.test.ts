import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeQuota, placesOf, readReport, withoutWords } from '#web/supervision/browser-error'

const said = (change: object = {}) =>
  JSON.stringify({
    kind: 'PAGE',
    route: 'routes/bureau/dossiers.$numero.pieces',
    message: 'TypeError: Cannot read properties of undefined',
    trace: '',
    ...change,
  })

test('what broke in a browser is written as its sentence and the places in our own files', () => {
  const trace = `TypeError: x
    at lire (https://mcei.exemple.test/assets/formulaire-DDZpnSt-.js:1:2034)
    at https://mcei.exemple.test/activation/un-jeton-secret:12:4
    at Kl (https://mcei.exemple.test/assets/components-C8N32ahc.js:40:19)`
  expect(readReport(said({ trace }))).toEqual({
    kind: 'PAGE',
    route: 'routes/bureau/dossiers.$numero.pieces',
    message: 'TypeError: Cannot read properties of undefined',
    trace: ['formulaire-DDZpnSt-.js:1:2034', 'components-C8N32ahc.js:40:19'],
  })
})

test('what somebody may have written is left out of the sentence', () => {
  expect(withoutWords(`Unexpected token 'J', "Jeanne au 06" is not valid JSON`)).toBe(
    'Unexpected token …, … is not valid JSON',
  )
  fc.assert(
    fc.property(fc.string(), fc.string(), (avant, mots) => {
      const dite = withoutWords(`${avant.replaceAll(/["'`«“]/g, '')} "${mots.replaceAll('"', '')}"`)
      expect(dite.length).toBeLessThanOrEqual(300)
      expect(dite).not.toContain('"')
    }),
  )
})

test('no place but those of our files comes out of any trace', () => {
  fc.assert(
    fc.property(fc.string(), (trace) => {
      for (const place of placesOf(trace)) expect(place).toMatch(/^[\w.$-]+\.js:\d+:\d+$/)
      expect(placesOf(trace).length).toBeLessThanOrEqual(8)
    }),
  )
})

test.each([
  ['no JSON', 'panne'],
  ['another shape', '[]'],
  ['an unknown kind', said({ kind: 'AUTRE' })],
  ['an address in place of a route', said({ route: 'https://mcei.exemple.test/activation/jeton?x=1' })],
  ['one that is too long', said({ trace: 'a'.repeat(8_000) })],
])('%s is written nowhere', (_cas, texte) => {
  expect(readReport(texte)).toBeNull()
})

test('thirty reports are written in a minute, and thirty again in the next', () => {
  const mayWrite = makeQuota()
  const minute = (rang: number) => Array.from({ length: 40 }, () => mayWrite(new Date(rang * 60_000 + 59_000)))
  for (const rang of [1, 2]) expect(minute(rang).filter(Boolean)).toHaveLength(30)
})
