import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'

export const DATA_DIR = path.resolve(process.env.E2E_DATA_DIR ?? 'data/e2e')

/** What the application wrote down in its folder. */
export const contenu = (...nom: string[]) => readFileSync(path.join(DATA_DIR, ...nom), 'utf8').trim()

/** The database of the application. */
export const urlDeLaBase = () =>
  `postgresql://mcei:${contenu('postgres', 'mot-de-passe')}@127.0.0.1:${contenu('postgres', 'port')}/mcei`

async function demander(requete: string, valeurs: readonly unknown[]) {
  const client = new pg.Client({ connectionString: urlDeLaBase() })
  await client.connect()
  try {
    await client.query(requete, [...valeurs])
  } finally {
    await client.end()
  }
}

/** The time that mails to these addresses wait for, minutes or half an hour, goes by, and that in which what they tell can be taken back. */
export const passerLHeure = (...destinataires: string[]) =>
  demander(
    `WITH dus AS (UPDATE courriel SET partir_le = now() WHERE destinataire = ANY($1) AND etat = 'A_ENVOYER' RETURNING id::text, dossier_id),
       ouverts AS (UPDATE deverrouillage SET annulable_jusqu_a = now() WHERE annulable_jusqu_a > now() AND dossier_id IN (SELECT dossier_id FROM dus))
       UPDATE outbox_job SET run_at = now() FROM dus
       WHERE name = 'courriel.envoyer' AND published_at IS NULL AND payload ->> 'courrielId' = dus.id`,
    [destinataires],
  )

/** What a dossier says of itself, as the portal could have left it. */
export const changerLeDossier = (numero: string, { objet, finLe }: { objet: string; finLe: string | null }) =>
  demander('UPDATE dossier SET objet = $2, projet_fin = $3::date WHERE numero = $1', [numero, objet, finLe])
