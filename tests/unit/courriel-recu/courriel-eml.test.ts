import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readEml } from '#support/courriel-lu'
import { lireTout } from '#fichiers/courriel/courriel-lu'
import { readFiche } from '#fichiers/document/fiche-recue'
import { nettoyerNom } from '#fichiers/type/nom-de-fichier'
import { unCourriel } from '#support/courriels'

async function lire(contenu: Buffer) {
  const lu = await readEml(contenu)
  if (!lu.ok) throw new Error(lu.detail)
  return lu.value
}

describe('what is no mail is refused with what to do', () => {
  const PDF = Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj', 'latin1')
  const coupe = unCourriel({ pieces: [{ nom: 'fiche.docx', contenu: Buffer.from('x') }] })
  test.each<[string, Buffer, string]>([
    ['an empty file', Buffer.alloc(0), 'VIDE'],
    ['a file of spaces', Buffer.from(' \r\n \n'), 'VIDE'],
    ['a PDF named .eml', PDF, 'PAS_UN_MESSAGE'],
    ['an Outlook .msg cut short', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'ABIME'],
    ['plain text', Buffer.from('Bonjour,\n\nvoici la fiche.'), 'PAS_UN_MESSAGE'],
    [
      'a mail whose boundary is never met',
      Buffer.from(coupe.toString().replaceAll('--=_limite', '--=_autre')),
      'MAL_DECOUPE',
    ],
    ['a mail cut before its first part', coupe.subarray(0, coupe.indexOf('\r\n\r\n') + 4), 'MAL_DECOUPE'],
    ['too heavy a mail', Buffer.alloc(61 * 1024 * 1024, 'a'), 'TROP_LOURD'],
    [
      'too many files',
      unCourriel({ pieces: Array.from({ length: 201 }, (_, i) => ({ nom: `${i}.txt`, contenu: Buffer.from('x') })) }),
      'TROP_DE_PIECES',
    ],
  ])('%s', async (_quoi, contenu, motif) => {
    const lu = await readEml(contenu)
    expect(lu).toMatchObject({ ok: false, reason: motif })
    expect(lu.ok ? '' : lu.detail).toMatch(/\u00a0:.*\.$/)
  })
})

describe('charsets', () => {
  const mots = 'Intitulé : Été à Iași – œuvre « commune » 12 €'
  const latin = 'Intitulé : Été à Cáceres – œuvre « commune » 12 €'
  test.each<[string, Buffer, string, string]>([
    ['UTF-8 as declared', Buffer.from(mots), 'text/plain; charset=utf-8', mots],
    ['Windows-1252 declared UTF-8', iconv.encode(latin, 'windows-1252'), 'text/plain; charset=utf-8', latin],
    ['UTF-8 declared Windows-1252', Buffer.from(mots), 'text/plain; charset=windows-1252', mots],
    ['UTF-8 declared ISO-8859-1', Buffer.from(mots), 'text/plain;\r\n charset="iso-8859-1"', mots],
    ['Windows-1252 declared ISO-8859-1', iconv.encode(latin, 'windows-1252'), 'text/plain; charset=iso-8859-1', latin],
    [
      'ISO-8859-15 as declared',
      iconv.encode('Été, 12 €', 'iso-8859-15'),
      'text/plain; charset=iso-8859-15',
      'Été, 12 €',
    ],
    ['Windows-1252 declared ASCII', iconv.encode(latin, 'windows-1252'), 'text/plain; charset=us-ascii', latin],
    ['a charset nobody knows', iconv.encode(latin, 'windows-1252'), 'text/plain; charset=x-inconnu', latin],
    ['no charset', iconv.encode(latin, 'windows-1252'), 'text/plain', latin],
    ['no type at all', iconv.encode(latin, 'windows-1252'), '', latin],
  ])('%s', async (_quoi, texte, type, attendu) => {
    const lu = await lire(unCourriel({ texte, entetes: { 'Content-Type': type, 'Content-Transfer-Encoding': '8bit' } }))
    expect(lu.texte.trim()).toBe(attendu)
  })

  test('a subject whose encoded words lie on their charset', async () => {
    const de = (subject: string) => lire(unCourriel({ entetes: { Subject: subject } })).then(({ objet }) => objet)
    expect(await de('=?utf-8?Q?Fiche_pr=E9-projet?=')).toBe('Fiche pré-projet')
    expect(await de('=?iso-8859-1?B?w4l0w6k=?=')).toMatch(/Été|Ã‰tÃ©/)
    expect(await de('Fiche pr\u00e9-projet')).toBe('Fiche pré-projet')
  })

  test('the files of a mail with a wrong charset are untouched', async () => {
    const contenu = Buffer.from('Content-Type: text/plain; charset=utf-8\n\nintact')
    const lu = await lire(
      unCourriel({ texte: iconv.encode('é à ç', 'windows-1252'), pieces: [{ nom: 'a.txt', contenu }] }),
    )
    expect(lu.texte.trim()).toBe('é à ç')
    const [piece] = lu.pieces
    expect(piece && (await lireTout(piece.octets)).equals(contenu)).toBe(true)
  })
})

