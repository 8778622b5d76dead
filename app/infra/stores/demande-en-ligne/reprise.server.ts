import { reponsesDeposees } from '#domain/demande-en-ligne/depot'
import { lireReponsesEnLigne } from '#domain/demande-en-ligne/etapes'
import type { Donnees } from '#domain/portail/demande-lue'
import { questionsDuDossier } from '#infra/stores/champ-du-service/questions-de-campagne'
import type { Tx } from '#infra/db'
import type { Prisma } from '#prisma'

type DossierRouvert = Parameters<typeof questionsDuDossier>[1] & { id: string; donnees: Prisma.JsonValue }

/**
 * The answers of a demande on line become those of its dossier, as it is opened again: what was written under an opening before and set aside by an officer
 * is not what is written in now. Nothing where the dossier was deposited on the portal.
 */
export async function reprendreReponses(tx: Tx, dossier: DossierRouvert): Promise<void> {
  const etapes = await tx.reponsesDEtape.findMany({ where: { demandeEnLigne: { dossierId: dossier.id } } })
  const posees = await questionsDuDossier(tx, dossier)
  for (const { demandeEnLigneId, etape, reponses } of etapes) {
    if (etape === 'CERTIFICATION') continue
    await tx.reponsesDEtape.update({
      where: { demandeEnLigneId_etape: { demandeEnLigneId, etape } },
      data: {
        reponses: reponsesDeposees(etape, dossier.donnees as Donnees, {
          reponses: lireReponsesEnLigne(reponses),
          posees,
        }),
        auteurs: {},
        version: { increment: 1 },
      },
      select: { version: true },
    })
  }
}
