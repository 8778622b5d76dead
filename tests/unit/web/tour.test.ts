import { expect, test } from 'vitest'
import { phraseRefus, type Retenu, tient } from '#ui/kit/acte/tour'

const formulaire = (isConnected: boolean) =>
  ({ isConnected, dataset: { formulaire: 'suivi' } }) as unknown as HTMLFormElement
const vus = (version: number, autres: Record<string, string> = {}) =>
  new Map(Object.entries({ version: String(version), ...autres }))

/** Asked on version 3 while one act was on its way, the second of this officer. */
const retenu: Retenu = { form: formulaire(true), bouton: null, vus: vus(3), faits: 1, manques: 0, dernierLe: 1000 }
const repos = { vus: vus(4), partis: 2, manques: 0, le: 2000, parAutrui: false }

test.each([
  ['the act before it moved what it acts on', {}, {}, true],
  ['the act before it moved nothing', {}, { vus: vus(3), le: 1000, parAutrui: true }, true],
  ['the act before it moved something else, and says nothing of it', {}, { le: 1000, parAutrui: true }, true],
  ['the act before it was refused', {}, { vus: vus(3), manques: 1 }, false],
  ['a colleague moved it after the act before it', {}, { parAutrui: true }, false],
  ['it was moved more often than this officer acted', {}, { vus: vus(5) }, false],
  ['it went back', {}, { vus: vus(2) }, false],
  ['what it says is no longer said', {}, { vus: new Map() }, false],
  ['a word that says what was seen has changed', { vus: vus(3, { etat: 'PROPOSE' }) }, { vus: vus(3, { etat: 'CONFIRME' }) }, false], // prettier-ignore
  ['its form is gone', { form: formulaire(false) }, {}, false],
])('%s', (_, autre, autreRepos, va) => {
  expect(tient({ ...retenu, ...autre }, { ...repos, ...autreRepos })).toBe(va)
})

test('all that is left undone is said by its words', () => {
  const bouton = { textContent: ' Clore ' } as unknown as HTMLElement
  expect(phraseRefus([{ ...retenu, bouton }, retenu])).toMatch(/^«\u00a0Clore\u00a0», «\u00a0Suivi/)
})
