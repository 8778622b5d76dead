import { type Db, lire } from '#infra/db'
import { Prisma } from '#prisma'

/** An entry of the journal for one who is told of it, and what it is about: a dossier (`numero`, its id for a brouillon) or a fiche (its id). */
export type LigneNouvelle = {
  entree: string
  par: string
  acte: string
  detail: unknown
  le: string
  vue: boolean
  /** The absent for whom they are told of it. */
  pour: string | null
  numero: string | null
  objet: string | null
  fiche: string | null
  titre: string | null
}

/** What one agent was told of under this condition on `nouvelle`, the newest first, `lignes` at most. */
export const lireNouvelles = (db: Db, agentId: string, condition: Prisma.Sql, lignes: number) =>
  lire<LigneNouvelle>(
    db,
    Prisma.sql`SELECT n.entree_id::text AS entree, e.acteur AS par, e.acte, e.detail, e.le::text AS le, n.vue_le IS NOT NULL AS vue,
        v.prenom || ' ' || v.nom AS pour, coalesce(d.numero, d.id::text) AS numero, d.objet, p.id AS fiche, p.titre
      FROM (SELECT * FROM nouvelle WHERE agent_id = ${agentId}::uuid AND ${condition}
          ORDER BY entree_id DESC LIMIT ${Prisma.raw(String(lignes))}) n
        JOIN entree_journal e ON e.id = n.entree_id
        LEFT JOIN agent v ON v.id = n.pour_id
        LEFT JOIN dossier d ON e.objet = 'dossier' AND d.id = e.objet_id::uuid
        LEFT JOIN pre_projet p ON e.objet = 'pre-projet' AND p.id = e.objet_id::uuid
      ORDER BY n.entree_id DESC`,
  )
