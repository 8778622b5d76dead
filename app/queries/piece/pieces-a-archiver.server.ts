import type { Prisma } from '#prisma'
import type { FichierAArchiver } from '#fichiers/archive/archive-de-pieces'
import { type FichierRecu, fluxDuFichierRecu } from '#infra/fichier-recu'
import type { Storage } from '#infra/storage'
import { nomDePiece } from '#libelles/piece/piece'

/** What is read of the pièces of a dossier to archive them: in their order, the last version of each first. */
export const PIECES_A_ARCHIVER = {
  orderBy: [{ rang: 'asc' }, { id: 'asc' }],
  select: {
    code: true,
    versions: {
      orderBy: { numero: 'desc' },
      select: { numero: true, cle: true, nomFichier: true, analyse: true },
    },
  },
} as const satisfies Prisma.PieceFindManyArgs

type PieceLue = { code: string | null; versions: (FichierRecu & { numero: number; nomFichier: string })[] }

/** A file that came from outside, in `segments` of an archive: absent from it when it may not be opened, or is gone. */
export const fichierAArchiver = (storage: Storage, segments: readonly string[], fichier: FichierRecu) =>
  ({
    segments,
    ouvrir: async () => {
      const ouvert = await fluxDuFichierRecu(storage, fichier)
      return ouvert.ok ? ouvert.value.flux : null
    },
  }) satisfies FichierAArchiver

/** The last version of each pièce in `dossier`, under the number of its place, its name and that of its file; with `anciennes`, those it replaced in a folder of that name. */
export function piecesAArchiver(
  storage: Storage,
  pieces: readonly PieceLue[],
  { dossier, anciennes }: { dossier: string; anciennes?: string },
): FichierAArchiver[] {
  const deposees = pieces.filter(({ versions }) => versions.length > 0)
  return deposees.flatMap(({ code, versions: [derniere, ...avant] }, rang) => {
    const debut = `${String(rang + 1).padStart(2, '0')} - ${nomDePiece(code)}`
    const une = derniere ? [fichierAArchiver(storage, [dossier, `${debut} - ${derniere.nomFichier}`], derniere)] : []
    if (anciennes === undefined) return une
    const autres = avant.map((version) =>
      fichierAArchiver(
        storage,
        [dossier, anciennes, `${debut} - version ${version.numero} - ${version.nomFichier}`],
        version,
      ),
    )
    return [...une, ...autres]
  })
}
