import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { adresseDEtape } from '#libelles/demande-en-ligne/demande-en-ligne'
import { demandeDeposee } from '#queries/extranet/demande-en-ligne'
import { DemandeDeposee } from '#ui/extranet/demande-en-ligne/demande-deposee'
import { demandeurLoader, uuid } from '#web/demandeur-route'

export const meta: MetaFunction = () => [{ title: 'Demande déposée – Europe et international' }]

/** `tardif`: a file came whole after the deposit. */
const DeposeeSearch = z.object({ tardif: z.literal('oui').nullable().catch(null).default(null) })

export const loader = demandeurLoader(
  { params: { id: uuid('demande-en-ligne') }, search: DeposeeSearch },
  async ({ deps, demandeur, params, search: { tardif } }) => {
    const deposee = await demandeDeposee(deps.db, demandeur, params.id)
    if (!deposee) throw redirect(adresseDEtape(params.id, 'CERTIFICATION'))
    return { ...deposee, fichierTardif: tardif !== null }
  },
)

export default function Deposee() {
  return <DemandeDeposee {...useLoaderData<typeof loader>()} />
}
