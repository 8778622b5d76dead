import { EN_COURS } from '#domain/dossier/etat'
import { type Db, lire } from '#infra/db'
import { Prisma } from '#prisma'

type Compteurs = { preProjets: number; dossiers: number; courrielsAVoir: number; rapportsEnCours: number }

/** How many rows of a kind the kept counts hold under some values of their first column. */
const nombreDe = (objet: string, valeurs: readonly string[]) =>
  Prisma.sql`(SELECT coalesce(sum(nombre), 0)::int FROM compte WHERE objet = ${objet} AND valeurs[1] IN (${Prisma.join([...valeurs])}))`

/** What the frame around every page shows: how much waits in each bannette, and what is running. Kept counts alone, in one reading. */
export async function cadre(db: Db): Promise<Compteurs> {
  const [compteurs] = await lire<Compteurs>(
    db,
    Prisma.sql`SELECT ${nombreDe('pre_projet', ['A_TRAITER'])} AS "preProjets", ${nombreDe('courriel', ['ECHEC', 'RETENU'])} +
        (SELECT count(*)::int FROM courriel WHERE etat = 'NON_REMIS' AND regle_le IS NULL) AS "courrielsAVoir",
      ${nombreDe('rapport', ['EN_ATTENTE', 'EN_COURS'])} AS "rapportsEnCours",
      (SELECT coalesce(sum(nombre), 0)::int FROM dossier_compte
        WHERE axe = 'etat' AND valeur IN (${Prisma.join([...EN_COURS])})) AS dossiers`,
  )
  if (!compteurs) throw new Error('a statement without FROM gives one row')
  return compteurs
}
