import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { demandeDeposee } from '#queries/extranet/demande-en-ligne'
import { DemandeDeposee } from '#ui/extranet/demande/demande-deposee'
import { DEMANDE, versEtape } from '#web/demande-en-ligne'
import { demandeurLoader } from '#web/demandeur-route'

export const meta: MetaFunction = () => [{ title: 'Demande déposée – Europe et international' }]

export const loader = demandeurLoader({ params: DEMANDE }, async ({ deps, demandeur, params }) => {
  const deposee = await demandeDeposee(deps.db, demandeur, params.id)
  if (!deposee) throw versEtape(params.id, 'CERTIFICATION')
  return deposee
})

export default function Deposee() {
  return <DemandeDeposee {...useLoaderData<typeof loader>()} />
}
