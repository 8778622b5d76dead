/**
 * The floor: the least a server can do for one page of the bannette. Twelve columns of fifty dossiers of one état by amount, and how
 * many there are, in two statements on pooled connections of `pg`, as JSON, behind a bare Node server. Prints its port.
 */
import { createServer } from 'node:http'
import pg from 'pg'

/** As many as the application's own pool. */
export const CONNEXIONS_DU_PLANCHER = 10

const PAGE = `SELECT id, numero, objet, etat, version, depose_le, montant_demande_cents, montant_accorde_cents, rejet_implicite_le, completude,
  nb_manquantes, nb_a_controler FROM dossier WHERE etat = $1::"EtatDossier" ORDER BY montant_demande_cents DESC, id DESC LIMIT 50`
const TOTAL = `SELECT count(*)::int AS total FROM dossier WHERE etat = $1::"EtatDossier"`

function servir(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: CONNEXIONS_DU_PLANCHER })
  const server = createServer((_req, res) => {
    Promise.all([pool.query(PAGE, ['DEPOSE']), pool.query<{ total: number }>(TOTAL, ['DEPOSE'])]).then(
      ([page, total]) => {
        res.setHeader('Content-Type', 'application/json')
        res.end(JSON.stringify({ rows: page.rows as unknown[], total: total.rows[0]?.total }))
      },
      (error: unknown) => {
        res.statusCode = 500
        res.end(String(error))
      },
    )
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (address && typeof address === 'object') process.stdout.write(`${address.port}\n`)
  })
}

const [, , url] = process.argv
if (url) servir(url)
