import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { Agent } from '#domain/acces/droits'
import { choixSaisis, REPONDANTS, TYPES_DE_CHAMP } from '#domain/champ-du-service/champ'
import { LIBELLE_REFUS_CHAMP } from '#libelles/champ-du-service/champ'
import { champsCampagne } from '#queries/champ-du-service/champs'
import { ChampsCampagne } from '#ui/champ-du-service/champs-campagne'
import { PageError } from '#ui/kit/page-error/page-error'
import { ajouterChamp, archiverChamp, modifierChamp, reprendreChamp } from '#usecases/champ-du-service/regler-champs'
import { agentAction, agentLoader } from '#web/agent-route'
import type { DepsWeb } from '#web/deps'
import { code } from '#web/params'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

export const loader = agentLoader({ droit: 'campagne.regler', params: { code } }, async ({ deps, params }) => ({
  champs: await champsCampagne(deps.db, params.code),
}))

const saisie = {
  libelle: z.string().max(200).default(''),
  choix: z.string().max(4_000).default('').transform(choixSaisis),
  repond: z.enum(REPONDANTS, 'Choisissez qui répond.'),
  aide: z.string().max(1_000).default(''),
}
const vise = { champId: z.uuid(), version: z.coerce.number().int().min(0) }

const ChampForm = z.union([
  sansVersion(
    'It makes something new.',
    z.object({
      intent: z.literal('ajouter'),
      type: z.enum(TYPES_DE_CHAMP, 'Choisissez ce que le champ contient.'),
      ...saisie,
    }),
  ),
  z.object({ intent: z.literal('modifier'), ...vise, ...saisie }),
  z.object({ intent: z.enum(['archiver', 'reprendre']), ...vise }),
])

type Form = z.infer<typeof ChampForm>

const FAIT: Record<Form['intent'], string> = {
  ajouter: 'Champ ajouté.',
  modifier: 'Champ modifié.',
  archiver: 'Champ archivé\u00a0: ce qui y est écrit reste.',
  reprendre: 'Champ de nouveau proposé.',
}

function faire(deps: DepsWeb, agent: Agent, code: string, form: Form) {
  if (form.intent === 'ajouter') {
    const { intent: _, ...saisi } = form
    return ajouterChamp(deps, agent, { code, ...saisi })
  }
  const champ = { code, champId: form.champId, version: form.version }
  if (form.intent === 'modifier') {
    const { libelle, choix, repond, aide } = form
    return modifierChamp(deps, agent, { ...champ, libelle, choix, repond, aide })
  }
  return (form.intent === 'archiver' ? archiverChamp : reprendreChamp)(deps, agent, champ)
}

/** The field that a refusal is about; what is about none is said of the whole. */
const CHAMP_EN_CAUSE: { [R in keyof typeof LIBELLE_REFUS_CHAMP]?: 'libelle' | 'choix' | 'aide' } = {
  LIBELLE_VIDE: 'libelle',
  LIBELLE_TROP_LONG: 'libelle',
  LIBELLE_DEJA_PRIS: 'libelle',
  LIBELLE_REPONDU: 'libelle',
  AIDE_TROP_LONGUE: 'aide',
  CHOIX_MANQUANTS: 'choix',
  TROP_DE_CHOIX: 'choix',
  CHOIX_TROP_LONG: 'choix',
}

export const action = agentAction(
  { params: { code }, form: ChampForm },
  async ({ agent, deps, params, form, refuser }) => {
    const answer = await faire(deps, agent, params.code, form)
    if (!answer.ok) return refuser(LIBELLE_REFUS_CHAMP[answer.reason], CHAMP_EN_CAUSE[answer.reason])
    const texte = FAIT[form.intent]
    return redirectWithToast(`/administration/campagnes/${params.code}/champs`, { texte, genre: 'success' })
  },
)

export default function ChampsDeCampagne() {
  return <ChampsCampagne {...useLoaderData<typeof loader>()} />
}

export { PageError as ErrorBoundary }
