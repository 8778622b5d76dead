import { jourDeParis } from '#domain/temps/jour'
import { type Db, lire } from '#infra/db'
import { memoireDe } from '#infra/memoire'
import { Prisma } from '#prisma'
import { conditionDeVue, type Regard } from '#queries/dossier/compteurs-dossiers'

/** What one agent has in hand; without an agent, what nobody follows. */
export type Charge = {
  agent: { id: string; nom: string } | null
  aFaire: number
  rejets: number
  retards: number
}

type Ligne = Omit<Charge, 'agent'> & { id: string | null; nom: string | null }

/** Each count is that of a tab of the bannette, under the filter of one agent. */
const compte = (vue: 'a-faire' | 'rejet-proche' | 'delai-depasse', regard: Regard) =>
  Prisma.sql`count(*) FILTER (WHERE ${conditionDeVue(vue, regard)})::int`

/**
 * The load of the service, the heaviest first: what each has to do, what is near its rejection, what is late. Remembered until a dossier or a
 * name changes (`revisions`), and until the next day.
 */
export async function chargeParAgent(db: Db, regard: Regard, revisions: string): Promise<Charge[]> {
  const memoire = memoireDe<Charge[]>(db, 'charge', 1)
  const cle = jourDeParis(regard.now)
  const connue = memoire.lire(cle, revisions)
  if (connue) return connue
  const lignes = await lire<Ligne>(
    db,
    Prisma.sql`SELECT a.id, a.prenom || ' ' || a.nom AS nom, n."aFaire", n.rejets, n.retards FROM (
      SELECT d.agent_id, ${compte('a-faire', regard)} AS "aFaire", ${compte('rejet-proche', regard)} AS rejets,
        ${compte('delai-depasse', regard)} AS retards
      FROM dossier d WHERE d.etat IN ('DEPOSE', 'INCOMPLET', 'COMPLET', 'EN_INSTRUCTION') GROUP BY 1) n
      LEFT JOIN agent a ON a.id = n.agent_id ORDER BY a.id IS NULL, n."aFaire" DESC, nom`,
    { plan: 'chaque fois' },
  )
  const charge = lignes.map(({ id, nom, ...reste }) => ({ agent: id && nom ? { id, nom } : null, ...reste }))
  memoire.garder(cle, revisions, charge)
  return charge
}
