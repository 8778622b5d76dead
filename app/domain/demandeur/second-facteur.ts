/** How long a code of the second factor lasts, in seconds (RFC 6238 § 4.1). */
const PAS_S = 30

/** Codes taken before and after the one of this instant: clocks of telephones drift (RFC 6238 § 5.2). */
const FENETRE = 1

/** How long a right password waits for its code, in milliseconds. */
export const DUREE_ETAPE_MS = 10 * 60 * 1000

/** Codes that serve once, where the telephone is lost. */
export const NOMBRE_DE_SECOURS = 10

const LETTRES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Bytes as a person types them (RFC 4648 § 6, without padding). */
export function base32(octets: Uint8Array): string {
  let [bits, reste, texte] = [0, 0, '']
  for (const octet of octets) {
    reste = (reste << 8) | octet
    bits += 8
    while (bits >= 5) {
      bits -= 5
      texte += LETTRES[(reste >>> bits) & 31] ?? ''
    }
    reste &= (1 << bits) - 1
  }
  return bits > 0 ? texte + (LETTRES[(reste << (5 - bits)) & 31] ?? '') : texte
}

/** By four, as it is read aloud and copied. */
export const parQuatre = (texte: string): string => texte.match(/.{1,4}/g)?.join(' ') ?? ''

/** The steps whose code is taken at this instant, this one first. */
export function pasAdmis(now: Date): number[] {
  const pas = Math.floor(now.getTime() / 1000 / PAS_S)
  return [pas, ...Array.from({ length: FENETRE }, (_, n) => [pas - n - 1, pas + n + 1]).flat()]
}

/** What was typed: the six figures of a telephone, or a code that serves once. */
export type CodeSaisi = { genre: 'CODE' | 'SECOURS'; texte: string }

/** Spaces, hyphens and small letters are of whoever types. */
export function lireCode(saisi: string): CodeSaisi {
  const texte = saisi.replace(/[\s-]/g, '').toUpperCase()
  return { genre: /^\d{6}$/.test(texte) ? 'CODE' : 'SECOURS', texte }
}

const EMETTEUR = 'Extranet Pas-de-Calais'

/** What an application of a telephone reads of a secret (Key Uri Format of Google Authenticator, which the others follow). */
export function adresseOtp({ courriel, secret }: { courriel: string; secret: string }): string {
  const [qui, quoi] = [EMETTEUR, courriel].map(encodeURIComponent)
  return `otpauth://totp/${qui}:${quoi}?secret=${secret}&issuer=${qui}&algorithm=SHA1&digits=6&period=${PAS_S}`
}

/** ETAPE_PERDUE: no password was given before, or too long ago. */
export type RefusSecondFacteur =
  'CODE_INCORRECT' | 'TROP_D_ESSAIS' | 'ETAPE_PERDUE' | 'DEJA_ACTIF' | 'PAS_ACTIF' | 'IDENTIFIANTS_INCONNUS'

/**
 * Whose password was right: they come in at once, or once a code of their second factor was given. `jetonProConnect` is the id_token of the provider of identity
 * that said who they are, where one did.
 */
export type Entree = { demandeurId: string; secondFacteur: boolean; jetonProConnect?: string | null }
