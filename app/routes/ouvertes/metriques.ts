import { metriques } from '#queries/cadre/metriques'
import { deps } from '#web/deps'

/** Counts for Prometheus; nothing there names a person or a structure. */
export async function loader() {
  const { type, texte } = await metriques(deps.db)
  return new Response(texte, { headers: { 'Content-Type': type, 'Cache-Control': 'no-store' } })
}
