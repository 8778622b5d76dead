import type { Candidate } from '#domain/ouverture-de-compte/reponse'
import { sirenDe } from '#domain/structure/identifiants'
import { plier } from '#domain/texte'
import type { Db, Tx } from '#infra/db'

const LUE = {
  id: true,
  siret: true,
  nom: true,
  genre: true,
  adresse: true,
  codePostal: true,
  commune: true,
} as const

/** The structures of this SIREN: that of the very SIRET first, then by name. */
export async function structuresDuSiren(db: Db | Tx, siret: string) {
  const siren = sirenDe(siret)
  const lues = await db.structure.findMany({
    where: { siret: { gte: `${siren}00000`, lte: `${siren}99999` } },
    select: LUE,
    orderBy: [{ nom: 'asc' }, { id: 'asc' }],
    take: 50,
  })
  return lues.toSorted((a, b) => Number(b.siret === siret) - Number(a.siret === siret))
}

/** The structure that who gives this SIRET is told they join: that of the very SIRET, else the first of its SIREN; null where nobody knows it. */
export const structureVisee = async (db: Db | Tx, siret: string) => (await structuresDuSiren(db, siret))[0] ?? null

/** What a request may be tied to: the structures of its SIREN, then those of its name of which nobody knows the SIRET. */
export async function candidates(db: Db | Tx, { siret, raisonSociale }: { siret: string; raisonSociale: string }) {
  const nomPlie = plier(raisonSociale)
  const parNom =
    nomPlie === ''
      ? []
      : await db.structure.findMany({ where: { nomPlie, siret: null }, select: LUE, orderBy: { id: 'asc' }, take: 20 })
  const parSiren = await structuresDuSiren(db, siret)
  return [
    ...parSiren.map((une) => ({ ...une, parSiren: true })),
    ...parNom.map((une) => ({ ...une, parSiren: false })),
  ] satisfies Candidate[]
}
