import { type RefusDeFichier, verifierFichier } from '#domain/demande-en-ligne/pieces'
import { MAX_OCTETS } from '#domain/piece/depot'
import { no, ok, type Result } from '#domain/result'

/** What a file is sent for: a demande that is being filled in, or what is asked of a dossier. */
export type PourQuoi = { demandeEnLigneId: string } | { dossierId: string }

/**
 * One that nothing came of for ten minutes, in ms, is given up: a deposit waits for it no more. Longer than a tunnel or a telephone that sleeps, and short
 * enough that a connection cut on one side, or a process that died, keeps nobody from depositing on the last evening.
 */
export const ABANDON_MS = 10 * 60_000

/** What is kept of one, in ms, after the last of it came: whoever sends it may go on the next day. */
export const GARDE_MS = 24 * 60 * 60_000

/** Files of one person on their way at once, and their bytes: who fills the disk is stopped well before it is full. */
export const EN_VOL_MAX = 8
export const OCTETS_EN_VOL_MAX = 5 * MAX_OCTETS

/** Files on their way for one demande, whoever sends them. */
export const EN_VOL_MAX_PAR_DEMANDE = 12

/** Files that one person may begin to send in an hour. */
export const COMMENCES_MAX_PAR_HEURE = 120

export type RefusDAnnonce = RefusDeFichier | 'ANNONCE_ILLISIBLE'

const SHA256 = /^[\da-f]{64}$/

/** May a file be sent, by what is announced of it? Its name, its size in bytes and the SHA-256 of its bytes in hexadecimal. */
export function verifierAnnonce({
  nomFichier,
  taille,
  sha256,
}: {
  nomFichier: string
  taille: number
  sha256: string
}): Result<undefined, RefusDAnnonce> {
  if (nomFichier === '' || !Number.isSafeInteger(taille) || taille < 0 || !SHA256.test(sha256))
    return no('ANNONCE_ILLISIBLE')
  return taille === 0 ? no('VIDE') : verifierFichier({ nom: nomFichier, taille })
}

export type RefusDePlace = 'TROP_D_ENVOIS' | 'TROP_D_ENVOIS_DE_LA_DEMANDE' | 'TROP_D_ENVOIS_PAR_HEURE'

/** What is on its way already: `miens` are of who asks, `pourLaMeme` are for what this one is for, and `dansLHeure` how many that person began. */
type EnVol = { miens: readonly { taille: number }[]; pourLaMeme: number; dansLHeure: number }

/** Is there room for one more of this size, in bytes? */
export function verifierPlace(
  taille: number,
  { miens, pourLaMeme, dansLHeure }: EnVol,
): Result<undefined, RefusDePlace> {
  if (dansLHeure >= COMMENCES_MAX_PAR_HEURE) return no('TROP_D_ENVOIS_PAR_HEURE')
  const octets = miens.reduce((somme, un) => somme + un.taille, taille)
  if (miens.length >= EN_VOL_MAX || octets > OCTETS_EN_VOL_MAX) return no('TROP_D_ENVOIS')
  return pourLaMeme >= EN_VOL_MAX_PAR_DEMANDE ? no('TROP_D_ENVOIS_DE_LA_DEMANDE') : ok()
}

/** The fingerprint of one that comes whole, by a form without a script: nobody announced it, and cut it does not go on. */
export const SANS_EMPREINTE = ''

/** What such a one is counted for, in bytes: as much as its form says it weighs, `null` where it says nothing, and no more than any file may. */
export const tailleDuFormulaire = (octets: number | null): number =>
  octets !== null && Number.isSafeInteger(octets) && octets > 0 ? Math.min(octets, MAX_OCTETS) : MAX_OCTETS

/** The instant after which the last of a file must have come for a deposit to wait for it. */
export const vivantDepuis = (now: Date): Date => new Date(now.getTime() - ABANDON_MS)

/** Is it still on its way, in the eyes of a deposit? */
export const estEnVol = ({ recuLe, finiLe }: { recuLe: Date; finiLe: Date | null }, now: Date): boolean =>
  finiLe === null && recuLe > vivantDepuis(now)

/** How much of it has come, in whole per cent, and never all of it before its last byte. */
export const pourcentRecu = ({ recu, taille }: { recu: number; taille: number }): number =>
  taille <= 0 ? 0 : Math.min(100, Math.floor((100 * recu) / taille))
