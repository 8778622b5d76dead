import type { LoaderFunctionArgs } from '@remix-run/node'
import { etatDeSante } from '#queries/cadre/sante'
import { deps } from '#web/deps'
import { surveille } from '#web/supervision/supervision'

/** Ready when the application does its work; 503 and the reason otherwise. What was measured is for who may watch it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { mesures, ...etat } = await etatDeSante(deps)
  const dit = surveille(request, context.ip) ? { ...etat, mesures } : etat
  return Response.json(dit, { status: etat.pret ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
