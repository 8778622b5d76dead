import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { GENRES } from '#domain/structure/genre'
import { campagneAnnoncee } from '#queries/extranet/campagnes-annoncees'
import { CampagneAnnoncee } from '#ui/extranet/campagne/campagne-annoncee'
import { code, visiteurLoader } from '#web/visiteur-route'

const Adresse = z.object({ genre: z.enum(GENRES).nullable().catch(null) })

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.libelle ?? 'Campagne'} – Europe et international, Pas-de-Calais` },
]

export const loader = visiteurLoader({ params: { code }, search: Adresse }, ({ deps, now, params, search }) =>
  campagneAnnoncee(deps.db, params.code, { now, genre: search.genre }),
)

export default function Campagne() {
  return <CampagneAnnoncee campagne={useLoaderData<typeof loader>()} />
}
