import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { codeFichierBilan } from '#domain/suite-accord/fichier-de-bilan'
import { adresseDuBilan } from '#libelles/demandeur/adresses'
import { phraseDeRendre } from '#libelles/demandeur/rendre-bilan'
import { bilanARendre } from '#queries/extranet/bilan-a-rendre'
import { televersementsVus } from '#queries/extranet/televersements'
import { BilanCertification } from '#ui/extranet/suite-accord/bilan-certification'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { rendreBilan } from '#usecases/suite-accord/rendre-bilan'
import { demandeurAction, demandeurLoader, uuid } from '#web/demandeur-route'

const PARAMS = { id: uuid('dossier') }

const CertificationForm = z.object({
  version: z.coerce.number().int(),
  certifie: z.literal('oui', 'Cochez la case pour certifier le bilan.'),
})

export const meta: MetaFunction = () => [{ title: 'Certifier le bilan – Europe et international' }]

export const loader = demandeurLoader({ params: PARAMS }, async ({ deps, demandeur, now, params }) => {
  const bilan = await bilanARendre(deps.db, demandeur, { ...params, now })
  if (!bilan || bilan.empechement) throw redirect(adresseDuBilan(params.id))
  const enVol = await televersementsVus(deps.db, demandeur, { pour: { dossierId: params.id }, now })
  return { bilan, enVol: enVol.filter(({ code }) => codeFichierBilan(code)) }
})

/** Gives the bilan: it changes no more. */
export const action = demandeurAction(
  { params: PARAMS, form: CertificationForm },
  async ({ deps, demandeur, params, form: { version }, refuser }) => {
    const rendu = await rendreBilan(deps, demandeur, { dossierId: params.id, version })
    // Given twice, it is given: its page says so.
    if (rendu.ok || rendu.reason === 'DEJA_RENDU') return redirect(adresseDuBilan(params.id))
    return refuser(phraseDeRendre(rendu.reason, rendu.detail))
  },
)

export default function CertificationDuBilan() {
  return <BilanCertification {...useLoaderData<typeof loader>()} recue={useActionData<Reponse>()} />
}
