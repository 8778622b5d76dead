import { redirect } from '@remix-run/node'
import { preparerRelances } from '#usecases/complement/preparer-relances'
import { agentAction } from '#web/agent-route'
import { deps } from '#web/deps'
import { redirectWithToast } from '#web/toast'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const REFUS = {
  AUCUN_DOSSIER: 'Choisissez au moins un dossier à relancer.',
  TROP_DE_DOSSIERS: 'Relancez 500 dossiers au plus à la fois.',
} as const

/** Sets aside the dossiers chosen in the bannette (`dossiers`, ids separated by commas), then shows what would leave. */
export const action = agentAction(async ({ agent, request }) => {
  const formData = await request.formData()
  const ids = formData
    .getAll('dossiers')
    .flatMap((lu) => (typeof lu === 'string' ? lu.slice(0, 100_000).split(',') : []))
    .filter((id) => UUID.test(id))
  const answer = await preparerRelances(deps, agent, ids)
  return answer.ok
    ? redirect(`/dossiers/relances/${answer.value.relanceId}`)
    : redirectWithToast('/dossiers', { texte: REFUS[answer.reason], genre: 'warning' })
})
