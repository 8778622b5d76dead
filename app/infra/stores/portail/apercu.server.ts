import type { Apercu } from '#domain/portail/apercu'
import type { Cible } from '#infra/stores/portail/cible'

/** A preview as its lot keeps it: what would be done, of which file, and of which state of the base. */
export type ApercuGarde = Apercu & {
  cible: Cible
  /** Fingerprint of the base (#infra/stores/portail/cible). */
  base: string
  /** SHA-256 of the listing. */
  fichier: string
}

/** The preview of a lot, which `prevoirLot` alone writes; null while there is none. */
export const lireApercu = (apercu: unknown): ApercuGarde | null => (apercu as ApercuGarde | null) ?? null
