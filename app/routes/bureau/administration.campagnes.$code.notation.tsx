import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { Agent } from '#domain/acces/droits'
import type { RefusCritere } from '#domain/notation/critere'
import { LIBELLE_REFUS_CRITERE } from '#libelles/notation/notation'
import { criteresCampagne } from '#queries/notation/notation'
import { PageError } from '#ui/kit/page-error/page-error'
import { CriteresCampagne } from '#ui/notation/criteres-campagne'
import {
  ajouterCritere,
  archiverCritere,
  deplacerCritere,
  modifierCritere,
  reprendreCritere,
} from '#usecases/notation/regler-notation'
import { agentAction, agentLoader } from '#web/agent-route'
import type { DepsWeb } from '#web/deps'
import { code } from '#web/params'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

export const loader = agentLoader({ droit: 'campagne.regler', params: { code } }, async ({ deps, params }) => ({
  criteres: await criteresCampagne(deps.db, params.code),
}))

const saisie = {
  libelle: z.string().max(200).default(''),
  aide: z.string().max(2_000).default(''),
  maximum: z.string().max(20).default(''),
}
const vise = { critereId: z.uuid(), version: z.coerce.number().int().min(0) }

const CritereForm = z.union([
  sansVersion('It makes something new.', z.object({ intent: z.literal('ajouter'), ...saisie })),
  z.object({ intent: z.literal('modifier'), ...vise, ...saisie }),
  z.object({ intent: z.enum(['archiver', 'reprendre']), ...vise }),
  z.object({ intent: z.enum(['monter', 'descendre']), ...vise }),
])

type Form = z.infer<typeof CritereForm>

const FAIT: Record<Form['intent'], string> = {
  ajouter: 'Critère ajouté.',
  modifier: 'Critère reformulé pour les lectures à venir.',
  archiver: 'Critère archivé\u00a0: les notes données restent.',
  reprendre: 'Critère de nouveau dans la grille.',
  monter: 'Critère déplacé.',
  descendre: 'Critère déplacé.',
}

const CHAMP: Partial<Record<RefusCritere, string>> = {
  ...{ LIBELLE_VIDE: 'libelle', LIBELLE_TROP_LONG: 'libelle', LIBELLE_DEJA_PRIS: 'libelle' },
  ...{ AIDE_VIDE: 'aide', AIDE_TROP_LONGUE: 'aide', MAXIMUM_ILLISIBLE: 'maximum' },
}

function faire(deps: DepsWeb, agent: Agent, code: string, form: Form) {
  if (form.intent === 'ajouter') {
    const { libelle, aide, maximum } = form
    return ajouterCritere(deps, agent, { code, libelle, aide, maximum })
  }
  const vise = { code, critereId: form.critereId, version: form.version }
  switch (form.intent) {
    case 'modifier': {
      const { libelle, aide, maximum } = form
      return modifierCritere(deps, agent, { ...vise, libelle, aide, maximum })
    }
    case 'archiver':
      return archiverCritere(deps, agent, vise)
    case 'reprendre':
      return reprendreCritere(deps, agent, vise)
    case 'monter':
      return deplacerCritere(deps, agent, { ...vise, sens: 'MONTER' })
    case 'descendre':
      return deplacerCritere(deps, agent, { ...vise, sens: 'DESCENDRE' })
  }
}

export const action = agentAction(
  { params: { code }, form: CritereForm },
  async ({ agent, deps, params, form, refuser }) => {
    const answer = await faire(deps, agent, params.code, form)
    if (!answer.ok) {
      const { reason } = answer
      return refuser(LIBELLE_REFUS_CRITERE[reason], reason === 'CAMPAGNE_ARCHIVEE' ? undefined : CHAMP[reason])
    }
    const vers = `/administration/campagnes/${params.code}/notation`
    return redirectWithToast(vers, { texte: FAIT[form.intent], genre: 'success' })
  },
)

export default function NotationDeCampagne() {
  const { criteres } = useLoaderData<typeof loader>()
  return <CriteresCampagne criteres={criteres} />
}

export { PageError as ErrorBoundary }
