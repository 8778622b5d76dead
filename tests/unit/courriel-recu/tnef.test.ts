import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lireTnef } from '#fichiers/courriel/tnef'
import { texteWord, unDocx } from '#support/documents'
import { unCourriel } from '#support/courriels'
import { COMPLETE, lireFiche, lireJointe, valeurs } from '#support/pre-projet/fiche-complete'

const attribut = (id: number, valeur: Buffer) => {
  const tete = Buffer.alloc(9)
  tete.writeUInt8(2, 0)
  tete.writeUInt32LE(id, 1)
  tete.writeUInt32LE(valeur.length, 5)
  return Buffer.concat([tete, valeur, Buffer.alloc(2)])
}

/** A `winmail.dat` that holds this file. */
const unTnef = (nom: string, contenu: Buffer) =>
  Buffer.concat([
    Buffer.from('789f3e220100', 'hex'),
    attribut(0x00069002, Buffer.alloc(14)),
    attribut(0x00018010, Buffer.from(`${nom}\0`, 'latin1')),
    attribut(0x0006800f, contenu),
  ])

const FICHE = unDocx(
  texteWord(
    'Structure : Comité de jumelage de Lillers',
    'SIRET : 740 398 482 00019',
    'Titre : Chantier franco-polonais',
    'Pays : Pologne',
    'Ville : Katowice',
    'Dates : du 3/9/2025 au 12/9/2025',
    'Nombre de jeunes : 24',
    'Coût total : 12 500 €',
    'Subvention souhaitée : 4 000 €',
  ),
)

test('the fiche inside a winmail.dat is read, and its place says so', async () => {
  const { fiche, pieces } = await lireJointe('winmail.dat', unTnef('fiche.docx', FICHE))
  expect(valeurs(fiche)).toMatchObject(COMPLETE)
  expect(fiche?.champs.pays?.source.fichier).toBe('winmail.dat › fiche.docx')
  expect(pieces).toEqual([{ nom: 'winmail.dat › fiche.docx', lu: true }])
})

const entier = (...valeurs: number[]) => {
  const octets = Buffer.alloc(4 * valeurs.length)
  valeurs.forEach((valeur, i) => octets.writeUInt32LE(valeur >>> 0, 4 * i))
  return octets
}
/** One property of bytes, after a number and a named text that nobody asks for. */
const proprietes = (id: number, type: number, valeur: Buffer) =>
  Buffer.concat([
    entier(3, 0x0017_0003, 1, 0x8001_001f, 0, 0, 0, 0, 1, 4),
    Buffer.from('a\0b\0'),
    entier(1, 4),
    Buffer.from('x\0\0\0'),
    entier((id << 16) | type, 1, valeur.length),
    valeur,
    Buffer.alloc((4 - (valeur.length % 4)) % 4),
  ])
const rtf = (texte: string) =>
  Buffer.concat([entier(texte.length + 12, texte.length), Buffer.from('MELA'), entier(0), Buffer.from(texte, 'latin1')])

test('a rich text that only winmail.dat holds is the text of the mail, and a file keeps its long name', async () => {
  const texte = `{\\rtf1\\ansi ${['Structure : Les Amis', 'Titre : Chantier', 'Pays : Pologne', 'Nombre de jeunes : 24'].join('\\par\r\n')}}`
  const dat = Buffer.concat([
    Buffer.from('789f3e220100', 'hex'),
    attribut(0x00069003, proprietes(0x1009, 0x0102, rtf(texte))),
  ])
  const { fiche } = await lireFiche(
    unCourriel({ texte: ' ', pieces: [{ nom: 'ATT0001.dat', contenu: dat, type: 'application/ms-tnef' }] }),
  )
  expect(valeurs(fiche)).toMatchObject({ titre: 'Chantier', nbJeunes: 24 })
  const nomme = Buffer.concat([
    unTnef('FICHE~1.DOC', FICHE),
    attribut(0x00069005, proprietes(0x3707, 0x001f, Buffer.from('fiche été.docx\0', 'utf16le'))),
  ])
  expect((await lireJointe('ATT00002', nomme)).pieces).toEqual([{ nom: 'ATT00002 › fiche été.docx', lu: true }])
})

test('a winmail.dat changed or cut at random never throws', () => {
  const modele = Buffer.concat([
    unTnef('fiche.docx', FICHE),
    attribut(0x00069003, proprietes(0x1009, 0x0102, rtf('{\\rtf1 Bonjour}'))),
  ])
  fc.assert(
    fc.property(
      fc.nat(modele.length),
      fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { maxLength: 8 }),
      (fin, changements) => {
        const contenu = Buffer.from(modele.subarray(0, fin))
        for (const [place, octet] of changements) if (place < contenu.length) contenu[place] = octet
        expect(() => lireTnef(contenu)).not.toThrow()
      },
    ),
  )
})
