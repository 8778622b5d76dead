import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { MOTS_ACTE_DE_LOT } from '#libelles/lot-actes/acte-de-lot'
import { LIBELLE_REFUS_CHAMPS, LIBELLE_REFUS_LANCEMENT, LIBELLE_REFUS_REGLAGE } from '#libelles/lot-actes/refus'
import { LotActesParams, pageLotActes } from '#queries/lot-actes/page-lot-actes'
import { PageError } from '#ui/kit/page-error/page-error'
import { LotActes } from '#ui/lot-actes/lot-actes'
import { apercuDeLigne } from '#usecases/lot-actes/apercu-de-ligne'
import { lancerLot } from '#usecases/lot-actes/lancer-lot'
import { reglerLot } from '#usecases/lot-actes/regler-lot'
import { agentAction, agentLoader } from '#web/agent-route'
import { champsDeLotDuForm, champsRemplis } from '#web/champs-de-lot'
import { uuid } from '#web/params'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? MOTS_ACTE_DE_LOT[data.lot.acte].verbe : 'Acte par lot'} – MCEI` },
]

export const loader = agentLoader(
  { droit: 'dossier.lire', params: { id: uuid('lot') }, search: LotActesParams },
  async ({ agent, deps, now, params: { id }, search: { voir, ...search } }) => {
    const lot = await pageLotActes(deps.db, agent, { id, now, ...search })
    const apercu = lot.etape === 'PRET' ? await apercuDeLigne(deps, agent, { lotId: id, numero: voir }) : null
    return { lot, apercu }
  },
)

const version = z.coerce.number().int().min(0)

const LotForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('regler'), version, ...champsDeLotDuForm }),
  z.object({ intent: z.literal('lancer'), version }),
])

/** Fills in what the act asks for, or says yes to what was looked at. */
export const action = agentAction(
  { params: { id: uuid('lot') }, form: LotForm, retour: ({ id }) => `/dossiers/lots/${id}` },
  async ({ agent, deps, params: { id: lotId }, form, refuser }) => {
    const vise = { lotId, version: form.version }
    if (form.intent === 'regler') {
      const answer = await reglerLot(deps, agent, { ...vise, champs: champsRemplis(form) })
      if (!answer.ok)
        return refuser({ ...LIBELLE_REFUS_CHAMPS, ...LIBELLE_REFUS_LANCEMENT, ...LIBELLE_REFUS_REGLAGE }[answer.reason])
    } else {
      const answer = await lancerLot(deps, agent, vise)
      if (!answer.ok) return refuser(LIBELLE_REFUS_LANCEMENT[answer.reason])
    }
    return redirect(`/dossiers/lots/${lotId}`)
  },
)

export default function Lot() {
  return <LotActes {...useLoaderData<typeof loader>()} />
}

export { PageError as ErrorBoundary }
