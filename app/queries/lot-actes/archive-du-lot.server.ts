import type { Readable } from 'node:stream'
import { type Agent, requireDroit } from '#domain/acces/droits'
import type { DepsFichiers } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { loadLot } from '#infra/stores/lot-actes/lot-actes'
import { archiverPieces } from '#fichiers/archive/archive-de-pieces'
import { motsDesAbsents } from '#libelles/lot-actes/archive'
import { PIECES_A_ARCHIVER, piecesAArchiver } from '#queries/piece/pieces-a-archiver'

/** Dossiers read at once. */
const PAQUET = 50

const DERNIERE = { ...PIECES_A_ARCHIVER.select.versions, take: 1 }

/** The last version of each pièce of the dossiers of a lot, dossier by dossier, in the order of the lot. */
async function* fichiersDuLot({ db, storage }: Pick<DepsFichiers, 'db' | 'storage'>, lotId: string) {
  for (let rang = 0; ; rang += PAQUET) {
    const lignes = await db.lotActesLigne.findMany({
      where: { lotId, etat: 'FAITE' },
      orderBy: { rang: 'asc' },
      skip: rang,
      take: PAQUET,
      select: {
        dossier: {
          select: {
            numero: true,
            structure: { select: { nom: true } },
            pieces: { ...PIECES_A_ARCHIVER, select: { ...PIECES_A_ARCHIVER.select, versions: DERNIERE } },
          },
        },
      },
    })
    for (const { dossier } of lignes)
      yield* piecesAArchiver(storage, dossier.pieces, {
        dossier: `${dossier.numero ?? ''} - ${dossier.structure.nom}`,
      })
    if (lignes.length < PAQUET) return
  }
}

/** The pièces of the dossiers of a lot that was sent for them, as one zip written as it is read. Only who sent it has it. Throws NotFound. */
export async function archiveDuLot(
  deps: Pick<DepsFichiers, 'db' | 'storage'>,
  agent: Agent,
  id: string,
): Promise<Readable> {
  requireDroit(agent, 'piece.lire')
  const lot = await loadLot(deps.db, agent, id)
  if (lot.acte !== 'telecharger' || !lot.lanceLe) throw new NotFound('lot', id)
  return archiverPieces(fichiersDuLot(deps, id), motsDesAbsents)
}
