import { exigees } from '#domain/campagne/exigence'
import { contexteDeDemande } from '#domain/demande-en-ligne/contexte-de-demande'
import { piecesAbsentes } from '#domain/demande-en-ligne/pieces'
import { lireGenre } from '#domain/structure/genre'
import { jourDeParis } from '#domain/temps/jour'
import type { Db, Tx } from '#infra/db'
import { renouvellementDe } from '#infra/stores/campagne/contexte'
import {
  type Attendue,
  attenduesDuDossier,
  exigencesEnVigueur,
  type LigneAttendue,
  lignesDuGenre,
} from '#infra/stores/campagne/exigences'
import { type DemandeATenir, piecesDonnees, reponsesDe } from '#infra/stores/demande-en-ligne/demande-en-ligne'

type Brouillon = Pick<DemandeATenir, 'id' | 'structureId' | 'campagneId' | 'campagne' | 'structure' | 'reponses'>

/**
 * The pièces asked of it: those of the genre of its structure and of its case, by what its campagne asks today, or asked when it was deposited. Before the
 * deposit its case is what its answers say now, so that it is asked what its dossier will be asked.
 */
export async function attenduesDe(
  db: Db | Tx,
  lue: Brouillon & Pick<DemandeATenir, 'dossier'>,
  now: Date,
): Promise<Attendue[]> {
  const genre = lireGenre(lue.structure.genre)
  if (lue.dossier) return attenduesDuDossier(db, { ...lue.dossier, structure: { genre } })
  return (await attenduesDesBrouillons(db, [lue], now)).get(lue.id) ?? []
}

/** The same of several of one structure that are not deposited, by id: what they share is read once for each campagne. */
export async function attenduesDesBrouillons(
  db: Db | Tx,
  brouillons: readonly Brouillon[],
  now: Date,
): Promise<Map<string, Attendue[]>> {
  const premiers = [...new Map(brouillons.map((un) => [un.campagneId, un])).values()]
  const lues = await Promise.all(
    premiers.map(async (premier) => {
      const { campagneId, structure } = premier
      const lignes = await lignesDuGenre(db, await exigencesEnVigueur(db, campagneId), lireGenre(structure.genre))
      const demander = await selonLeCas(db, premier, [lignes])
      const siens = brouillons.filter((un) => un.campagneId === campagneId)
      return siens.map((un) => [un.id, demander(un, now).flat()] as const)
    }),
  )
  return new Map(lues.flat())
}

/** How several versions of the matrix are asked of what one structure fills in for one campagne: its grants are read once, where a line looks at them. */
export async function selonLeCas(db: Db | Tx, brouillon: Brouillon, versions: readonly (readonly LigneAttendue[])[]) {
  const conditionnee = versions.some((lignes) => lignes.some(({ condition }) => condition !== null))
  const renouvellement = conditionnee ? await renouvellementDe(db, brouillon) : null
  const { dispositif } = brouillon.campagne
  return ({ reponses }: Pick<Brouillon, 'reponses'>, now: Date): Attendue[][] => {
    const dites = reponsesDe({ reponses })
    const contexte = contexteDeDemande(dites, { dispositif, renouvellement, aujourdhui: jourDeParis(now) })
    return versions.map((lignes) => exigees(lignes, contexte))
  }
}

/** Of the pièces asked, the ones that must be given and are not. */
export const manquantesDe = async (db: Db | Tx, demandeEnLigne: DemandeATenir, now: Date): Promise<string[]> =>
  piecesAbsentes(await attenduesDe(db, demandeEnLigne, now), piecesDonnees(demandeEnLigne))
