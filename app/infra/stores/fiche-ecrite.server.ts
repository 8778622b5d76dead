import type { Tx } from '#infra/db'

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
      ? tx.pieceAttendue.findMany({
          where: { campagneId, genre, exigence: 'OBLIGATOIRE' },
          orderBy: { rang: 'asc' },
          select: { code: true },
        })
      : [],
  ])
  return { expediteur: dernier?.de ?? '', pieces: attendues.map(({ code }) => code) }
}
