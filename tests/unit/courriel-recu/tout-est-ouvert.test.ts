import { PDFDocument, PDFName, PDFString, StandardFonts, degrees } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { automatismeDe } from '#domain/courriel-recu/automatisme'
import { reconnaitre } from '#domain/courriel-recu/nature'
import { readEml } from '#support/courriel-lu'
import { unCourriel } from '#support/courriels'
import { texteWord, unDocx } from '#support/documents'
import { COMPLETE, lireFiche, lireJointe, valeurs } from '#support/pre-projet/fiche-complete'
import { zipBrut } from '#support/zip-brut'

const CHAMPS: [string, string][] = [
  ['Structure', 'Comité de jumelage de Lillers'],
  ['SIRET', '740 398 482 00019'],
  ['Titre', 'Chantier franco-polonais'],
  ['Pays', 'Pologne'],
  ['Ville', 'Katowice'],
  ['Dates', 'du 3/9/2025 au 12/9/2025'],
  ['Nombre de jeunes', '24'],
  ['Coût total', '12 500 €'],
  ['Subvention souhaitée', '4 000 €'],
]
const LIGNES = CHAMPS.map(([libelle, valeur]) => `${libelle} : ${valeur}`)
const DOCX = unDocx(texteWord(...LIGNES))

/** The nature of this mail, when nothing was received before. */
async function nature(courriel: Buffer) {
  const lu = await readEml(courriel)
  if (!lu.ok) throw new Error(lu.detail)
  const { fiche, autres, citee, illisible, aOuvrir } = await lireFiche(courriel)
  const { objet, de, entetes } = lu.value
  return reconnaitre(
    {
      ...lu.value,
      automatisme: automatismeDe(entetes, { objet, de: de.adresse }),
      fiche,
      ficheCitee: citee,
      ficheIllisible: illisible,
      aOuvrir,
      autresFiches: autres.map((autre) => ({ ...autre, campagneCode: null })),
      campagneCode: null,
    },
    {
      messageIds: new Map(),
      empreintes: new Map(),
      autresFiches: new Map(),
      fiches: [],
      nosCourriels: new Map(),
      rendu: null,
    },
  )
}

/** A mail of several parts, each with its own headers. */
const enParties = (...parties: [entetes: string, contenu: Buffer | string][]) =>
  unCourriel({
    entetes: { Subject: 'Bonjour', 'Content-Type': 'multipart/related; boundary="=_p"' },
    texte: `${parties
      .map(([entetes, contenu]) => {
        const corps = Buffer.from(contenu).toString('base64').replace(/.{76}/g, '$&\r\n')
        return `--=_p\r\n${entetes}\r\nContent-Transfer-Encoding: base64\r\n\r\n${corps}\r\n`
      })
      .join('')}--=_p--\r\n`,
  })

/** The first bytes of a PNG of this size: all that is looked at. */
function png(largeur: number, hauteur: number): Buffer {
  const octets = Buffer.alloc(9_000)
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(octets)
  octets.writeUInt32BE(largeur, 16)
  octets.writeUInt32BE(hauteur, 20)
  return octets
}

