import { jourDeParis } from '#domain/temps/jour'
import { type Db, lire } from '#infra/db'
import { memoireDe } from '#infra/memoire'
import { Prisma } from '#prisma'
import { nonVuesDe } from '#queries/nouvelle/nouvelles'
import { aFaireParComptes } from '#queries/dossier/compteurs-dossiers'

type Compteurs = {
  preProjets: number
  dossiers: number
  courrielsAVoir: number
  rapportsEnCours: number
  /** Requests for an account of the extranet that wait for an answer. */
  comptesAOuvrir: number
  aides: number
  /** What happened to what the agent is told of, and they have not looked at. */
  nouvelles: number
}

type Lus = Omit<Compteurs, 'dossiers' | 'nouvelles'> & { revision: string; nouvelles: Record<string, number> }

/** How many rows of a kind the kept counts hold under some values of their first column. */
const nombreDe = (objet: string, valeurs: readonly string[]) =>
  Prisma.sql`(SELECT coalesce(sum(nombre), 0)::int FROM compte WHERE objet = ${objet} AND valeurs[1] IN (${Prisma.join([...valeurs])}))`

/** How many dossiers are to do: remembered until one changes, or the day does. */
async function aFaire(db: Db, now: Date, revision: string): Promise<number> {
  const memoire = memoireDe<number>(db, 'a-faire', 1)
  const connu = memoire.lire(jourDeParis(now), revision)
  if (connu !== undefined) return connu
  const [lu] = await lire<{ nombre: number }>(
    db,
    Prisma.sql`SELECT ${aFaireParComptes(Prisma.sql`c.axe = 'tous'`, [], now)} AS nombre`,
    { plan: 'chaque fois' },
  )
  if (!lu) throw new Error('a statement without FROM gives one row')
  memoire.garder(jourDeParis(now), revision, lu.nombre)
  return lu.nombre
}

/**
 * What the frame around every page shows each of these agents: how much waits in each bannette, what is running, and how much happened that they have
 * not looked at. Kept counts, in one reading.
 */
export async function cadres(db: Db, now: Date, agents: readonly string[]): Promise<(agentId: string) => Compteurs> {
  const [lus] = await lire<Lus>(
    db,
    Prisma.sql`SELECT ${nombreDe('pre_projet', ['A_TRAITER'])} AS "preProjets", ${nombreDe('courriel', ['ECHEC', 'RETENU'])} +
        (SELECT count(*)::int FROM courriel WHERE etat = 'NON_REMIS' AND regle_le IS NULL) AS "courrielsAVoir",
      ${nombreDe('rapport', ['EN_ATTENTE', 'EN_COURS'])} AS "rapportsEnCours",
      (SELECT count(*)::int FROM ouverture_de_compte WHERE etat = 'A_TRAITER') AS "comptesAOuvrir",
      (SELECT count(*)::int FROM aide_demandee a JOIN demande_en_ligne e ON e.id = a.demande_en_ligne_id
        WHERE a.fermee_le IS NULL AND a.echeance > ${now} AND e.deposee_le IS NULL) AS aides, revision_de('dossier') AS revision,
      (SELECT coalesce(json_object_agg(a.id, ${nonVuesDe(Prisma.sql`a.id`)}), '{}') FROM unnest(${[...agents]}::uuid[]) AS a (id)) AS nouvelles`,
  )
  if (!lus) throw new Error('a statement without FROM gives one row')
  const { revision, nouvelles, ...compteurs } = lus
  const dossiers = await aFaire(db, now, revision)
  return (agentId) => ({ ...compteurs, dossiers, nouvelles: nouvelles[agentId] ?? 0 })
}

/** What the frame around a page shows this agent. */
export const cadre = async (db: Db, now: Date, agentId: string): Promise<Compteurs> =>
  (await cadres(db, now, [agentId]))(agentId)
