import { z } from 'zod'
import { SUITES_DITES, type SuiteDite } from '#domain/courriel-recu/suite'
import { direSuite } from '#usecases/courriel-recu/dire-suite'
import { agentAction, agentRemonte } from '#web/agent-route'
import { uuid } from '#web/params'
import { redirectWithToast } from '#web/toast'

const SuiteForm = z.object({ suite: z.enum(SUITES_DITES), version: z.coerce.number().int().min(0) })

const DIT: Record<SuiteDite, string> = {
  A_REPONDRE: 'Le message attend de nouveau une réponse.',
  REPONDU_AILLEURS: 'Le message est tenu pour répondu.',
  SANS_REPONSE: 'Le message n’attend plus de réponse.',
}

/** What becomes of the answer a received mail asks for; then the page it was asked from. */
export const action = agentAction(
  {
    params: { id: uuid('courriel-recu') },
    form: SuiteForm,
    retour: ({ id }) => `/courriels/recus/${id}`,
    refus: 'toast',
  },
  async ({ agent, deps, params, form: { suite, version }, retour, refuser }) => {
    const answer = await direSuite(deps, agent, { courrielRecuId: params.id, version, suite })
    if (!answer.ok) return refuser('On ne sait pas qui a écrit ce message\u00a0: il n’y a personne à qui répondre.')
    return redirectWithToast(retour, { texte: DIT[suite], genre: 'success' })
  },
)

export { agentRemonte as loader }
