import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lireTnef } from '#fichiers/courriel/tnef'
import { texteWord, unDocx } from '#support/documents'
import { COMPLETE, lireJointe, valeurs } from '#support/pre-projet/fiche-complete'

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

test('a winmail.dat changed or cut at random never throws', () => {
  const modele = unTnef('fiche.docx', FICHE)
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
