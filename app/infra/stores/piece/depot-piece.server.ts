import { randomUUID } from 'node:crypto'
import { estUnBudget } from '#domain/budget/lecture/lecture-gardee'
import { signalerDejaVu } from '#domain/piece/deja-vu'
import type { SignalementDePiece } from '#domain/piece/signalement'
import type { FichierModifie } from '#domain/portail/modification'
import type { Tx } from '#infra/db'
import { promiseJobs } from '#infra/outbox'
import { promettreAnalysesDePieces } from '#infra/stores/antivirus/analyse'
import { examenDePiece, lectureDeBudget } from '#jobs/catalogue'
import type { PieceLue } from '#infra/stores/piece/completude'
import { A_CONTROLER } from '#infra/stores/piece/piece'
import type { Prisma } from '#prisma'

/** The last file deposited under this label in this dossier. */
export const derniereVersion = (tx: Tx, dossierId: string, cleDepot: string) =>
  tx.pieceVersion.findFirst({
    where: { piece: { dossierId, cleDepot } },
    orderBy: { numero: 'desc' },
    select: { sha256: true },
  })

/** Enough to find a dossier of another structure behind those of the same one. */
const VUES = 20

type Vue = { sha256: string; numero: string; structureId: string; annee: number }

/** Whose dossier it is, and of which campagne. */
const QUI = {
  id: true,
  structureId: true,
  campagne: { select: { annee: true } },
} as const satisfies Prisma.DossierSelect

type Detenteur = Prisma.DossierGetPayload<{ select: typeof QUI }>

/** Of each of these bytes, what it means for this dossier that another holds them; those that nobody else holds are not there. */
export async function findDejaVus(
  tx: Tx,
  { id: dossierId, structureId, campagne }: Detenteur,
  empreintes: readonly string[],
): Promise<Map<string, SignalementDePiece>> {
  const vues = await tx.$queryRaw<Vue[]>`
    SELECT e.sha256, v.numero, v.structure_id AS "structureId", v.annee
    FROM unnest(${[...new Set(empreintes)]}::text[]) e (sha256)
    CROSS JOIN LATERAL (
      SELECT d.numero, d.structure_id, c.annee, pv.recue_le, pv.id
      FROM piece_version pv
      JOIN piece p ON p.id = pv.piece_id
      JOIN dossier d ON d.id = p.dossier_id
      JOIN campagne c ON c.id = d.campagne_id
      WHERE pv.sha256 = e.sha256 AND p.dossier_id <> ${dossierId}::uuid AND d.numero IS NOT NULL
      ORDER BY pv.recue_le, pv.id
      LIMIT ${VUES}
    ) v
    ORDER BY v.recue_le, v.id`
  const signales = new Map<string, SignalementDePiece>()
  for (const sha256 of new Set(vues.map((vue) => vue.sha256))) {
    const autres = vues.filter((vue) => vue.sha256 === sha256)
    const signale = signalerDejaVu({ structureId, annee: campagne.annee }, autres)
    if (signale) signales.set(sha256, signale)
  }
  return signales
}

/** The same of one file; null when nobody else holds its bytes. */
export async function findDejaVu(tx: Tx, dossierId: string, sha256: string): Promise<SignalementDePiece | null> {
  const dossier = await tx.dossier.findUniqueOrThrow({ where: { id: dossierId }, select: QUI })
  return (await findDejaVus(tx, dossier, [sha256])).get(sha256) ?? null
}

/**
 * A file to become the version of a pièce. Its code is the guess from the label, kept only when the pièce is new: an officer may have said
 * otherwise of the first version.
 */
export type FichierDepose = Omit<FichierModifie, 'recuLe'> & { dossierId: string; lotId: string | null; le: Date }

/**
 * Adds a file to the pièce of its label, made if need be; the pièce is then to be looked at again, and its text to be read. Gives the
 * version's number.
 */
export async function addPieceVersion(
  tx: Tx,
  { dossierId, code, libelle, cleDepot, rang, le, ...fichier }: FichierDepose,
) {
  const { id: pieceId, code: nature } = await tx.piece.upsert({
    where: { dossierId_cleDepot: { dossierId, cleDepot } },
    create: { dossierId, cleDepot, code, libelle, rang },
    update: { libelle, rang, ...A_CONTROLER, version: { increment: 1 } },
    select: { id: true, code: true },
  })
  const last = await tx.pieceVersion.aggregate({ where: { pieceId }, _max: { numero: true } })
  const numero = (last._max.numero ?? 0) + 1
  const { id: versionId } = await tx.pieceVersion.create({
    data: { ...fichier, pieceId, numero, recueLe: le },
    select: { id: true },
  })
  await promettreExamens(tx, [{ versionId, code: nature }])
  return { pieceId, numero }
}

/**
 * The files of a dossier that has no pièce yet, each the first version of its own: what {@link addPieceVersion} makes of each, in as many statements
 * for twenty as for one. Their labels are each of one file. Gives them as what is complete looks at them.
 */
export async function addPremieresVersions(
  tx: Tx,
  dossierId: string,
  fichiers: readonly Omit<FichierDepose, 'dossierId'>[],
): Promise<PieceLue[]> {
  const poses = fichiers.map((fichier) => ({ ...fichier, pieceId: randomUUID(), versionId: randomUUID() }))
  const lignes = JSON.stringify(poses)
  await tx.$executeRaw`
    INSERT INTO piece (id, dossier_id, cle_depot, code, libelle, rang)
    SELECT "pieceId", ${dossierId}::uuid, "cleDepot", code, libelle, rang
    FROM jsonb_to_recordset(${lignes}::jsonb) AS p ("pieceId" uuid, "cleDepot" text, code text, libelle text, rang int)`
  await tx.$executeRaw`
    INSERT INTO piece_version (id, piece_id, numero, nom_fichier, cle, taille, type_mime, sha256, signalements, "analyse", lot_id, recue_le)
    SELECT "versionId", "pieceId", 1, "nomFichier", cle, taille, "typeMime", sha256, signalements, coalesce("analyse", 'NON_ANALYSE')::"EtatAnalyse",
      "lotId", le
    FROM jsonb_to_recordset(${lignes}::jsonb) AS v ("versionId" uuid, "pieceId" uuid, "nomFichier" text, cle text, taille int,
      "typeMime" text, sha256 text, signalements jsonb, "analyse" text, "lotId" uuid, le timestamptz)`
  await promettreExamens(tx, poses)
  return poses.map(({ code }) => ({ code, controle: A_CONTROLER.controle, aUnFichier: true }))
}

/** What is done of each file that came, once it is kept: it is scanned, looked at, and a budget is read. */
async function promettreExamens(tx: Tx, versions: readonly { versionId: string; code: string | null }[]) {
  const ids = (parmi: typeof versions) => parmi.map(({ versionId }) => ({ versionId }))
  await promettreAnalysesDePieces(tx, ids(versions))
  await promiseJobs(tx, examenDePiece, ids(versions))
  await promiseJobs(tx, lectureDeBudget, ids(versions.filter(({ code }) => estUnBudget(code))))
}
