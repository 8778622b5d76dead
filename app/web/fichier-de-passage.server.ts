import type { Result } from '#domain/result'
import type { Storage } from '#infra/storage'
import { PHRASE_REFUS_LOT } from '#libelles/portail/lot'
import type { Reponse } from '#web/form'
import type { Recus, RefusEnvoi } from '#web/upload'

/** What a field takes of a table that is read once. */
export const LIMITES_DE_PASSAGE = { octets: 20 * 1024 * 1024, fichiers: 1 }

type Envoi = {
  deps: { storage: Storage }
  recus: Result<Recus, RefusEnvoi>
  refuser: (phrase: string) => Reponse
}

/** Gives the one file of a form to what reads it, and keeps nothing of it; `sans` is said where none was chosen. */
export async function lireDePassage<T>(
  { deps, recus, refuser }: Envoi,
  sans: string,
  lire: (fichier: { nom: string; cle: string }) => Promise<T>,
): Promise<T | Reponse> {
  if (!recus.ok) return refuser(PHRASE_REFUS_LOT[recus.reason]?.(recus.detail ?? '') ?? recus.reason)
  const [fichier] = recus.value.fichiers
  if (!fichier) return refuser(sans)
  try {
    return await lire({ nom: fichier.nom, cle: fichier.cle })
  } finally {
    await deps.storage.remove(fichier.cle)
  }
}
