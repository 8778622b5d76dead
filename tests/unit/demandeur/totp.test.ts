import { randomBytes } from 'node:crypto'
import decodeQR from 'qr/decode.js'
import { expect, test } from 'vitest'
import encodeQR from 'qr'
import { adresseOtp, base32, lireCode, pasAdmis } from '#domain/demandeur/second-facteur'
import { chiffrerSecret, codeDuPas, dechiffrerSecret, nouveauxSecours, pasDuCode } from '#infra/stores/demandeur/totp'

/** The key of RFC 6238, appendix B, and its codes of SHA-1: the last six of its eight figures. */
const SECRET = Buffer.from('12345678901234567890')

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('the code of the RFC at %i seconds is %s', (secondes, code) => {
  const pas = Math.floor(secondes / 30)
  expect(codeDuPas(SECRET, pas)).toBe(code)
  expect(pasDuCode(SECRET, code, new Date(secondes * 1000))).toBe(pas)
})

test('a code is taken one step early or late, and no more', () => {
  const now = new Date(1_234_567_890_000)
  const pas = Math.floor(1_234_567_890 / 30)
  expect(pasAdmis(now).toSorted((a, b) => a - b)).toEqual([pas - 1, pas, pas + 1])
  for (const ecart of [-2, -1, 0, 1, 2])
    expect([ecart, pasDuCode(SECRET, codeDuPas(SECRET, pas + ecart), now)]).toEqual([
      ecart,
      Math.abs(ecart) <= 1 ? pas + ecart : null,
    ])
  for (const faux of ['', '12345', '1234567', 'abcdef']) expect(pasDuCode(SECRET, faux, now)).toBeNull()
})

test('bytes are written as the RFC 4648 does, and a code is read however it is typed', () => {
  for (const [mot, dit] of [
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foobar', 'MZXW6YTBOI'],
  ] as const)
    expect(base32(Buffer.from(mot))).toBe(dit)
  expect(lireCode(' 005 924 ')).toEqual({ genre: 'CODE', texte: '005924' })
  expect(lireCode('abcd-efgh ijkl mnop')).toEqual({ genre: 'SECOURS', texte: 'ABCDEFGHIJKLMNOP' })
})

test('the codes that serve once are ten, of 80 bits, and none is another', () => {
  const codes = nouveauxSecours()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^[A-Z2-7]{16}$/)
})

test('a secret is read back for its own demandeur alone, and not once it was touched', () => {
  const [secret, lui] = [randomBytes(20), 'b0b8a2b4-0d2f-4a54-9b5e-3c2e7d8f9a01']
  const garde = chiffrerSecret(secret, lui)
  expect(Buffer.from(garde, 'base64url').includes(secret)).toBe(false)
  expect(dechiffrerSecret(garde, lui)).toEqual(secret)
  expect(dechiffrerSecret(garde, 'c1b8a2b4-0d2f-4a54-9b5e-3c2e7d8f9a01')).toBeNull()
  expect(dechiffrerSecret(`${garde.slice(0, -3)}AAA`, lui)).toBeNull()
  expect(dechiffrerSecret('court', lui)).toBeNull()
  expect(chiffrerSecret(secret, lui)).not.toBe(garde)
})

test('what a telephone reads in the square is the address of the secret', () => {
  const secret = base32(SECRET)
  const adresse = adresseOtp({ courriel: 'anne+p@exemple.test', secret })
  expect(adresse).toBe(
    `otpauth://totp/Extranet%20Pas-de-Calais:anne%2Bp%40exemple.test?secret=${secret}&issuer=Extranet%20Pas-de-Calais&algorithm=SHA1&digits=6&period=30`,
  )
  const points = encodeQR(adresse, 'raw', { border: 4 })
  const cote = points.length * 4
  const data = new Uint8Array(cote * cote * 4).fill(255)
  for (let y = 0; y < cote; y += 1)
    for (let x = 0; x < cote; x += 1)
      if (points[y >> 2]?.[x >> 2]) data.fill(0, (y * cote + x) * 4, (y * cote + x) * 4 + 3)
  expect(decodeQR({ width: cote, height: cote, data })).toBe(adresse)
})
