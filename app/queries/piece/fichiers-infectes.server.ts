import type { Db } from '#infra/db'

/** Shown on the dashboard; the rest is only counted. */
const MONTRES = 6

export type FichierInfecte = { nom: string; origine: string; vers: string | null }

/** The files that the antivirus has locked, the last found first, with the page of what they came for. */
export async function fichiersInfectes(db: Db): Promise<{ nombre: number; fichiers: FichierInfecte[] }> {
  const infecte = { analyse: 'INFECTE' } as const
  const [versions, jointes, nPieces, nJointes] = await Promise.all([
    db.pieceVersion.findMany({
      where: infecte,
      orderBy: [{ analyseLe: 'desc' }, { id: 'asc' }],
      take: MONTRES,
      select: {
        nomFichier: true,
        piece: { select: { id: true, dossier: { select: { numero: true, structure: { select: { nom: true } } } } } },
      },
    }),
    db.pieceJointe.findMany({
      where: infecte,
      orderBy: [{ analyseLe: 'desc' }, { id: 'asc' }],
      take: MONTRES,
      select: {
        nom: true,
        courrielRecu: { select: { de: true, preProjetId: true, dossier: { select: { numero: true } } } },
      },
    }),
    db.pieceVersion.count({ where: infecte }),
    db.pieceJointe.count({ where: infecte }),
  ])
  const fichiers = [
    ...versions.map(({ nomFichier, piece: { id, dossier } }) => ({
      nom: nomFichier,
      origine: `pièce du dossier ${dossier.numero ?? ''}, ${dossier.structure.nom}`,
      vers: dossier.numero && `/dossiers/${dossier.numero}/pieces?piece=${id}`,
    })),
    ...jointes.map(({ nom, courrielRecu: { de, preProjetId, dossier } }) => ({
      nom,
      origine: `courriel de ${de || 'inconnu'}`,
      vers: preProjetId
        ? `/pre-projets/${preProjetId}`
        : dossier?.numero
          ? `/dossiers/${dossier.numero}/echanges`
          : null,
    })),
  ]
  return { nombre: nPieces + nJointes, fichiers: fichiers.slice(0, MONTRES) }
}
