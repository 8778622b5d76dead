import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { adresseDeposee, REFUS_DE_REMPLIR } from '#libelles/demande-en-ligne/demande-en-ligne'
import { demandeEnCours } from '#queries/extranet/demande-en-ligne'
import { SuppressionDemande } from '#ui/extranet/demande-en-ligne/suppression-demande'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { supprimerDemande } from '#usecases/demande-en-ligne/supprimer-demande'
import { demandeurAction, demandeurLoader, uuid } from '#web/demandeur-route'

const PARAMS = { id: uuid('demande-en-ligne') }

const CHANGEE =
  'Quelqu’un a écrit dans cette demande depuis que cette page est affichée. Relisez-la avant de la supprimer.'

export const meta: MetaFunction = () => [{ title: 'Supprimer une demande – Europe et international' }]

export const loader = demandeurLoader({ params: PARAMS }, async ({ deps, demandeur, now, params }) => {
  const enCours = await demandeEnCours(deps.db, demandeur, { ...params, now })
  if (!enCours) throw redirect(adresseDeposee(params.id))
  const { id, version, reponses, pieces } = enCours
  return { id, version, objet: reponses.objet ?? '', fichiers: pieces.flatMap(({ fichiers }) => fichiers).length }
})

export const action = demandeurAction(
  { params: PARAMS, form: z.object({ version: z.coerce.number().int() }) },
  async ({ deps, demandeur, params, form, refuser }) => {
    const supprimee = await supprimerDemande(deps, demandeur, { ...params, ...form })
    if (supprimee.ok) return redirect('/extranet/accueil')
    return refuser(supprimee.reason === 'CHANGEE' ? CHANGEE : REFUS_DE_REMPLIR[supprimee.reason])
  },
)

export default function Supprimer() {
  return <SuppressionDemande {...useLoaderData<typeof loader>()} recue={useActionData<Reponse>()} />
}
