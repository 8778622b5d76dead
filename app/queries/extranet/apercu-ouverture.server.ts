import type { SaisieOuverture } from '#domain/ouverture-de-compte/ouverture'
import { nonExigees } from '#domain/campagne/exigence'
import type { CodePiece } from '#domain/piece/piece'
import type { Genre } from '#domain/structure/genre'
import type { Db } from '#infra/db'
import { exigencesEnVigueur } from '#infra/stores/campagne/exigences'
import { lignesDe } from '#infra/stores/campagne/version-exigences'
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
    apercu: {
      lue,
      copie: copieDOuverture(lue, structure),
      connue,
      nonDemande: nonDemande(lue.genre, await epargnees(db, lue.genre)),
    },
  }
}

/** The pièces that the open campagnes ask of others, and none of them of this genre. */
async function epargnees(db: Db, genre: Genre): Promise<CodePiece[]> {
  const ouvertes = await db.campagne.findMany({ where: { etat: 'OUVERTE' }, select: { id: true } })
  const lignes = await Promise.all(ouvertes.map(async ({ id }) => lignesDe(db, await exigencesEnVigueur(db, id))))
  return nonExigees(lignes.flat(), genre)
}
