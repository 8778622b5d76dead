import { type Db, lire } from '#infra/db'
import { Prisma } from '#prisma'

/** Shown on the dashboard; the rest is only counted. */
const MONTRES = 6
/** Written out, not passed: a plan that is kept must know how few they are. */
const LIMITE = Prisma.raw(String(MONTRES))

export type FichierInfecte = { nom: string; origine: string; vers: string | null }

type Lus = {
  nombre: number
  versions: { nom: string; piece: string; numero: string | null; structure: string }[]
  jointes: { nom: string; de: string; preProjet: string | null; numero: string | null }[]
  lettres: { nom: string; numero: string | null }[]
  bilans: { nom: string; numero: string | null }[]
}

/**
 * The files that the antivirus has locked, the last found first, with the page of what they came for. The state is written out in each
 * condition: the index that holds these files alone answers, whatever else was deposited.
 */
export async function fichiersInfectes(db: Db): Promise<{ nombre: number; fichiers: FichierInfecte[] }> {
  const [lus] = await lire<Lus>(
    db,
    Prisma.sql`SELECT
      (SELECT count(*)::int FROM piece_version WHERE "analyse" = 'INFECTE') + (SELECT count(*)::int FROM piece_jointe WHERE "analyse" = 'INFECTE')
        + (SELECT count(*)::int FROM lettre_signee WHERE "analyse" = 'INFECTE' AND retiree_le IS NULL AND decision_id IS NOT NULL)
        + (SELECT count(*)::int FROM fichier_de_bilan WHERE "analyse" = 'INFECTE') AS nombre,
      (SELECT coalesce(json_agg(l), '[]') FROM (
        SELECT v.nom_fichier AS nom, p.id AS piece, d.numero, s.nom AS structure
        FROM piece_version v JOIN piece p ON p.id = v.piece_id JOIN dossier d ON d.id = p.dossier_id JOIN structure s ON s.id = d.structure_id
        WHERE v."analyse" = 'INFECTE' ORDER BY v.analyse_le DESC, v.id LIMIT ${LIMITE}) l) AS versions,
      (SELECT coalesce(json_agg(l), '[]') FROM (
        SELECT j.nom, c.de, c.pre_projet_id AS "preProjet", d.numero
        FROM piece_jointe j JOIN courriel_recu c ON c.id = j.courriel_recu_id LEFT JOIN dossier d ON d.id = c.dossier_id
        WHERE j."analyse" = 'INFECTE' ORDER BY j.analyse_le DESC, j.id LIMIT ${LIMITE}) l) AS jointes,
      (SELECT coalesce(json_agg(l), '[]') FROM (
        SELECT s.nom_fichier AS nom, d.numero FROM lettre_signee s JOIN dossier d ON d.id = s.dossier_id
        WHERE s."analyse" = 'INFECTE' AND s.retiree_le IS NULL AND s.decision_id IS NOT NULL ORDER BY s.analyse_le DESC, s.id LIMIT ${LIMITE}) l) AS lettres,
      (SELECT coalesce(json_agg(l), '[]') FROM (
        SELECT f.nom_fichier AS nom, d.numero FROM fichier_de_bilan f JOIN bilan_rendu r ON r.id = f.bilan_rendu_id
          JOIN bilan_de_projet b ON b.id = r.bilan_id JOIN dossier d ON d.id = b.dossier_id
        WHERE f."analyse" = 'INFECTE' ORDER BY f.analyse_le DESC, f.id LIMIT ${LIMITE}) l) AS bilans`,
  )
  if (!lus) throw new Error('a statement without FROM gives one row')
  const fichiers = [
    ...lus.versions.map(({ nom, piece, numero, structure }) => ({
      nom,
      origine: `pièce du dossier ${numero ?? ''}, ${structure}`,
      vers: numero && `/dossiers/${numero}/pieces?piece=${piece}`,
    })),
    ...lus.jointes.map(({ nom, de, preProjet, numero }) => ({
      nom,
      origine: `courriel de ${de || 'inconnu'}`,
      vers: preProjet ? `/pre-projets/${preProjet}` : numero ? `/dossiers/${numero}/echanges` : null,
    })),
    ...lus.lettres.map(({ nom, numero }) => ({
      nom,
      origine: `lettre signée du dossier ${numero ?? ''}`,
      vers: numero && `/dossiers/${numero}/decision`,
    })),
    ...lus.bilans.map(({ nom, numero }) => ({
      nom,
      origine: `bilan du dossier ${numero ?? ''}`,
      vers: numero && `/dossiers/${numero}/suites`,
    })),
  ]
  return { nombre: lus.nombre, fichiers: fichiers.slice(0, MONTRES) }
}
