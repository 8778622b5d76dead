import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { base32, NOMBRE_DE_SECOURS, pasAdmis } from '#domain/demandeur/second-facteur'
import { getEnv } from '#infra/env'

/** The key of a telephone: 160 bits drawn at random (RFC 4226 § 4, R6). */
export const nouveauSecret = (): Buffer => randomBytes(20)

/** The six figures of one step of time (RFC 4226 § 5.3, RFC 6238). */
export function codeDuPas(secret: Uint8Array, pas: number): string {
  const compte = Buffer.alloc(8)
  compte.writeBigUInt64BE(BigInt(pas))
  const empreinte = createHmac('sha1', secret).update(compte).digest()
  const place = (empreinte.at(-1) ?? 0) & 15
  return String((empreinte.readUInt32BE(place) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0')
}

/** The step whose code this is, of those taken now; null for none. Every one is compared, so that the time tells nothing. */
export function pasDuCode(secret: Uint8Array, code: string, now: Date): number | null {
  const dit = Buffer.from(code.padEnd(6).slice(0, 6))
  const trouves = pasAdmis(now).filter((pas) => timingSafeEqual(Buffer.from(codeDuPas(secret, pas)), dit))
  return trouves[0] ?? null
}

/** Codes that serve once, of 80 bits each: a hash of one, without salt, gives nobody the code. */
export const nouveauxSecours = (): string[] => Array.from({ length: NOMBRE_DE_SECOURS }, () => base32(randomBytes(10)))

const ALGORITHME = 'aes-256-gcm'

/** Drawn from the secret of the application: whoever reads the database has no key. Another SESSION_SECRET opens none of the secrets kept before. */
const cle = () => Buffer.from(hkdfSync('sha256', getEnv().SESSION_SECRET, '', 'second-facteur', 32))

/** A secret as the database keeps it, for this demandeur alone. */
export function chiffrerSecret(secret: Uint8Array, demandeurId: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv(ALGORITHME, cle(), iv).setAAD(Buffer.from(demandeurId))
  const chiffre = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), chiffre]).toString('base64url')
}

/** The secret kept for this demandeur; null where it cannot be read: of another, changed, or of another SESSION_SECRET. */
export function dechiffrerSecret(garde: string, demandeurId: string): Buffer | null {
  const octets = Buffer.from(garde, 'base64url')
  try {
    const decipher = createDecipheriv(ALGORITHME, cle(), octets.subarray(0, 12), { authTagLength: 16 })
    decipher.setAAD(Buffer.from(demandeurId)).setAuthTag(octets.subarray(12, 28))
    return Buffer.concat([decipher.update(octets.subarray(28)), decipher.final()])
  } catch {
    return null
  }
}
