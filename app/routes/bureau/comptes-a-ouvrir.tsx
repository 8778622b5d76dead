import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ROLES_MEMBRE } from '#domain/ouverture-de-compte/membre'
import { LONGUEUR_MAX_MOTIF } from '#domain/ouverture-de-compte/reponse'
import { GENRES } from '#domain/structure/genre'
import { LIBELLE_REFUS_REPONSE } from '#libelles/ouverture-de-compte/ouverture'
import { comptesAOuvrir } from '#queries/ouverture-de-compte/comptes-a-ouvrir'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { ComptesAOuvrir } from '#ui/ouverture-de-compte/comptes-a-ouvrir'
import { accepterOuverture } from '#usecases/ouverture-de-compte/accepter-ouverture'
import { refuserOuverture } from '#usecases/ouverture-de-compte/refuser-ouverture'
import { agentAction, agentLoader } from '#web/agent-route'
import { redirectWithToast } from '#web/toast'

export const meta: MetaFunction = () => [{ title: 'Comptes à ouvrir – MCEI' }]

export const loader = agentLoader({ droit: 'compte.ouvrir' }, ({ deps, now }) => comptesAOuvrir(deps.db, now))

const visee = { ouvertureId: z.uuid(), version: z.coerce.number().int() }

const ReponseForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('accepter'),
    ...visee,
    structureId: z.uuid().nullable().default(null),
    role: z.enum(ROLES_MEMBRE),
    genre: z.enum(GENRES, 'Choisissez la nature de la structure.'),
  }),
  z.object({
    intent: z.literal('refuser'),
    ...visee,
    motif: z
      .string()
      .max(4 * LONGUEUR_MAX_MOTIF)
      .default(''),
  }),
])

export const action = agentAction({ form: ReponseForm }, async ({ agent, deps, form, refuser }) => {
  const answer =
    form.intent === 'accepter' ? await accepterOuverture(deps, agent, form) : await refuserOuverture(deps, agent, form)
  if (!answer.ok) {
    const phrase = LIBELLE_REFUS_REPONSE[answer.reason]
    return answer.reason === 'MOTIF_A_DIRE' || answer.reason === 'MOTIF_TROP_LONG'
      ? refuser(phrase, 'motif')
      : refuser(phrase)
  }
  const texte =
    form.intent === 'accepter' ? 'Le compte est ouvert, le courriel part.' : 'Le compte est refusé, le courriel part.'
  return redirectWithToast('/comptes-a-ouvrir', { texte, genre: 'success' })
})

export default function Comptes() {
  return (
    <>
      <PageHeader
        titre="Comptes à ouvrir"
        sousTitre="Une réponse est due sous deux jours ouvrés (48 heures) après la confirmation de l’adresse."
      />
      <ComptesAOuvrir {...useLoaderData<typeof loader>()} />
    </>
  )
}

export { PageError as ErrorBoundary }
