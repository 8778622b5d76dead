import { type FormatDeFiche } from '#domain/pre-projet/formulaire'
import { no, type Result } from '#domain/result'
import type { Db } from '#infra/db'
import { type Interrompue, LecteursOccupes, lire } from '#lecteurs/lecteurs'
import { consignesDeLaFiche, PATIENTER } from '#libelles/pre-projet/formulaire'
import { campagneAnnoncee } from '#queries/extranet/campagnes-annoncees'
import { missionAJoindre } from '#queries/extranet/mission-a-joindre'
import { ficheSurPapier } from '#reports/formulaire-papier'

/** The fiche pré-projet of a campagne to be filled, with whom to send it to. Throws NotFound. */
export async function ficheVierge(
  db: Db,
  { code, format, now }: { code: string; format: FormatDeFiche; now: Date },
): Promise<Result<Uint8Array, Interrompue | 'OCCUPE'>> {
  const { libelle, genres, joindre, phrase } = await campagneAnnoncee(db, code, { now, genre: null })
  const consignes = consignesDeLaFiche(joindre?.courriel ?? missionAJoindre().courriel, phrase)
  const formulaire = ficheSurPapier({ campagne: libelle, consignes, genres, reponses: null })
  return lire('formulaire', { formulaire, format }).catch((error: unknown) => {
    if (error instanceof LecteursOccupes) return no('OCCUPE', PATIENTER)
    throw error
  })
}
