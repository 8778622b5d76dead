import { numerosCites } from '#domain/dossier/numero'
import { plier } from '#domain/texte'
import { type Db, lire } from '#infra/db'
import { ACTES_DU_DOSSIER } from '#libelles/dossier/parties'
import { Prisma } from '#prisma'
import { commenceMots, contientMots, contientMotsOuCourriels, litteral } from '#queries/bannette/recherche'

/** One thing found: its page, what it is, and what tells it from another. */
export type Trouve = { vers: string; texte: string; precision: string }

/** What is found, by kind. */
export type Trouves = {
  actes: Trouve[]
  dossiers: Trouve[]
  fiches: Trouve[]
  recus: Trouve[]
  envoyes: Trouve[]
  agents: Trouve[]
}

/** Letters under which everything would be found. */
const LETTRES_MIN = 2

/** Lines of each kind. Written out, not passed: the plan must know how few they are. */
const LIGNES = Prisma.raw('5')

const liste = (lignes: Prisma.Sql) => Prisma.sql`(SELECT coalesce(json_agg(l), '[]') FROM (${lignes}) l)`

const RIEN: Trouves = { actes: [], dossiers: [], fiches: [], recus: [], envoyes: [], agents: [] }

/**
 * What these words name, of every kind at once: dossiers by number, objet, structure, SIRET or place; fiches by title, structure, place or
 * mail; mails by subject or person; agents by name. The dossier whose number is typed comes first.
 */
export async function recherchePartout(db: Db, dit: string): Promise<Trouves> {
  if (dit.length < LETTRES_MIN) return RIEN
  const numero = numerosCites(dit)[0] ?? null
  // Beside a number, the other words say what to do with its dossier.
  const q = numero ?? dit
  const [trouves] = await lire<Omit<Trouves, 'actes'>>(
    db,
    Prisma.sql`SELECT
      ${liste(Prisma.sql`SELECT '/dossiers/' || d.numero AS vers, d.numero || ' · ' || d.objet AS texte, s.nom AS precision
        FROM dossier d JOIN structure s ON s.id = d.structure_id
        WHERE d.numero IS NOT NULL AND ${contientMots(Prisma.sql`d.recherche`, q)}
        ORDER BY d.numero = ${numero ?? ''} DESC, d.numero DESC LIMIT ${LIGNES}`)} AS dossiers,
      ${liste(Prisma.sql`SELECT '/pre-projets/' || p.id AS vers, coalesce(nullif(p.titre, ''), 'Fiche sans titre') AS texte,
          concat_ws(' · ', nullif(p.structure_nom, ''), nullif(p.ville, '')) AS precision
        FROM pre_projet p WHERE ${contientMotsOuCourriels(Prisma.sql`p.recherche`, Prisma.sql`p.mots_courriels`, q)}
        ORDER BY p.recu_le DESC LIMIT ${LIGNES}`)} AS fiches,
      ${liste(Prisma.sql`SELECT '/courriels/recus/' || c.id AS vers, coalesce(nullif(c.sujet, ''), c.nom_fichier) AS texte,
          coalesce(nullif(c.de_nom, ''), c.de) AS precision
        FROM courriel_recu c WHERE ${commenceMots(Prisma.sql`c.mots`, q)} ORDER BY c.recu_le DESC LIMIT ${LIGNES}`)} AS recus,
      ${liste(Prisma.sql`SELECT '/courriels/' || c.id AS vers, c.sujet AS texte, coalesce(nullif(c.destinataire_nom, ''), c.destinataire) AS precision
        FROM courriel c WHERE c.sujet ILIKE ${contient(q)} OR c.destinataire ILIKE ${contient(q)} OR c.destinataire_nom ILIKE ${contient(q)}
        ORDER BY c.cree_le DESC LIMIT ${LIGNES}`)} AS envoyes,
      ${liste(Prisma.sql`SELECT '/dossiers?vue=a-faire&agent=' || a.id AS vers, a.prenom || ' ' || a.nom AS texte, 'ses dossiers à faire' AS precision
        FROM agent a WHERE a.actif AND ${contientMots(Prisma.sql`plier(a.prenom || ' ' || a.nom)`, q)} ORDER BY a.nom, a.prenom LIMIT ${LIGNES}`)} AS agents`,
    { plan: 'chaque fois' },
  )
  if (!trouves) return RIEN
  const vise = trouves.dossiers.find(({ vers }) => vers === `/dossiers/${numero}`)
  return { ...trouves, actes: vise ? actesSur(vise, dit) : [] }
}

/** What can be done with a dossier, narrowed by the words typed beside its number. */
function actesSur({ vers, texte }: Trouve, dit: string): Trouve[] {
  const mots = plier(dit.replace(/\d{4}\s?\p{Pd}\s?\d{5}/u, ''))
    .split(/\s+/)
    .filter(Boolean)
  return ACTES_DU_DOSSIER.filter(({ acte, aussi }) => mots.every((mot) => plier(`${acte} ${aussi}`).includes(mot))).map(
    ({ acte, partie }) => ({ vers: vers + partie, texte: acte, precision: texte }),
  )
}

const contient = (q: string) => `%${litteral(q)}%`
