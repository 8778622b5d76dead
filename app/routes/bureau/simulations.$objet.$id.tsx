import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { LETTRES_DE_SCENARIO, OBJETS_DE_SIMULATION } from '#domain/simulation/scenario'
import { LIBELLE_REFUS_FIGER, LIBELLE_REFUS_SCENARIO, libelleRefusMain } from '#libelles/simulation/simulation'
import { pageSimulation } from '#queries/simulation/page-simulation'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { PageError } from '#ui/kit/page-error/page-error'
import { Simulation } from '#ui/simulation/simulation'
import { figerScenario } from '#usecases/simulation/figer-scenario'
import { donnerALaMain, reglerScenario } from '#usecases/simulation/regler-scenario'
import { agentAction, agentLoader } from '#web/agent-route'
import { unDe, uuid } from '#web/params'

export const meta: MetaFunction = () => [{ title: 'Simulation – MCEI' }]

const PARAMS = { objet: unDe('simulation', OBJETS_DE_SIMULATION), id: uuid('simulation') }
const lettre = z.enum(LETTRES_DE_SCENARIO)

/** Which two scenarios are beside each other. */
const Cotes = z.object({ gauche: lettre.catch('A'), droite: lettre.catch('B') })

export const loader = agentLoader(
  { droit: 'seance.lire', params: PARAMS, search: Cotes },
  async ({ agent, deps, params: { objet, id }, search }) =>
    pageSimulation(deps.db, agent, { objet, objetId: id, ...search }),
)

const version = z.coerce.number().int().min(0)
const mots = z.string().max(100).default('')

const SimulationForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('regler'), version, lettre, regle: mots, enveloppe: mots, plafondParJeune: mots }),
  /** `dossiers` are the ids of the lines, and `montants` what was written beside each, in the same order. */
  z.object({
    intent: z.literal('main'),
    version,
    lettre,
    dossiers: z.array(z.uuid()).default([]),
    montants: z.array(z.string().max(100).optional()).default([]),
  }),
  z.object({ intent: z.literal('figer'), version, lettre }),
])

const CHAMP = { REGLE_INCONNUE: 'regle', ENVELOPPE_ILLISIBLE: 'enveloppe', PLAFOND_ILLISIBLE: 'plafondParJeune' } as const // prettier-ignore

/** Sets a scenario, gives amounts by hand, or prepares its propositions as a lot. */
export const action = agentAction(
  { params: PARAMS, form: SimulationForm, retour: ({ objet, id }) => `/simulations/${objet}/${id}` },
  async ({ agent, deps, params: { objet, id }, form, refuser, retour }) => {
    const vise = { objet, objetId: id, lettre: form.lettre, version: form.version }
    switch (form.intent) {
      case 'regler': {
        const answer = await reglerScenario(deps, agent, { ...vise, saisi: form })
        return answer.ok ? redirect(retour) : refuser(LIBELLE_REFUS_SCENARIO[answer.reason], CHAMP[answer.reason])
      }
      case 'main': {
        const saisies = new Map(form.dossiers.map((dossier, rang) => [dossier, form.montants[rang] ?? '']))
        const answer = await donnerALaMain(deps, agent, { ...vise, saisies })
        return answer.ok ? redirect(retour) : refuser(libelleRefusMain(answer))
      }
      case 'figer': {
        const answer = await figerScenario(deps, agent, vise)
        return answer.ok
          ? redirect(`/dossiers/lots/${answer.value.lotId}`)
          : refuser(LIBELLE_REFUS_FIGER[answer.reason])
      }
    }
  },
)

export default function PageDeSimulation() {
  return <Simulation {...useLoaderData<typeof loader>()} reponse={useActionData<Reponse>()} />
}

export { PageError as ErrorBoundary }
