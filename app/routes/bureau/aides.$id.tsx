import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { LONGUEUR_MAX_MOT } from '#domain/demande-en-ligne/aide'
import { ETAPES } from '#domain/demande-en-ligne/etapes'
import { REFUS_DE_MOT } from '#libelles/demande-en-ligne/aide'
import { aideAVoir } from '#queries/demandeur/aides'
import { DemandeAidee } from '#ui/demandeur/demande-aidee'
import { PageError } from '#ui/kit/page-error/page-error'
import { conseiller } from '#usecases/demande-en-ligne/conseiller'
import { voirLaDemandeAidee } from '#usecases/demandeur/voir-comme-le-demandeur'
import { agentAction, agentLoader } from '#web/agent-route'
import { uuid } from '#web/params'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

const PARAMS = { id: uuid('demande-en-ligne') }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.entete.structure ?? 'Aide demandée'} – MCEI` },
]

export const loader = agentLoader({ droit: 'dossier.instruire', params: PARAMS }, ({ agent, deps, now, params }) =>
  aideAVoir(deps.db, agent, { ...params, now }),
)

const AideForm = z.discriminatedUnion('intent', [
  sansVersion('it only reads, and the journal says so', z.object({ intent: z.literal('ouvrir') })),
  sansVersion(
    'it adds a word beside what is written, and changes nothing of it',
    z.object({
      intent: z.literal('conseiller'),
      etape: z.enum(ETAPES),
      texte: z
        .string()
        .max(4 * LONGUEUR_MAX_MOT)
        .default(''),
    }),
  ),
])

/** Opens what is being filled in, or says something of a step. */
export const action = agentAction(
  { params: PARAMS, form: AideForm, retour: () => '/aides' },
  async ({ agent, deps, params, form, refuser }) => {
    const adresse = `/aides/${params.id}`
    if (form.intent === 'ouvrir') {
      await voirLaDemandeAidee(deps, agent, params.id)
      return redirect(adresse)
    }
    const dit = await conseiller(deps, agent, { ...params, etape: form.etape, texte: form.texte })
    if (!dit.ok) return refuser(REFUS_DE_MOT[dit.reason], dit.reason === 'AIDE_FERMEE' ? undefined : 'texte')
    return redirectWithToast(adresse, { texte: 'Votre mot est affiché à la structure.', genre: 'success' })
  },
)

export default function Aide() {
  return <DemandeAidee {...useLoaderData<typeof loader>()} />
}

export { PageError as ErrorBoundary }
