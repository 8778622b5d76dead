import type { Demandeur } from '#domain/acces/acteur'
import type { Db, Tx } from '#infra/db'

/** Takes a return from the provider of identity, which serves once; false for one that served. */
export const prendreRetour = async (tx: Tx, retour: { id: string; expireLe: Date }): Promise<boolean> =>
  (await tx.retourProConnect.createMany({ data: retour, skipDuplicates: true })).count === 1

/** Each structure that this demandeur represents, or asks to, once: what they may prove. A structure without a SIRET can be proved by nobody. */
export async function structuresARepresenter(
  db: Db | Tx,
  { id: demandeurId, courriel }: Pick<Demandeur, 'id' | 'courriel'>,
): Promise<{ siret: string; nom: string }[]> {
  const role = 'REPRESENTANT_LEGAL'
  const membres = await db.membreDeStructure.findMany({
    where: { demandeurId, role, structure: { siret: { not: null } } },
    select: { structure: { select: { siret: true, nom: true } } },
    orderBy: { structure: { nom: 'asc' } },
  })
  const voulues = await db.ouvertureDeCompte.findMany({
    where: { courriel, role, etat: 'A_TRAITER' },
    select: { siret: true, raisonSociale: true },
    orderBy: [{ confirmeeLe: 'asc' }, { id: 'asc' }],
  })
  const toutes = [
    ...membres.map(({ structure: { siret, nom } }) => [siret ?? '', nom] as const),
    ...voulues.map(({ siret, raisonSociale }) => [siret, raisonSociale] as const),
  ]
  return [...new Map(toutes.reverse())].map(([siret, nom]) => ({ siret, nom })).reverse()
}
