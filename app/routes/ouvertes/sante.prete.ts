import { etatDeSante } from '#queries/cadre/sante'
import { deps } from '#web/deps'

/** Ready when the database, the queue and the relay answer; 503 and the reason otherwise. */
export async function loader() {
  const etat = await etatDeSante(deps)
  return Response.json(etat, { status: etat.pret ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