describe('every part is opened', () => {
  test('a document shown in the text, with a Content-Id', async () => {
    const courriel = enParties(
      ['Content-Type: text/plain; charset=utf-8', 'Voici.'],
      ['Content-Type: application/zip; name="fiche.docx"\r\nContent-Disposition: inline; filename="fiche.docx"\r\nContent-Id: <a@b>', DOCX], // prettier-ignore
    )
    expect(valeurs((await lireFiche(courriel)).fiche)).toMatchObject(COMPLETE)
  })

  test('the text of a message passed on as a file, which is quoted', async () => {
    const joint = unCourriel({ texte: LIGNES.join('\n') })
    const { fiche, citee } = await lireFiche(
      unCourriel({ texte: 'Pour suite', pieces: [{ nom: 'TR.eml', contenu: joint, type: 'message/rfc822' }] }),
    )
    expect(valeurs(fiche)).toMatchObject(COMPLETE)
    expect(citee).toBe(true)
  })

  test('the documents of a zip', async () => {
    const zip = zipBrut([{ nom: '__MACOSX/._fiche.docx' }, { nom: 'dossier/fiche.docx', contenu: DOCX }])
    const { fiche, pieces } = await lireJointe('envoi.zip', zip)
    expect(valeurs(fiche)).toMatchObject(COMPLETE)
    expect(pieces).toEqual([{ nom: 'envoi.zip › fiche.docx', lu: true }])
  })

  test('the part that a .docx says is its text, by an absolute target', async () => {
    const relations =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>'
    const corps = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${texteWord(...LIGNES)}</w:body></w:document>`
    const docx = zipBrut([
      { nom: '_rels/.rels', contenu: Buffer.from(relations) },
      { nom: 'word/document2.xml', contenu: Buffer.from(corps) },
    ])
    expect(valeurs((await lireJointe('fiche.docx', docx)).fiche)).toMatchObject(COMPLETE)
  })

  test.each([0, 90, 180, 270])('a PDF whose text is turned by %i degrees', async (angle) => {
    const pdf = await PDFDocument.create()
    const police = await pdf.embedFont(StandardFonts.Helvetica)
    const page = pdf.addPage([842, 842])
    const tour = (angle * Math.PI) / 180
    const [cos, sin] = [Math.round(Math.cos(tour)), Math.round(Math.sin(tour))]
    const placer = (x: number, y: number) => ({
      x: 421 + (x - 297) * cos - (y - 421) * sin,
      y: 421 + (x - 297) * sin + (y - 421) * cos,
    })
    CHAMPS.forEach(([libelle, valeur], i) => {
      const ecrire = (texte: string, x: number) =>
        page.drawText(texte, { ...placer(x, 780 - 24 * i), size: 10, font: police, rotate: degrees(angle) })
      ecrire(`${libelle} :`, 60)
      ecrire(valeur, 260)
    })
    expect(valeurs((await lireJointe('fiche.pdf', Buffer.from(await pdf.save()))).fiche)).toMatchObject(COMPLETE)
  })

  test('the answers typed over the page of a PDF', async () => {
    const pdf = await PDFDocument.create()
    const police = await pdf.embedFont(StandardFonts.Helvetica)
    const page = pdf.addPage([595, 842])
    const annotations = CHAMPS.map(([libelle, valeur], i) => {
      const y = 780 - 30 * i
      page.drawText(`${libelle} :`, { x: 60, y, size: 10, font: police })
      return pdf.context.register(
        pdf.context.obj({
          Type: 'Annot',
          Subtype: 'FreeText',
          Rect: [220, y - 5, 520, y + 12],
          Contents: PDFString.of(valeur.replace('€', 'euros').replace('é', 'e')),
          DA: PDFString.of('/Helv 10 Tf 0 g'),
        }),
      )
    })
    page.node.set(PDFName.of('Annots'), pdf.context.obj(annotations))
    const { structure: _, ...autres } = COMPLETE
    expect(valeurs((await lireJointe('fiche.pdf', Buffer.from(await pdf.save()))).fiche)).toMatchObject(autres)
  })
})

test('several fiches in one mail: one is kept, and the others are named', async () => {
  const autre = unDocx(texteWord(...LIGNES.map((ligne) => ligne.replace('Chantier', 'Festival'))))
  const pieces = [
    { nom: 'fiche 1.docx', contenu: DOCX },
    { nom: 'fiche 2.docx', contenu: autre },
    { nom: 'copie.docx', contenu: DOCX },
  ]
  expect(await nature(unCourriel({ texte: 'Nos deux projets.', pieces }))).toMatchObject({
    nature: 'FICHE',
    motif: expect.stringMatching(/1\s+autre fiche.*Festival franco-polonais/su),
  })
})

describe('what is not opened is named, and the mail is to be opened', () => {
  const jointe = (nom: string, type: string, contenu: Buffer) =>
    unCourriel({ entetes: { Subject: 'Bonjour' }, texte: 'Voir ci-joint.', pieces: [{ nom, contenu, type }] })
  const octets = Buffer.alloc(3_000, Buffer.from('300080', 'hex'))

  test.each<[string, Buffer, string]>([
    ['a signed message', jointe('smime.p7m', 'application/pkcs7-mime', octets), 'smime.p7m'],
    ['a 7z', jointe('dossier.7z', 'application/x-7z-compressed', Buffer.concat([Buffer.from('377abcaf271c0004', 'hex'), octets])), 'dossier.7z'], // prettier-ignore
    ['a scanned page', jointe('IMG.png', 'image/png', png(900, 1200)), 'IMG.png'],
    ['a link', unCourriel({ entetes: { Subject: 'Bonjour' }, texte: 'Ici : https://we.tl/t-Abc1' }), 'we.tl'],
    [
      'a photo pasted in the text',
      enParties(
        ['Content-Type: text/html; charset=utf-8', 'Voici : <img src="cid:p1">'],
        [
          'Content-Type: image/png; name="IMG_1.png"\r\nContent-Disposition: inline\r\nContent-Id: <p1>',
          png(900, 1200),
        ],
      ),
      'IMG_1.png',
    ],
  ])('%s', async (_, courriel, nom) => {
    expect(await nature(courriel)).toMatchObject({ nature: 'ILLISIBLE', motif: expect.stringContaining(nom) })
  })

  test.each<[string, Buffer]>([
    ['a logo', jointe('logo.png', 'image/png', png(400, 90))],
    ['an appointment', jointe('invite.ics', 'text/calendar', Buffer.from('BEGIN:VCALENDAR\0'))],
    ['a detached signature', jointe('smime.p7s', 'application/pkcs7-signature', octets)],
    ['a document that was read', jointe('note.txt', 'text/plain', Buffer.from('Le budget suivra.'))],
    ['a link quoted from another', unCourriel({ entetes: { Subject: 'Bonjour' }, texte: 'Merci.\n\n> https://we.tl/t-Abc1' })], // prettier-ignore
    [
      'an automatic answer',
      unCourriel({ entetes: { 'Auto-Submitted': 'auto-replied' }, texte: 'https://we.tl/t-Abc1' }),
    ],
  ])('but not %s', async (_, courriel) => {
    expect(await nature(courriel)).toMatchObject({ nature: 'AUTRE' })
  })

  test('a fiche that was read leaves nothing to open', async () => {
    const courriel = unCourriel({ texte: LIGNES.join('\n'), pieces: [{ nom: 'photos.7z', contenu: octets }] })
    expect(await nature(courriel)).toMatchObject({ nature: 'FICHE' })
  })
})
