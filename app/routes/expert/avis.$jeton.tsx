import type { MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, useActionData, useLoaderData, useRouteError } from '@remix-run/react'
import { z } from 'zod'
import { MOTS_D_AVIS_MAX } from '#domain/avis-expert/avis-expert'
import { AVIS_PROPOSITION } from '#domain/proposition/proposition'
import { LIBELLE_REFUS_AVIS_RENDU } from '#libelles/avis-expert/avis-expert'
import { avisDemande } from '#queries/expert/avis-demande'
import { AvisARendre, type ReponseAvis } from '#ui/expert/avis-a-rendre'
import { CadreExpert, LienMort } from '#ui/expert/cadre-expert'
import { PageError } from '#ui/kit/page-error/page-error'
import { rendreAvisExpert } from '#usecases/avis-expert/rendre-avis-expert'
import { expertAction, expertLoader } from '#web/expert/expert-route'

const AvisForm = z.object({
  version: z.coerce.number().int().min(0),
  avis: z.enum(AVIS_PROPOSITION, 'Choisissez un avis.'),
  mots: z
    .string()
    .max(4 * MOTS_D_AVIS_MAX)
    .default(''),
})

export const meta: MetaFunction = () => [
  { title: 'Votre avis – Europe et international' },
  { name: 'robots', content: 'noindex' },
]

export const loader = expertLoader({}, async ({ deps, params: { jeton }, avis }) => ({
  jeton,
  demande: await avisDemande(deps.db, avis.id),
}))

/** Keeps the answer; the page then shows it, and how long it may be changed. */
export const action = expertAction({ form: AvisForm }, async ({ deps, params, form, ip, refuser, rester }) => {
  const rendu = await rendreAvisExpert(deps, { jeton: params.jeton, ip, ...form })
  if (rendu.ok) return rester({ rendu: true })
  const phrase = LIBELLE_REFUS_AVIS_RENDU[rendu.reason]
  return rendu.reason === 'MOTS_TROP_COURTS' || rendu.reason === 'MOTS_TROP_LONGS'
    ? refuser(phrase, 'mots')
    : refuser(phrase)
})

export default function Avis() {
  const { jeton, demande } = useLoaderData<typeof loader>()
  return (
    <CadreExpert>
      <AvisARendre jeton={jeton} avisDemande={demande} recue={useActionData<ReponseAvis>()} />
    </CadreExpert>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  return <CadreExpert>{isRouteErrorResponse(error) && error.status === 404 ? <LienMort /> : <PageError />}</CadreExpert>
}
