import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { campagneAnnoncee } from '#queries/extranet/campagnes-annoncees'
import { FicheEnvoyee } from '#ui/extranet/fiche-envoyee'
import { code, visiteurLoader } from '#web/visiteur-route'

export const meta: MetaFunction = () => [{ title: 'Fiche envoyée – Europe et international, Pas-de-Calais' }]

export const loader = visiteurLoader({ params: { code } }, ({ deps, now, params }) =>
  campagneAnnoncee(deps.db, params.code, { now, genre: null }),
)

export default function Merci() {
  return <FicheEnvoyee campagne={useLoaderData<typeof loader>()} />
}
