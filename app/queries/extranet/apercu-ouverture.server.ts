import type { SaisieOuverture } from '#domain/ouverture-de-compte/ouverture'
import type { Db } from '#infra/db'
import { genresOuverts, lireSaisie } from '#infra/stores/ouverture-de-compte/saisie'
import { copieDOuverture, nonDemande, phrasesOuverture } from '#libelles/ouverture-de-compte/ouverture'

/** What the form of a request for an account offers. */
export const pageOuverture = async (db: Db) => ({ genres: await genresOuverts(db) })

/** What somebody is about to ask, to be read again before it leaves: or what is wrong in it. Nothing is kept. */
export async function apercuOuverture(db: Db, saisie: SaisieOuverture) {
  const { lue, refusees, structure, connue } = await lireSaisie(db, saisie)
  if (refusees.length > 0) return { ok: false as const, phrases: phrasesOuverture(refusees) }
  return {
    ok: true as const,
    apercu: { lue, copie: copieDOuverture(lue, structure), connue, nonDemande: nonDemande(lue.genre) },
  }
}
