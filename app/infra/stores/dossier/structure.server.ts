import type { DemandeLue } from '#domain/portail/demande-lue'
import { type Genre, lireGenre } from '#domain/structure/genre'
import { plier } from '#domain/texte'
import type { Tx } from '#infra/db'
import { rafraichirEnCours } from '#infra/stores/piece/completude'

/** A structure as a listing or a fiche says it is, once its genre is known or guessed. */
export type IdentiteStructure = Omit<DemandeLue['structure'], 'genre'> & { genre: Genre }

/** A row with its structure, whose genre is read as one of ours or as unknown. */
export const avecGenre = <L extends { structure: { genre: string } }>(ligne: L) => ({
  ...ligne,
  structure: { ...ligne.structure, genre: lireGenre(ligne.structure.genre) } as Omit<L['structure'], 'genre'> & {
    genre: Genre | null
  },
})

const CONNUE = { id: true, siret: true, natureJuridique: true, genre: true } as const

/**
 * The row of this structure: by SIRET, else by folded name. A name known without a SIRET receives the one that is now given; a
 * name borne by several gives none of them, since choosing would mix two structures.
 */
async function findStructure(tx: Tx, { siret, nom, codePostal }: IdentiteStructure) {
  if (siret) {
    const found = await tx.structure.findUnique({ where: { siret }, select: CONNUE })
    if (found) return found
  }
  const named = await tx.structure.findMany({
    where: { nomPlie: plier(nom), ...(siret && { siret: null }) },
    select: { ...CONNUE, codePostal: true },
    take: 20,
  })
  if (named.length === 1) return named[0]
  const near = named.filter((structure) => structure.codePostal === codePostal)
  return near.length === 1 ? near[0] : undefined
}

/**
 * Creates the structure or brings it up to date; gives its id. The genre is kept while the portal's words for it stay the same:
 * an officer may have put it right. What is asked of its dossiers follows its genre. Two imports of one structure wait for each other.
 */
export async function upsertStructure(tx: Tx, identite: IdentiteStructure, le: Date): Promise<string> {
  const nomPlie = plier(identite.nom)
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('structure'), hashtext(${nomPlie}))`
  if (identite.siret) await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('siret'), hashtext(${identite.siret}))`
  const known = await findStructure(tx, identite)
  if (!known) {
    const { id } = await tx.structure.create({ data: { ...identite, nomPlie }, select: { id: true } })
    return id
  }
  const genre = known.natureJuridique === identite.natureJuridique ? known.genre : identite.genre
  await tx.structure.update({
    where: { id: known.id },
    data: { ...identite, nomPlie, genre, siret: identite.siret ?? known.siret, version: { increment: 1 } },
    select: { id: true },
  })
  if (genre !== known.genre) await rafraichirEnCours(tx, { structureId: known.id }, le)
  return known.id
}

/**
 * Brings up to date how a structure is reached, from a form that its own member filled in. Its name, its SIRET and its genre are an officer's to change:
 * whatever the form says, it stays the same structure. Gives it as it now is.
 */
export async function majCoordonnees(tx: Tx, structureId: string, { structure }: Pick<DemandeLue, 'structure'>) {
  const { adresse, codePostal, commune, codeInsee, courriel, telephone, site } = structure
  return tx.structure.update({
    where: { id: structureId },
    data: { adresse, codePostal, commune, codeInsee, courriel, telephone, site, version: { increment: 1 } },
  })
}
