import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contenuSigne } from '#fichiers/courriel/message-signe'
import { readEml } from '#support/courriel-lu'
import { unCourriel } from '#support/courriels'
import { texteWord, unDocx } from '#support/documents'
import { lireFiche } from '#support/pre-projet/fiche-complete'

const enOctets = (n: number): Buffer => Buffer.from(n.toString(16).padStart(8, '0'), 'hex')

/** An element of ASN.1 whose length is said, or not (BER), as mail programs write both. */
const der = (etiquette: number, ...dedans: Buffer[]): Buffer => {
  const contenu = Buffer.concat(dedans)
  return Buffer.concat([Buffer.from([etiquette, 0x84]), enOctets(contenu.length), contenu])
}
const ber = (etiquette: number, ...dedans: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([etiquette, 0x80]), ...dedans, Buffer.from([0, 0])])

const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const SIGNE = oid('2a864886f70d010702')
const CHIFFRE = oid('2a864886f70d010703')
const DONNEES = oid('2a864886f70d010701')

const enveloppe = (contenu: Buffer, { type = SIGNE, en = der, chaine = der(0x04, contenu) } = {}) =>
  en(
    0x30,
    type,
    en(
      0xa0,
      en(
        0x30,
        der(0x02, Buffer.from([1])),
        der(0x31, der(0x30, DONNEES)),
        en(0x30, DONNEES, en(0xa0, chaine)),
        der(0x31),
      ),
    ),
  )

const MESSAGE = Buffer.from('Content-Type: text/plain; charset=utf-8\r\n\r\nBonjour\r\n')
const enMorceaux = (contenu: Buffer, pas: number) =>
  ber(
    0x24,
    ...Array.from({ length: Math.ceil(contenu.length / pas) }, (_, i) =>
      der(0x04, contenu.subarray(i * pas, (i + 1) * pas)),
    ),
  )

describe('what an opaque signature holds', () => {
  test('is given whole, whether lengths are said or not', () => {
    expect(contenuSigne(enveloppe(MESSAGE))).toEqual(MESSAGE)
    expect(contenuSigne(enveloppe(MESSAGE, { en: ber, chaine: enMorceaux(MESSAGE, 10) }))).toEqual(MESSAGE)
  })

  test('is nothing where it is encrypted, detached, cut, or no signature', () => {
    expect(contenuSigne(enveloppe(MESSAGE, { type: CHIFFRE }))).toBeNull()
    expect(contenuSigne(enveloppe(MESSAGE, { chaine: Buffer.alloc(0) }))).toBeNull()
    const entier = enveloppe(MESSAGE)
    for (let taille = 0; taille < entier.length - 10; taille += 1)
      expect(contenuSigne(entier.subarray(0, taille))).toBeNull()
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (octets) => contenuSigne(Buffer.from(octets)) === null))
  })

  test('is looked for once, from left to right: strings in strings and empty pieces end', () => {
    const debut = process.cpuUsage()
    contenuSigne(enveloppe(MESSAGE, { en: ber, chaine: Buffer.alloc(20_000_000, Buffer.from('2480', 'hex')) }))
    contenuSigne(enveloppe(MESSAGE, { en: ber, chaine: Buffer.concat([Buffer.from('2480', 'hex'), Buffer.alloc(20_000_000, Buffer.from('0400', 'hex'))]) })) // prettier-ignore
    expect(process.cpuUsage(debut).user).toBeLessThan(2_000_000)
  })
})

const LIGNES = [
  'Nom de la structure : Comité de Lillers',
  'Intitulé du projet : Chantier de jeunes',
  'Pays : Pologne',
  'Ville : Katowice',
  'Nombre de jeunes : 24',
]
const signe = (contenu: Buffer) =>
  unCourriel({
    entetes: {
      'Content-Type': 'application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"',
      'Content-Transfer-Encoding': 'base64',
    },
    texte: enveloppe(contenu).toString('base64').replace(/.{76}/g, '$&\r\n'),
  })

test('a mail signed so is read like any other: its words, and the files in it', async () => {
  const dansLeTexte = unCourriel({ texte: LIGNES.join('\r\n') })
  const lu = await readEml(signe(dansLeTexte))
  expect(lu).toMatchObject({ ok: true, value: { texte: expect.stringContaining('Katowice'), joints: [] } })
  expect(await lireFiche(signe(dansLeTexte))).toMatchObject({
    citee: false,
    fiche: { champs: { nbJeunes: { valeur: 24 } } },
  })
  const jointe = unCourriel({ texte: 'Voici.', pieces: [{ nom: 'fiche.docx', contenu: unDocx(texteWord(...LIGNES)) }] })
  expect(await lireFiche(signe(jointe))).toMatchObject({
    aOuvrir: [],
    fiche: { champs: { ville: { valeur: 'Katowice' } } },
  })
})
