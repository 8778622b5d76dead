import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { LONGUEUR_MAX_RETRAIT } from '#domain/demande-en-ligne/retrait'
import { adresseDuSuivi } from '#libelles/demandeur/adresses'
import { REFUS_DE_RETIRER } from '#libelles/demandeur/retrait'
import { retraitDeDemande } from '#queries/extranet/retrait-de-demande'
import { RetraitDeDemande } from '#ui/extranet/dossier-suivi/retrait-de-demande'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { retirerSaDemande } from '#usecases/dossier/retirer-sa-demande'
import { demandeurAction, demandeurLoader, uuid } from '#web/demandeur-route'

const PARAMS = { id: uuid('dossier') }

const RetraitForm = z.object({
  version: z.coerce.number().int(),
  motif: z
    .string()
    .max(4 * LONGUEUR_MAX_RETRAIT)
    .default(''),
  confirme: z.literal('oui', { error: 'Cochez cette case pour retirer la demande.' }),
})

export const meta: MetaFunction = () => [{ title: 'Retirer une demande – Europe et international' }]

export const loader = demandeurLoader({ params: PARAMS }, ({ deps, demandeur, now, params }) =>
  retraitDeDemande(deps.db, demandeur, { ...params, now }),
)

/** Withdraws the demande. */
export const action = demandeurAction(
  { params: PARAMS, form: RetraitForm },
  async ({ deps, demandeur, params, form: { version, motif }, refuser }) => {
    const retiree = await retirerSaDemande(deps, demandeur, { dossierId: params.id, version, motif })
    if (retiree.ok) return redirect(adresseDuSuivi(params.id))
    const phrase = REFUS_DE_RETIRER[retiree.reason]
    return retiree.reason === 'MOTIF_TROP_LONG' ? refuser(phrase, 'motif') : refuser(phrase)
  },
)

export default function Retirer() {
  return <RetraitDeDemande retrait={useLoaderData<typeof loader>()} recue={useActionData<Reponse>()} />
}
