import { describe, expect, test } from 'vitest'
import { fichierRemplace, peutRetirer, vueDeFichier } from '#domain/demande-en-ligne/place-de-fichier'

const fichier = (id: string, cleDepot: string, recuePar = 'Anne Pruvost') => ({
  ...{ id, code: 'RIB', cleDepot, recuePar, recueLe: new Date('2027-06-01T10:00:00Z') },
})
const DE_ANNE = fichier('a', 'rib')
const DE_MARC = fichier('m', 'rib neuf', 'Marc Pruvost')
const placer = (cleDepot: string, remplace = '', par = 'Anne Pruvost') =>
  fichierRemplace({ code: 'RIB', cleDepot, par, remplace, pieces: [DE_ANNE, DE_MARC] })

describe('a file given for a pièce', () => {
  test('stands beside the others, or in the place of the one of the same person under the same name', () => {
    expect(placer('autre')).toEqual({ ok: true, value: undefined })
    expect(placer('rib')).toEqual({ ok: true, value: DE_ANNE })
    expect(fichierRemplace({ code: 'LETTRE', cleDepot: 'rib', par: 'Marc Pruvost', remplace: '', pieces: [DE_ANNE] }).ok).toBe(true) // prettier-ignore
  })

  test('never takes the place of the file of somebody else unasked, nor of a second one of its name', () => {
    expect(placer('rib neuf')).toEqual({ ok: false, reason: 'DEJA_DONNE', detail: 'm' })
    expect(placer('rib', vueDeFichier(DE_MARC))).toEqual({ ok: false, reason: 'DEJA_DONNE', detail: 'a' })
  })

  test('takes the place of the one that it is said to replace, under any name, as long as that one is as it was shown', () => {
    expect(placer('rib neuf', vueDeFichier(DE_MARC))).toEqual({ ok: true, value: DE_MARC })
    expect(placer('tout autre', vueDeFichier(DE_MARC))).toEqual({ ok: true, value: DE_MARC })
    const depuis = vueDeFichier({ ...DE_MARC, recueLe: new Date('2027-06-01T10:00:01Z') })
    expect(placer('tout autre', depuis)).toEqual({ ok: false, reason: 'FICHIER_CHANGE' })
    expect(placer('tout autre', 'parti 1')).toEqual({ ok: false, reason: 'FICHIER_CHANGE' })
  })

  test('is taken away as it was shown; without a word of that, by who gave it alone', () => {
    const anne = { par: 'Anne Pruvost' }
    expect(peutRetirer(DE_MARC, { ...anne, vue: vueDeFichier(DE_MARC) })).toBe(true)
    expect(peutRetirer(DE_MARC, { ...anne, vue: '' })).toBe(false)
    expect(peutRetirer(DE_ANNE, { ...anne, vue: '' })).toBe(true)
    expect(peutRetirer(DE_ANNE, { ...anne, vue: vueDeFichier({ id: 'a', recueLe: new Date(0) }) })).toBe(false)
  })
})
