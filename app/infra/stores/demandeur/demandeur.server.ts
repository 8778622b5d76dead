import type { Demandeur } from '#domain/acces/acteur'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import type { Db, Tx } from '#infra/db'
import { NotFound } from '#infra/errors'

type RowDemandeur = { id: string; prenom: string; nom: string; courriel: string }

/** The demandeur of a row of their table. */
export const demandeurDe = ({ id, prenom, nom, courriel }: RowDemandeur): Demandeur => ({
  type: 'DEMANDEUR',
  id,
  prenom,
  nom,
  courriel,
})

/** What this demandeur is in this structure. Throws NotFound for one they are no member of: nothing tells that it is there. */
export async function roleDans(db: Db | Tx, demandeurId: string, structureId: string): Promise<RoleMembre> {
  const [membre] = await db.$queryRaw<{ role: RoleMembre }[]>`
    SELECT m.role::text FROM membre_de_structure m JOIN demandeur d ON d.id = m.demandeur_id
    WHERE m.demandeur_id = ${demandeurId}::uuid AND m.structure_id = ${structureId}::uuid AND d.actif`
  if (!membre) throw new NotFound('structure', structureId)
  return membre.role
}

/** Nobody else changes who the members of this structure are, until the end of the transaction. */
export const tenirMembres = (tx: Tx, structureId: string) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('membres'), hashtext(${structureId}))`

/** Whether the account of this address was closed by an officer. */
export const estFerme = async (db: Db | Tx, courriel: string): Promise<boolean> =>
  (await db.demandeur.count({ where: { courriel, actif: false } })) > 0
