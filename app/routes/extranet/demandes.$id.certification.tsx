import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { LONGUEUR_MAX_REPONSE } from '#domain/demande-en-ligne/reponses'
import { REFUS_DE_REMPLIR, REFUS_DE_VALIDER } from '#libelles/demande-en-ligne/demande-en-ligne'
import { EtapeCertification } from '#ui/extranet/demande/etape-certification'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { validerDemande } from '#usecases/demande-en-ligne/valider-demande'
import { DEMANDE, etapeLoader, versDeposee } from '#web/demande-en-ligne'
import { demandeurAction } from '#web/demandeur-route'

export const meta: MetaFunction = () => [{ title: 'Certification – Demande de subvention' }]

export const loader = etapeLoader

const CertificationForm = z.object({
  version: z.coerce.number().int(),
  faitA: z.string('Dites où vous certifiez cette demande.').trim().min(1).max(LONGUEUR_MAX_REPONSE),
  certifie: z.literal('oui', 'Cochez la case pour certifier la demande.'),
})

export const action = demandeurAction(
  { params: DEMANDE, form: CertificationForm },
  async ({ deps, demandeur, params, form, refuser }) => {
    const deposee = await validerDemande(deps, demandeur, { ...params, ...form })
    if (deposee.ok) return versDeposee(params.id)
    return refuser({ ...REFUS_DE_REMPLIR, ...REFUS_DE_VALIDER }[deposee.reason])
  },
)

export default function Certification() {
  const demande = useLoaderData<typeof loader>()
  return <EtapeCertification {...demande} siret={demande.structure.siret} recue={useActionData<Reponse>()} />
}
