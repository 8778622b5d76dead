import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEml } from '#support/courriel-lu'
import { lireTout } from '#fichiers/courriel/courriel-lu'
import { readFiche } from '#fichiers/document/fiche-recue'
import { texteDeRtf } from '#fichiers/courriel/texte-rtf'
import { unCourriel } from '#support/courriels'
import { unMsg } from '#support/courriel/msg'

const ENTETES =
  'From: Camille Duriez <camille@exemple.test>\r\nDate: Tue, 6 May 2025 11:02:03 +0200\r\nMessage-ID: <msg-1@exemple.test>\r\nIn-Reply-To: <avant@exemple.test>\r\nContent-Type: multipart/mixed; boundary="x"\r\n'
const FICHE =
  'Nom de la structure : CLUB DE LENS\r\nIntitulé du projet : Séjour à Herne\r\nPays : Allemagne\r\nVille : Herne\r\nCoût total : 10 000 €'

test('an Outlook message gives its headers, its text, its fiche and its files', async () => {
  const contenu = Buffer.from('%PDF-1.4 essai')
  const lu = await readEml(
    unMsg({ objet: 'Fiche pré-projet', texte: FICHE, entetes: ENTETES, pieces: [{ nom: 'budget.pdf', contenu }] }),
  )
  if (!lu.ok) throw new Error(lu.detail)
  expect(lu.value).toMatchObject({
    messageId: 'msg-1@exemple.test',
    inReplyTo: 'avant@exemple.test',
    de: { adresse: 'camille@exemple.test' },
    pieces: [{ nom: 'budget.pdf', typeReel: 'application/pdf' }],
  })
  const [piece] = lu.value.pieces
  expect(piece && (await lireTout(piece.octets)).equals(contenu)).toBe(true)
  expect((await readFiche(lu.value)).fiche?.champs.structure?.valeur).toBe('CLUB DE LENS')
})

test('one without headers still says what Outlook knows; joined to a mail, its files are looked at too', async () => {
  const msg = unMsg({
    objet: 'Été à Herne',
    texte: 'Bonjour',
    pieces: [{ nom: 'a.txt', contenu: Buffer.from('dedans') }],
  })
  const seul = await readEml(msg)
  expect(seul).toMatchObject({ ok: true, value: { objet: 'Été à Herne', messageIdDerive: true } })
  const joint = await readEml(unCourriel({ texte: 'voir', pieces: [{ nom: 'fiche.msg', contenu: msg }] }))
  expect(joint.ok && joint.value.pieces.map(({ nom }) => nom)).toEqual(['fiche.msg', 'a.txt'])
})

test('an Outlook message changed at random is read or refused, and ends', async () => {
  const modele = unMsg({
    objet: 'Fiche',
    texte: FICHE,
    entetes: ENTETES,
    pieces: [{ nom: 'a.bin', contenu: Buffer.alloc(9_000, 1) }],
  })
  const changement = fc.tuple(fc.nat(modele.length - 1), fc.nat(255))
  await fc.assert(
    fc.asyncProperty(fc.array(changement, { minLength: 1, maxLength: 20 }), async (changements) => {
      const contenu = Buffer.from(modele)
      for (const [place, octet] of changements) contenu[place] = octet
      const lu = await readEml(contenu)
      expect(lu.ok || (lu.detail ?? '') !== '').toBe(true)
    }),
    { numRuns: 300, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: true },
  )
}, 40_000)

test('the text of an RTF is its words, its accents and its lines', () => {
  expect(
    texteDeRtf("{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 Int\\'e9ress\\'e9\\par 12 \\u8364?{\\*\\htmltag <p>}fin}"),
  ).toBe('Intéressé\n12 €fin')
})
