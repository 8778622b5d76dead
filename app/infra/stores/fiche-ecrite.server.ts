import type { Tx } from '#infra/db'
import { attenduesDuDossier } from '#infra/stores/exigences'

type Fiche = { id: string; campagneId: string | null; genre: string | null }

/** What a mail about this fiche needs beyond its row: who sent it last, and what the campagne will ask of its genre. */
export async function loadFicheEcrite(tx: Tx, { id, campagneId, genre }: Fiche) {
  const [dernier, attendues] = await Promise.all([
    tx.courrielRecu.findFirst({
      where: { preProjetId: id, nature: { in: ['FICHE', 'NOUVELLE_VERSION'] } },
      orderBy: [{ recuLe: 'desc' }, { id: 'asc' }],
      select: { de: true },
    }),
    campagneId && genre
      ? attenduesDuDossier(tx, { id: null, exigencesId: null, campagneId, structure: { genre } })
      : [],
  ])
  return {
    expediteur: dernier?.de ?? '',
    pieces: attendues.filter(({ exigence }) => exigence === 'OBLIGATOIRE').map(({ code }) => code),
  }
}
