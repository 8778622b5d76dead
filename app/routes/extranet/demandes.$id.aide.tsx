import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { adresseDAide, REFUS_D_AIDE } from '#libelles/demande-en-ligne/aide'
import { adresseDeposee, adresseDEtape } from '#libelles/demande-en-ligne/demande-en-ligne'
import { demandeEnCours } from '#queries/extranet/demande-en-ligne'
import { AideDemandee } from '#ui/extranet/demande-en-ligne/aide-demandee'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { demanderAide, fermerAide } from '#usecases/demande-en-ligne/demander-aide'
import { demandeurAction, demandeurLoader, uuid } from '#web/demandeur-route'

const PARAMS = { id: uuid('demande-en-ligne') }

export const meta: MetaFunction = () => [{ title: 'L’aide de la MCEI – Demande de subvention' }]

export const loader = demandeurLoader({ params: PARAMS }, async ({ deps, demandeur, now, params }) => {
  const enCours = await demandeEnCours(deps.db, demandeur, { ...params, now })
  if (!enCours) throw redirect(adresseDeposee(params.id))
  // What was deposited is seen by the mission already.
  if (enCours.entete.ouverture) throw redirect(adresseDEtape(params.id, 'STRUCTURE'))
  return { entete: enCours.entete }
})

/** Lets the mission see what is being filled in, or no more. */
export const action = demandeurAction(
  { params: PARAMS, form: z.object({ intent: z.enum(['demander', 'fermer']) }) },
  async ({ deps, demandeur, params, form: { intent }, refuser }) => {
    const faite = await (intent === 'demander' ? demanderAide : fermerAide)(deps, demandeur, params)
    return faite.ok ? redirect(adresseDAide(params.id)) : refuser(REFUS_D_AIDE[faite.reason])
  },
)

export default function Aide() {
  return <AideDemandee {...useLoaderData<typeof loader>()} recue={useActionData<Reponse>()} />
}
