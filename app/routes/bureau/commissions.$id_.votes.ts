import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { parseMontant } from '#domain/budget/montant'
import { CHAMP_DU_REFUS_DE_VOTE, VOTES } from '#domain/seance/vote'
import { LIBELLE_REFUS_REPRISE_VOTE, libelleRefusVote } from '#libelles/seance/refus'
import { reprendreVote, voterLigne } from '#usecases/seance/voter-ligne'
import { agentAction, agentRemonte } from '#web/agent-route'
import { uuid } from '#web/params'

const vise = { version: z.coerce.number().int().min(0), ligneId: z.uuid() }
const mots = z.string().max(4_000).default('')

const VoteForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('voter'),
    ...vise,
    vote: z.enum(VOTES, 'Choisissez le vote.'),
    ...{ montant: mots, motif: mots, precision: mots, depassement: mots, presents: mots },
  }),
  z.object({ intent: z.literal('reprendre'), ...vise }),
])

/** The vote of one line of a séance, at the version of the line that was on the screen. */
export const action = agentAction(
  { params: { id: uuid('seance') }, form: VoteForm, retour: ({ id }) => `/commissions/${id}` },
  async ({ agent, deps, params: { id }, form, refuser }) => {
    const { ligneId, version } = form
    if (form.intent === 'reprendre') {
      const answer = await reprendreVote(deps, agent, { ligneId, version })
      return answer.ok ? redirect(`/commissions/${id}`) : refuser(LIBELLE_REFUS_REPRISE_VOTE[answer.reason])
    }
    const { vote, montant, motif, precision, depassement, presents } = form
    const saisi = { vote, montantCents: parseMontant(montant), motif, precision, depassement, presents }
    const answer = await voterLigne(deps, agent, { ligneId, version, saisi })
    return answer.ok
      ? redirect(`/commissions/${id}`)
      : refuser(libelleRefusVote(answer), CHAMP_DU_REFUS_DE_VOTE[answer.reason])
  },
)

export { agentRemonte as loader }
