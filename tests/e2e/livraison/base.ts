import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'

export const DATA_DIR = path.resolve(process.env.E2E_DATA_DIR ?? 'data/e2e')

/** What the application wrote down in its folder. */
export const contenu = (...nom: string[]) => readFileSync(path.join(DATA_DIR, ...nom), 'utf8').trim()

/** The database of the application. */
export const urlDeLaBase = () =>
  `postgresql://mcei:${contenu('postgres', 'mot-de-passe')}@127.0.0.1:${contenu('postgres', 'port')}/mcei`

/** The time that mails to this address wait for, minutes or half an hour, goes by, and that in which what they tell can be taken back. */
export async function passerLHeure(destinataire: string) {
  const client = new pg.Client({ connectionString: urlDeLaBase() })
  await client.connect()
  try {
    await client.query(
      `WITH dus AS (UPDATE courriel SET partir_le = now() WHERE destinataire = $1 AND etat = 'A_ENVOYER' RETURNING id::text, dossier_id),
       ouverts AS (UPDATE deverrouillage SET annulable_jusqu_a = now() WHERE annulable_jusqu_a > now() AND dossier_id IN (SELECT dossier_id FROM dus))
       UPDATE outbox_job SET run_at = now() FROM dus
       WHERE name = 'courriel.envoyer' AND published_at IS NULL AND payload ->> 'courrielId' = dus.id`,
      [destinataire],
    )
  } finally {
    await client.end()
  }
}
