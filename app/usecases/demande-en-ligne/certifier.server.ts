import { type Demandeur, nomDActeur } from '#domain/acces/acteur'
import type { Tx } from '#infra/db'

/** What is sent to deposit a demande: which, the version of the summary that was read, and the sworn word. */
export type Certification = { id: string; version: number; faitA: string; certifie: 'oui' }

/** Who certified, where and when stays with the answers. */
export async function certifier(
  tx: Tx,
  demandeur: Demandeur,
  { id, reponses, le }: { id: string; reponses: Pick<Certification, 'faitA' | 'certifie'>; le: Date },
) {
  const ecrite = { reponses, enregistreeLe: le, enregistreePar: nomDActeur(demandeur) }
  await tx.reponsesDEtape.upsert({
    where: { demandeEnLigneId_etape: { demandeEnLigneId: id, etape: 'CERTIFICATION' } },
    create: { demandeEnLigneId: id, etape: 'CERTIFICATION', ...ecrite },
    update: { ...ecrite, version: { increment: 1 } },
    select: { version: true },
  })
}
