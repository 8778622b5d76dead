import { z } from 'zod'
import type { Agent } from '#domain/acces/droits'
import { LIBELLE_REFUS_ANNULATION, LIBELLE_REFUS_RECEPTION, libelleRefusRelance } from '#libelles/complement/complement'
import { libelleRefusInstruction } from '#libelles/dossier/instruction-dossier'
import { annulerComplements } from '#usecases/complement/annuler-complements'
import { declarerComplet } from '#usecases/dossier/declarer-complet'
import { recevoirElement } from '#usecases/complement/recevoir-element'
import { relancerDossier } from '#usecases/complement/relancer-dossier'
import { agentAction, agentRemonte } from '#web/agent-route'
import type { DepsWeb } from '#web/deps'
import { jourDuForm } from '#web/form'
import { dossierDuNumero } from '#web/params'
import { redirectWithToast, type Toast } from '#web/toast'

const version = z.coerce.number().int().min(0)

const SuiteForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['annuler', 'relancer', 'declarerComplet']), version }),
  z.object({
    intent: z.literal('recevoir'),
    version,
    rang: z.coerce.number().int().min(0),
    recuLe: jourDuForm('Choisissez un jour.'),
  }),
])

const fait = (texte: string): Toast => ({ texte, genre: 'success' })
const refus = (texte: string): Toast => ({ texte, genre: 'warning' })

async function agir(deps: DepsWeb, agent: Agent, dossierId: string, suite: z.infer<typeof SuiteForm>): Promise<Toast> {
  const { intent, ...form } = suite
  const vise = { dossierId, version: form.version }
  if ('rang' in form) {
    const answer = await recevoirElement(deps, agent, { ...vise, rang: form.rang, recuLe: form.recuLe })
    return answer.ok ? fait('C’est noté\u00a0: cet élément est reçu.') : refus(LIBELLE_REFUS_RECEPTION[answer.reason])
  }
  if (intent === 'annuler') {
    const answer = await annulerComplements(deps, agent, vise)
    return answer.ok
      ? fait('La demande est annulée\u00a0: le courriel ne partira pas et le délai est comme avant.')
      : refus(LIBELLE_REFUS_ANNULATION[answer.reason])
  }
  if (intent === 'relancer') {
    const answer = await relancerDossier(deps, agent, vise)
    return answer.ok ? fait('La relance part.') : refus(libelleRefusRelance(answer.reason))
  }
  const answer = await declarerComplet(deps, agent, vise)
  return answer.ok
    ? fait('Déclarer complet\u00a0: c’est fait.')
    : refus(libelleRefusInstruction(answer.reason, answer.detail))
}

/** What follows a request for compléments: taken back, said again, received, or no longer needed. */
export const action = agentAction(
  {
    params: { dossier: dossierDuNumero },
    form: SuiteForm,
    retour: ({ dossier }) => `${dossier.adresse}/complements`,
    refus: 'toast',
  },
  async ({ agent, deps, params: { dossier }, form }) =>
    redirectWithToast(`${dossier.adresse}/complements`, await agir(deps, agent, dossier.id, form)),
)

export { agentRemonte as loader }
