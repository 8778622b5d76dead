import type { Db } from '#infra/db'
import { loadSeance } from '#infra/stores/seance/seance'
import { ecrireClasseurDeVotes } from '#fichiers/classeur/classeur-de-votes'
import { nomDeSeance } from '#libelles/seance/seance'

/** The list of a séance as a workbook to write its votes in. Throws NotFound. */
export async function classeurDeSeance(db: Db, seanceId: string): Promise<{ nom: string; contenu: Buffer }> {
  const seance = await loadSeance(db, seanceId)
  const lues = await db.ligneSeance.findMany({
    where: { seanceId },
    orderBy: { rang: 'asc' },
    include: {
      dossier: {
        select: { numero: true, objet: true, montantDemandeCents: true, structure: { select: { nom: true } } },
      },
    },
  })
  const lignes = lues.map(({ dossier, montantProposeCents, motif, ...ligne }) => ({
    ...ligne,
    ...{ numero: dossier.numero ?? '', objet: dossier.objet, structure: dossier.structure.nom },
    demandeCents: dossier.montantDemandeCents,
    proposeCents: montantProposeCents ?? 0n,
    motif: motif ?? '',
  }))
  return {
    nom: `seance-${seance.jour}-votes.xlsx`,
    contenu: await ecrireClasseurDeVotes(nomDeSeance(seance), lignes),
  }
}