describe('identity', () => {
  test('identifiers lose their brackets; without one, the content makes it', async () => {
    const avec = await lire(
      unCourriel({ entetes: { 'In-Reply-To': '<a@b.test>', References: '<0@b.test>\r\n <a@b.test>' } }),
    )
    expect(avec).toMatchObject({
      messageId: 'essai-1@exemple.test',
      messageIdDerive: false,
      inReplyTo: 'a@b.test',
      references: ['0@b.test', 'a@b.test'],
    })
    const [un, deux] = await Promise.all(
      [1, 2].map((n) => lire(unCourriel({ texte: 'même', entetes: { 'Message-ID': '', Received: `relais ${n}` } }))),
    )
    expect(un?.messageIdDerive).toBe(true)
    expect(un?.messageId).toBe(deux?.messageId)
    expect(un?.empreinte).toBe(deux?.empreinte)
  })

  test('the date is the one it says, else the last relay’s, else none', async () => {
    const de = (entetes: Record<string, string>) =>
      lire(unCourriel({ entetes })).then(({ date }) => date?.toISOString() ?? null)
    expect(await de({})).toBe('2025-05-06T09:02:03.000Z')
    expect(await de({ Date: 'Invalid Date', Received: 'from a by b; Wed, 7 May 2025 10:00:00 +0200' })).toBe(
      '2025-05-07T08:00:00.000Z',
    )
    expect(await de({ Date: '' })).toBeNull()
  })
})

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\x\\fiche.docx', 'fiche.docx'],
  ['fi\u0000che\u202Excod.exe', 'fichexcod.exe'],
  ['.htaccess', 'htaccess'],
  ['   ', 'piece'],
  [`${'é'.repeat(300)}.pdf`, `${'é'.repeat(196)}.pdf`],
])('the name %j is kept as %j', (brut, attendu) => expect(nettoyerNom(brut, 'piece')).toBe(attendu))

describe('whatever the bytes, an answer', () => {
  const modeles = ['01-docx', '03-odt', '04-form-pdf', '10-body', '15-windows-1252'].map((nom) =>
    readFileSync(`tests/fixtures/courriels/${nom}.eml`),
  )
  const mutation = fc.oneof(
    fc.record({ genre: fc.constant('couper' as const), a: fc.double({ min: 0, max: 1, noNaN: true }), b: fc.nat(255) }),
    fc.record({
      genre: fc.constant('changer' as const),
      a: fc.double({ min: 0, max: 1, noNaN: true }),
      b: fc.nat(255),
    }),
    fc.record({ genre: fc.constant('oter' as const), a: fc.double({ min: 0, max: 1, noNaN: true }), b: fc.nat(255) }),
  )

  function muter(
    contenu: Buffer,
    { genre, a, b }: { genre: 'couper' | 'changer' | 'oter'; a: number; b: number },
  ): Buffer {
    const i = Math.floor(a * contenu.length)
    if (genre === 'couper') return contenu.subarray(0, i)
    if (genre === 'oter') return Buffer.concat([contenu.subarray(0, i), contenu.subarray(i + b)])
    const copie = Buffer.from(contenu)
    if (i < copie.length) copie[i] = b
    return copie
  }

  test('mails cut, changed and shortened at random', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(modeles.length - 1),
        fc.array(mutation, { minLength: 1, maxLength: 8 }),
        async (n, mutations) => {
          const lu = await readEml(mutations.reduce(muter, modeles[n] ?? Buffer.alloc(0)))
          if (lu.ok) expect(await readFiche(lu.value)).toHaveProperty('pieces')
          else expect(lu.detail).toBeTruthy()
        },
      ),
      { numRuns: 150 },
    )
  }, 60_000)

  const change = fc.record({
    quoi: fc.constantFrom('limite' as const, 'entete' as const, 'jeu' as const, 'codage' as const, 'double' as const),
    place: fc.nat(1_000),
    par: fc.constantFrom(
      '',
      '\0',
      '=?x?B?',
      '--',
      'utf-7',
      'base64',
      'quoted-printable',
      'multipart/mixed',
      '"',
      ';'.repeat(40),
    ),
  })
  const CIBLES = {
    limite: /boundary="?[^"\r\n;]+"?/gi,
    entete: /^[\w-]+:.*$/gm,
    jeu: /charset="?[^"\r\n;]+"?/gi,
    codage: /^Content-Transfer-Encoding:.*$/gim,
    double: /^--[^\r\n]+$/gm,
  }
  const NOUVEAU = {
    limite: (par: string) => `boundary="${par}"`,
    entete: (par: string, avant: string) => `${avant.split(':')[0]}: ${par}`,
    jeu: (par: string) => `charset=${par}`,
    codage: (par: string) => `Content-Transfer-Encoding: ${par}`,
    double: (par: string, avant: string) => `${avant}\r\n${par}\r\n${avant}`,
  }

  test('mails whose headers, boundaries, charsets and transfer encodings are others than said', async () => {
    const mails = modeles.map((modele) => modele.toString('latin1'))
    await fc.assert(
      fc.asyncProperty(
        fc.nat(mails.length - 1),
        fc.array(change, { minLength: 1, maxLength: 5 }),
        async (n, changes) => {
          let mail = mails[n] ?? ''
          for (const { quoi, place, par } of changes) {
            const trouves = [...mail.matchAll(CIBLES[quoi])]
            const vise = trouves[place % Math.max(1, trouves.length)]
            if (!vise) continue
            const [avant] = vise
            mail = mail.slice(0, vise.index) + NOUVEAU[quoi](par, avant) + mail.slice(vise.index + avant.length)
          }
          const debut = performance.now()
          const lu = await readEml(Buffer.from(mail, 'latin1'))
          if (lu.ok) expect(await readFiche(lu.value)).toHaveProperty('pieces')
          else expect(lu.detail).toBeTruthy()
          expect(performance.now() - debut).toBeLessThan(10_000)
        },
      ),
      { numRuns: 200, interruptAfterTimeLimit: 20_000 },
    )
  }, 60_000)
})
