import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ROLES_MEMBRE } from '#domain/ouverture-de-compte/membre'
import { LONGUEUR_MAX_MOTIF } from '#domain/ouverture-de-compte/reponse'
import { FAITS_MEMBRES, phraseRefusMembres } from '#libelles/demandeur/membres'
import { membresDeLaStructure } from '#queries/extranet/membres-structure'
import { MembresExtranet } from '#ui/extranet/membres-extranet'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { changerRoleDeMembre } from '#usecases/demandeur/changer-role-de-membre'
import { retirerMembre } from '#usecases/demandeur/retirer-membre'
import { accepterAdhesion } from '#usecases/ouverture-de-compte/accepter-adhesion'
import { refuserOuverture } from '#usecases/ouverture-de-compte/refuser-ouverture'
import { demandeurAction, demandeurLoader, uuid } from '#web/demandeur-route'

const params = { structureId: uuid('structure') }

/** What was just done here, said once. */
const MembresSearch = z.object({ fait: z.enum(FAITS_MEMBRES).nullable().catch(null).default(null) })

const version = z.coerce.number().int()
const role = z.enum(ROLES_MEMBRE, 'Choisissez un rôle.')

const MembresForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('accepter'),
    ouvertureId: z.uuid(),
    version,
    role,
  }),
  z.object({
    intent: z.literal('refuser'),
    ouvertureId: z.uuid(),
    version,
    motif: z
      .string()
      .max(4 * LONGUEUR_MAX_MOTIF)
      .default(''),
  }),
  z.object({ intent: z.literal('retirer'), membreId: z.uuid(), version }),
  z.object({ intent: z.literal('changerRole'), membreId: z.uuid(), version, role }),
])

export const meta: MetaFunction = () => [{ title: 'Membres de la structure – Europe et international' }]

export const loader = demandeurLoader(
  { params, search: MembresSearch },
  async ({ deps, demandeur, params: { structureId }, search }) => ({
    ...(await membresDeLaStructure(deps.db, { demandeurId: demandeur.id, structureId })),
    fait: search.fait,
  }),
)

const page = (structureId: string, fait: (typeof FAITS_MEMBRES)[number]) =>
  `/extranet/membres/${structureId}?fait=${fait}`

export const action = demandeurAction(
  { params, form: MembresForm, devance: ({ structureId }) => page(structureId, 'deja') },
  async ({ deps, demandeur, params: { structureId }, form, refuser }) => {
    if (form.intent === 'retirer') {
      const answer = await retirerMembre(deps, demandeur, { ...form, structureId })
      if (!answer.ok) return refuser(phraseRefusMembres(answer.reason))
      // Who takes themselves out has no page here any more.
      return redirect(form.membreId === demandeur.id ? '/extranet/accueil' : page(structureId, 'retire'))
    }
    if (form.intent === 'changerRole') {
      const answer = await changerRoleDeMembre(deps, demandeur, { ...form, structureId })
      return answer.ok ? redirect(page(structureId, 'role')) : refuser(phraseRefusMembres(answer.reason))
    }
    const answer =
      form.intent === 'accepter'
        ? await accepterAdhesion(deps, demandeur, { ...form, depuisStructureId: structureId })
        : await refuserOuverture(deps, demandeur, { ...form, depuisStructureId: structureId })
    if (answer.ok) return redirect(page(structureId, form.intent === 'accepter' ? 'accepte' : 'refuse'))
    if (answer.reason === 'DEJA_TRAITEE') return redirect(page(structureId, 'deja'))
    const phrase = phraseRefusMembres(answer.reason)
    return answer.reason === 'MOTIF_A_DIRE' || answer.reason === 'MOTIF_TROP_LONG'
      ? refuser(phrase, 'motif')
      : refuser(phrase)
  },
)

export default function Membres() {
  return <MembresExtranet {...useLoaderData<typeof loader>()} recue={useActionData<Reponse>()} />
}
