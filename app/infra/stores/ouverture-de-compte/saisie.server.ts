import {
  genresDOuverture,
  lireOuverture,
  type OuvertureLue,
  type OuvertureRefusee,
  type SaisieOuverture,
  siretDOuverture,
} from '#domain/ouverture-de-compte/ouverture'
import { type Genre, lireGenre } from '#domain/structure/genre'
import type { Db } from '#infra/db'
import { reglementDe } from '#infra/stores/campagne/version-exigences'
import { structureVisee } from '#infra/stores/ouverture-de-compte/structures-connues'

/** The genres for which an account may be asked today. */
export async function genresOuverts(db: Db): Promise<Genre[]> {
  const campagnes = await db.campagne.findMany({ where: { etat: 'OUVERTE' } })
  return genresDOuverture(campagnes.flatMap((une) => reglementDe(une).reglages.genresEligibles))
}

type Lue = {
  lue: OuvertureLue
  refusees: readonly OuvertureRefusee[]
  /** What the structure is called: as it is known, else as it was typed. */
  structure: string
  /** The structure that the person asks to join; null for one that nobody knows. */
  connue: { nom: string; commune: string } | null
}

/** What somebody asks, judged against the structures that are there. */
export async function lireSaisie(db: Db, saisie: SaisieOuverture): Promise<Lue> {
  const siret = siretDOuverture(saisie.siret)
  const connue = siret.ok ? await structureVisee(db, siret.value) : null
  const contexte = { connue: connue && { genre: lireGenre(connue.genre) }, genres: await genresOuverts(db) }
  const { lue, refusees } = lireOuverture(saisie, contexte)
  return {
    lue,
    refusees,
    structure: connue?.nom ?? lue.raisonSociale,
    connue: connue && { nom: connue.nom, commune: connue.commune },
  }
}
