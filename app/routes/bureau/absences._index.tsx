import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { RefusAbsence } from '#domain/absence/absence'
import { LIBELLE_REFUS_ABSENCE } from '#libelles/absence/absence'
import { pageAbsences } from '#queries/absence/absences'
import { AbsenceDire } from '#ui/absence/absence-dire'
import { AbsencesListe } from '#ui/absence/absences-liste'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { declarerAbsence } from '#usecases/absence/dire-absence'
import { agentAction, agentLoader } from '#web/agent-route'
import { jourDuForm } from '#web/form'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

export const meta: MetaFunction = () => [{ title: 'Absences – MCEI' }]

/** Whose absence is about to be said, where the way here began at somebody. */
const AbsencesParams = z.object({ agent: z.uuid().nullable().catch(null).default(null) })

export const loader = agentLoader(
  { droit: 'dossier.lire', search: AbsencesParams },
  async ({ agent, deps, now, search }) => ({
    ...(await pageAbsences(deps.db, agent, now)),
    qui: search.agent ?? agent.id,
  }),
)

const AbsenceForm = sansVersion(
  'It makes something new; what was said of the same days is looked at by the act.',
  z.object({
    agentId: z.uuid('Choisissez qui est en absence.'),
    du: jourDuForm('Indiquez le premier jour.'),
    au: jourDuForm('Indiquez le dernier jour.'),
    remplacantId: z.uuid('Choisissez qui remplace.'),
  }),
)

const CHAMP: Record<RefusAbsence, string> = {
  FIN_AVANT_DEBUT: 'au',
  DEJA_PASSEE: 'au',
  ABSENCE_TROP_LONGUE: 'au',
  SOI_MEME: 'remplacantId',
  REMPLACANT_INCONNU: 'remplacantId',
  REMPLACANT_ABSENT: 'remplacantId',
  DEJA_ABSENT: 'du',
}

/** Says that an officer is away. */
export const action = agentAction({ form: AbsenceForm }, async ({ agent, deps, form, refuser }) => {
  const answer = await declarerAbsence(deps, agent, form)
  if (!answer.ok) return refuser(LIBELLE_REFUS_ABSENCE[answer.reason], CHAMP[answer.reason])
  return redirectWithToast('/absences', { texte: 'Absence enregistrée.', genre: 'success' })
})

export default function Absences() {
  const { absences, agents, absentables, qui } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        titre="Absences"
        sousTitre="Pendant une absence, ce qui arrive pour cette personne est montré à qui la remplace. Tout s’arrête de soi-même le dernier jour."
      />
      <AbsencesListe absences={absences} />
      {absentables.length > 0 && <AbsenceDire {...{ agents, absentables, qui }} />}
    </>
  )
}

export { PageError as ErrorBoundary }
