import { type Demandeur, nomDActeur } from '#domain/acces/acteur'
import type { Tx } from '#infra/db'

/** What is sent to deposit a demande: which, the version of the summary that was read, the sworn word, and when all that reached the server. */
export type Certification = { id: string; version: number; faitA: string; certifie: 'oui'; arriveeLe: Date }

/** Who certified, where and when stays with the answers. */
export async function certifier(
  tx: Tx,
  demandeur: Demandeur,
  { id, reponses, le }: { id: string; reponses: Pick<Certification, 'faitA' | 'certifie'>; le: Date },
) {
  await tx.$executeRaw`
    INSERT INTO reponses_d_etape AS r (demande_en_ligne_id, etape, reponses, enregistree_le, enregistree_par)
    VALUES (${id}::uuid, 'CERTIFICATION', ${JSON.stringify(reponses)}::jsonb, ${le}, ${nomDActeur(demandeur)})
    ON CONFLICT (demande_en_ligne_id, etape) DO UPDATE SET reponses = excluded.reponses,
      enregistree_le = excluded.enregistree_le, enregistree_par = excluded.enregistree_par, version = r.version + 1`
}
