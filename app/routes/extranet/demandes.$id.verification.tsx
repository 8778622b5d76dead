import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { adresseDeposee } from '#libelles/demande-en-ligne/demande-en-ligne'
import { verificationDeDemande } from '#queries/extranet/verification'
import { VerificationDeDemande } from '#ui/extranet/demande-en-ligne/verification-de-demande'
import { demandeurLoader, uuid } from '#web/demandeur-route'

export const meta: MetaFunction = () => [{ title: 'Vérifier ma demande – Demande de subvention' }]

export const loader = demandeurLoader(
  { params: { id: uuid('demande-en-ligne') } },
  async ({ deps, demandeur, now, params }) => {
    const vue = await verificationDeDemande(deps.db, demandeur, { ...params, now })
    if (!vue) throw redirect(adresseDeposee(params.id))
    return vue
  },
)

export default function Verification() {
  return <VerificationDeDemande {...useLoaderData<typeof loader>()} />
}
