import { expect, test } from 'vitest'
import {
  ABANDON_MS,
  COMMENCES_MAX_PAR_HEURE,
  EN_VOL_MAX,
  EN_VOL_MAX_PAR_DEMANDE,
  estEnVol,
  pourcentRecu,
  tailleDuFormulaire,
  verifierAnnonce,
  verifierPlace,
} from '#domain/demande-en-ligne/televersement'
import { MAX_OCTETS } from '#domain/piece/depot'

const SHA = 'a'.repeat(64)
const annonce = (change: object = {}) => verifierAnnonce({ nomFichier: 'RIB.pdf', taille: 10, sha256: SHA, ...change })

test('what is announced of a file is refused before any of its bytes: its size, its name, and a fingerprint that is none', () => {
  expect(annonce()).toEqual({ ok: true })
  expect(annonce({ taille: MAX_OCTETS })).toEqual({ ok: true })
  expect(annonce({ taille: MAX_OCTETS + 1 })).toMatchObject({ reason: 'TROP_VOLUMINEUX' })
  expect(annonce({ taille: 0 })).toMatchObject({ reason: 'VIDE' })
  expect(annonce({ nomFichier: `${'a'.repeat(51)}.pdf` })).toMatchObject({ reason: 'LIBELLE_TROP_LONG' })
  expect(annonce({ nomFichier: 'photo.heic' })).toMatchObject({ reason: 'PHOTO_HEIC' })
  for (const faute of [{ sha256: '' }, { sha256: 'A'.repeat(64) }, { nomFichier: '' }, { taille: 1.5 }, { taille: -1 }])
    expect(annonce(faute)).toMatchObject({ reason: 'ANNONCE_ILLISIBLE' })
})

test('one person has so many files on their way, and so many bytes; so has one demande, and so many begin in an hour', () => {
  const place = (change: object = {}, taille = 10) =>
    verifierPlace(taille, { miens: [], pourLaMeme: 0, dansLHeure: 0, ...change })
  const petits = (n: number) => Array.from({ length: n }, () => ({ taille: 1 }))
  expect(place({ miens: petits(EN_VOL_MAX - 1) })).toEqual({ ok: true })
  expect(place({ miens: petits(EN_VOL_MAX) })).toMatchObject({ reason: 'TROP_D_ENVOIS' })
  const gros = Array.from({ length: 4 }, () => ({ taille: MAX_OCTETS }))
  expect(place({ miens: gros }, MAX_OCTETS)).toEqual({ ok: true })
  expect(place({ miens: [...gros, { taille: 1 }] }, MAX_OCTETS)).toMatchObject({ reason: 'TROP_D_ENVOIS' })
  expect(place({ pourLaMeme: EN_VOL_MAX_PAR_DEMANDE })).toMatchObject({ reason: 'TROP_D_ENVOIS_DE_LA_DEMANDE' })
  expect(place({ dansLHeure: COMMENCES_MAX_PAR_HEURE })).toMatchObject({ reason: 'TROP_D_ENVOIS_PAR_HEURE' })
})

test('one that comes whole is counted for what its form says, and for all that a file may weigh where it says nothing or more', () => {
  expect([10, MAX_OCTETS].map(tailleDuFormulaire)).toEqual([10, MAX_OCTETS])
  expect([null, 0, -1, 1.5, MAX_OCTETS + 1].map(tailleDuFormulaire)).toEqual(Array(5).fill(MAX_OCTETS))
})

test('a file is on its way until it is ended, or ten minutes pass without any of it', () => {
  const now = new Date('2027-06-01T10:00:00Z')
  const il = (ms: number) => new Date(now.getTime() - ms)
  expect(estEnVol({ recuLe: il(ABANDON_MS - 1), finiLe: null }, now)).toBe(true)
  expect(estEnVol({ recuLe: il(ABANDON_MS), finiLe: null }, now)).toBe(false)
  expect(estEnVol({ recuLe: now, finiLe: now }, now)).toBe(false)
})

test('all of it has come with its last byte, not before', () => {
  expect(pourcentRecu({ recu: 0, taille: 1000 })).toBe(0)
  expect(pourcentRecu({ recu: 999, taille: 1000 })).toBe(99)
  expect(pourcentRecu({ recu: 1000, taille: 1000 })).toBe(100)
})
