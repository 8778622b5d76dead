import { reponsesDeposees } from '#domain/demande-en-ligne/depot'
import { lireReponsesEnLigne } from '#domain/demande-en-ligne/etapes'
import type { Donnees } from '#domain/portail/demande-lue'
import type { Tx } from '#infra/db'
import type { Prisma } from '#prisma'

/**
 * The answers of a demande on line become those of its dossier, as it is opened again: what was written under an opening before and set aside by an officer
 * is not what is written in now. Nothing where the dossier was deposited on the portal.
 */
export async function reprendreReponses(tx: Tx, dossier: { id: string; donnees: Prisma.JsonValue }): Promise<void> {
  const etapes = await tx.reponsesDEtape.findMany({ where: { demandeEnLigne: { dossierId: dossier.id } } })
  for (const { demandeEnLigneId, etape, reponses } of etapes) {
    if (etape === 'CERTIFICATION') continue
    await tx.reponsesDEtape.update({
      where: { demandeEnLigneId_etape: { demandeEnLigneId, etape } },
      data: {
        reponses: reponsesDeposees(etape, dossier.donnees as Donnees, lireReponsesEnLigne(reponses)),
        auteurs: {},
        version: { increment: 1 },
      },
      select: { version: true },
    })
  }
}
