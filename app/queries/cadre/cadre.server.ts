import { jourDeParis } from '#domain/temps/jour'
import { type Db, lire } from '#infra/db'
import { memoireDe } from '#infra/memoire'
import { Prisma } from '#prisma'
import { aFaireParComptes } from '#queries/dossier/compteurs-dossiers'

type Compteurs = { preProjets: number; dossiers: number; courrielsAVoir: number; rapportsEnCours: number }

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

/** What the frame around every page shows: how much waits in each bannette, and what is running. Kept counts, in one reading. */
export async function cadre(db: Db, now: Date): Promise<Compteurs> {
  const [lus] = await lire<Omit<Compteurs, 'dossiers'> & { revision: string }>(
    db,
    Prisma.sql`SELECT ${nombreDe('pre_projet', ['A_TRAITER'])} AS "preProjets", ${nombreDe('courriel', ['ECHEC', 'RETENU'])} +
        (SELECT count(*)::int FROM courriel WHERE etat = 'NON_REMIS' AND regle_le IS NULL) AS "courrielsAVoir",
      ${nombreDe('rapport', ['EN_ATTENTE', 'EN_COURS'])} AS "rapportsEnCours", revision_de('dossier') AS revision`,
  )
  if (!lus) throw new Error('a statement without FROM gives one row')
  const { revision, ...compteurs } = lus
  return { ...compteurs, dossiers: await aFaire(db, now, revision) }
}
