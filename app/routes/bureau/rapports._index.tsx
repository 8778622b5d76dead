import { Typography } from '@mui/material'
import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { hasDroit } from '#domain/acces/droits'
import { LIBELLE_REFUS_RAPPORT } from '#libelles/rapport'
import { menusBannette } from '#queries/bannette/menus-bannette'
import { mesRapports, MesRapportsParams } from '#queries/rapport/mes-rapports'
import { useSujet } from '#ui/kit/direct/etat'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { RapportForm } from '#ui/rapport/rapport-form'
import { RapportListe } from '#ui/rapport/rapport-liste'
import { demanderRapport } from '#usecases/rapport/demander-rapport'
import { agentAction, agentLoader } from '#web/agent-route'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

export const meta: MetaFunction = () => [{ title: 'Rapports – MCEI' }]

export const loader = agentLoader(
  { droit: 'rapport.lire', search: MesRapportsParams },
  async ({ agent, deps, search: { page } }) => {
    const [rapports, { campagnes }] = await Promise.all([mesRapports(deps.db, agent, { page }), menusBannette(deps.db)])
    return { ...rapports, page, campagnes, peut: hasDroit(agent, 'rapport.demander') }
  },
)

const DemandeForm = sansVersion(
  'It makes a new rapport.',
  z.object({
    type: z.string('Choisissez un rapport.').max(40),
    campagne: z.string().max(40).optional(),
    seance: z.uuid().optional(),
  }),
)

export const action = agentAction(
  { form: DemandeForm },
  async ({ agent, deps, form: { type, campagne, seance }, refuser }) => {
    const answer = await demanderRapport(deps, agent, { type, campagneCode: campagne, seanceId: seance })
    if (!answer.ok) return refuser(LIBELLE_REFUS_RAPPORT[answer.reason])
    return redirectWithToast('/rapports', { texte: 'Le rapport est demandé. Il se prépare ici.', genre: 'success' })
  },
)

export default function Rapports() {
  const { rows, total, page, taillePage, enCours, campagnes, peut } = useLoaderData<typeof loader>()
  useSujet('rapport:', null, enCours)
  return (
    <>
      <PageHeader titre="Rapports" sousTitre="Un rapport est préparé pendant que vous continuez, puis gardé ici." />
      {peut && <RapportForm campagnes={campagnes} />}
      {total === 0 ? (
        <Typography sx={{ py: 4 }}>Aucun rapport. Ceux que vous demanderez seront gardés ici.</Typography>
      ) : (
        <RapportListe {...{ rows, total, page, taillePage, peut }} />
      )}
    </>
  )
}

export { PageError as ErrorBoundary }
