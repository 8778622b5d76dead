import { etatCompte, type EtatCompte } from '#domain/acces/compte'
import type { Role } from '#domain/acces/droits'
import { EN_COURS } from '#domain/dossier/etat'
import { type Db, lire } from '#infra/db'
import { NotFound } from '#infra/errors'
import { Prisma } from '#prisma'

type Lu = {
  id: string
  version: number
  nom: string
  prenom: string
  qualite: string
  telephone: string
  courriel: string
  role: Role
  actif: boolean
  active: boolean
  /** Milliseconds, as the link that waits to be used and the last sign-in are; null for none. */
  lienJusqua: number | null
  connecteLe: number | null
  dossiers: number
}

export type LigneCompte = Omit<Lu, 'actif' | 'active' | 'lienJusqua' | 'connecteLe'> & {
  etat: EtatCompte
  lienJusqua: Date | null
  connecteLe: Date | null
}

const enCours = Prisma.raw(EN_COURS.map((etat) => `'${etat}'`).join(', '))

const ms = (colonne: Prisma.Sql) => Prisma.sql`(extract(epoch FROM ${colonne}) * 1000)::float8`

/** Each account with its last sign-in, by the end of its own journal, and the dossiers under way that it follows. */
const lireComptes = (db: Db, condition: Prisma.Sql) =>
  lire<Lu>(
    db,
    Prisma.sql`SELECT a.id, a.version, a.nom, a.prenom, a.qualite, a.telephone, a.courriel, a.role::text AS role, a.actif,
        a.mot_de_passe IS NOT NULL AS active, ${ms(Prisma.sql`a.activation_expire_le`)} AS "lienJusqua", ${ms(Prisma.sql`j.le`)} AS "connecteLe",
        (SELECT count(*)::int FROM dossier d WHERE d.agent_id = a.id AND d.etat IN (${enCours})) AS dossiers
      FROM agent a LEFT JOIN LATERAL (
        SELECT le FROM entree_journal WHERE objet = 'agent' AND objet_id = a.id::text AND acte = 'seConnecter' ORDER BY id DESC LIMIT 1) j ON true
      WHERE ${condition} ORDER BY a.actif DESC, a.nom, a.prenom, a.id`,
  )

const dateDe = (instant: number | null) => (instant === null ? null : new Date(instant))

const enLigne = ({ actif, active, lienJusqua, connecteLe, ...reste }: Lu): LigneCompte => ({
  ...reste,
  etat: etatCompte({ actif, active }),
  lienJusqua: dateDe(lienJusqua),
  connecteLe: dateDe(connecteLe),
})

/** Every account of the officers, open ones first. There are a few dozen at most. */
export const comptes = async (db: Db): Promise<LigneCompte[]> => (await lireComptes(db, Prisma.sql`true`)).map(enLigne)

/** What happened last to an account. */
const ENTREES = 20

/** One account and the end of its journal. Throws NotFound. */
export async function compteAgent(db: Db, id: string) {
  const [[compte], entrees] = await Promise.all([
    lireComptes(db, Prisma.sql`a.id = ${id}::uuid`),
    db.entreeJournal.findMany({
      where: { objet: 'agent', objetId: id },
      select: { id: true, le: true, acteur: true, acte: true },
      orderBy: { id: 'desc' },
      take: ENTREES,
    }),
  ])
  if (!compte) throw new NotFound('compte', id)
  return { compte: enLigne(compte), entrees: entrees.map((entree) => ({ ...entree, id: String(entree.id) })) }
}
