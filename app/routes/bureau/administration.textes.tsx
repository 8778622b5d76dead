import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { type RefusTexteType, USAGES_TEXTE } from '#domain/texte-type/texte-type'
import { phraseRefusTexteType } from '#libelles/texte-type/texte-type'
import { pageTextesTypes } from '#queries/texte-type/textes-types'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { TexteTypeForm } from '#ui/texte-type/texte-type-form'
import { TextesRetires, TextesTypes } from '#ui/texte-type/textes-types'
import {
  ecrireTexteType,
  modifierTexteType,
  remettreTexteType,
  retirerTexteType,
} from '#usecases/texte-type/regler-textes-types'
import { agentAction, agentLoader } from '#web/agent-route'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

export const meta: MetaFunction = () => [{ title: 'Textes tout prêts – MCEI' }]

export const loader = agentLoader({ droit: 'campagne.regler' }, ({ deps }) => pageTextesTypes(deps.db))

/** More than any of them may be: longer ones are refused by the act, in its own words. */
const saisi = {
  campagne: z.string().max(40).default(''),
  nom: z.string().max(500).default(''),
  corps: z.string().max(20_000).default(''),
}
const vise = { id: z.uuid(), version: z.coerce.number().int() }

const TexteSaisi = z.union([
  sansVersion(
    'It makes something new.',
    z.object({
      intent: z.literal('creer'),
      usage: z.enum(USAGES_TEXTE, 'Choisissez où ce texte est proposé.'),
      ...saisi,
    }),
  ),
  z.object({ intent: z.literal('modifier'), ...vise, ...saisi }),
  z.object({ intent: z.enum(['retirer', 'remettre']), ...vise }),
])

const ADRESSE = '/administration/textes'

const champDe = (reason: RefusTexteType): string | undefined => {
  if (reason === 'RETIRE' || reason === 'RIEN_N_A_CHANGE') return undefined
  if (reason === 'SANS_NOM' || reason === 'NOM_TROP_LONG' || reason === 'NOM_PRIS') return 'nom'
  return reason === 'CAMPAGNE_INCONNUE' || reason === 'CAMPAGNE_ARCHIVEE' ? 'campagne' : 'corps'
}

const FAIT = {
  creer: 'est ajouté',
  modifier: 'est enregistré',
  retirer: 'est retiré',
  remettre: 'est proposé de nouveau',
}

export const action = agentAction({ form: TexteSaisi }, async ({ agent, deps, form, refuser }) => {
  const faire = () => {
    if (form.intent === 'creer') return ecrireTexteType(deps, agent, form)
    if (form.intent === 'modifier') return modifierTexteType(deps, agent, form)
    return (form.intent === 'retirer' ? retirerTexteType : remettreTexteType)(deps, agent, form)
  }
  const answer = await faire()
  if (!answer.ok) return refuser(phraseRefusTexteType(answer.reason, answer.detail), champDe(answer.reason))
  const texte = `Le texte «\u00a0${answer.value.nom}\u00a0» ${FAIT[form.intent]}.`
  return redirectWithToast(ADRESSE, { texte, genre: 'success' })
})

export default function PageTextes() {
  const { usages, retires, campagnes } = useLoaderData<typeof loader>()
  const nombre = usages.reduce((total, { textes }) => total + textes.length, retires.length)
  return (
    <>
      <PageHeader
        titre="Textes tout prêts"
        sousTitre={
          'Proposés là où l’on écrit\u00a0: on en choisit un, puis on le change à son gré. Les motifs gardent leur liste, ceci les explique.'
        }
      />
      <TexteTypeForm key={nombre} campagnes={campagnes} reponse={useActionData<Reponse>()} />
      <TextesTypes usages={usages} campagnes={campagnes} />
      <TextesRetires textes={retires} />
    </>
  )
}

export { PageError as ErrorBoundary }
