import type { Demandeur } from '#domain/acces/acteur'
import { type Etape, peutRemplir } from '#domain/demande-en-ligne/etapes'
import type { PresentSurDemande } from '#domain/demande-en-ligne/presence'
import type { Deps } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { autresPresents } from '#infra/stores/demande-en-ligne/presence'
import { roleDans } from '#infra/stores/demandeur/demandeur'

/**
 * Says that this demandeur has a demande before their eyes, at this step, where they may fill it in: gives who else has, and its version now, by which a page
 * knows that it was written in since. Nothing of it is journaled: it is worth nothing after two minutes. Throws NotFound.
 */
export async function direPresence(
  { db, now }: Deps,
  demandeur: Demandeur,
  { id, etape }: { id: string; etape: Etape },
): Promise<{ autres: PresentSurDemande[]; version: number }> {
  const lue = await db.demandeEnLigne.findUnique({ where: { id }, select: { structureId: true, version: true } })
  if (!lue) throw new NotFound('demande-en-ligne', id)
  const vuLe = now()
  const { structureId, version } = lue
  if (peutRemplir(await roleDans(db, demandeur.id, structureId)))
    // It may be deleted at this instant: nobody is there then.
    await db.$executeRaw`
      INSERT INTO presence_sur_demande (demande_en_ligne_id, demandeur_id, etape, vu_le)
      SELECT id, ${demandeur.id}::uuid, ${etape}, ${vuLe} FROM demande_en_ligne WHERE id = ${id}::uuid
      ON CONFLICT (demande_en_ligne_id, demandeur_id) DO UPDATE SET etape = excluded.etape, vu_le = excluded.vu_le`
  return { version, autres: await autresPresents(db, { id, structureId, demandeurId: demandeur.id, now: vuLe }) }
}
