import type { LoaderFunctionArgs } from '@remix-run/node'
import { metriques } from '#queries/cadre/metriques'
import { deps } from '#web/deps'
import { surveille } from '#web/supervision/supervision'

/** Counts for Prometheus; nothing there names a person or a structure. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!surveille(request, context.ip)) return new Response('Accès réservé.', { status: 403 })
  const { type, texte } = await metriques(deps)
  return new Response(texte, { headers: { 'Content-Type': type, 'Cache-Control': 'no-store' } })
}
