import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CONSTATS } from '#domain/dossier/constat'
import { compter } from '#domain/nombre'
import { LIBELLE_REFUS_LIGNE, LIBELLE_REFUS_SELECTION } from '#libelles/dossier/constat'
import { dossiersAConstater } from '#queries/dossier/dossiers-a-constater'
import { DossiersAConstater } from '#ui/dossier/dossiers-a-constater'
import { PageError } from '#ui/kit/page-error'
import { constaterDossiers } from '#usecases/dossier/constater-dossiers'
import { agentAction, agentLoader } from '#web/agent-route'
import { estUuid } from '#web/params'
import { redirectWithToast } from '#web/toast'

export const meta: MetaFunction = () => [{ title: 'Clore des dossiers – MCEI' }]

const idsDe = (texte: string) => texte.slice(0, 100_000).split(',').filter(estUuid)

export const loader = agentLoader(
  { droit: 'dossier.decider', search: z.object({ dossiers: z.string().default('') }) },
  async ({ deps, now, search }) => ({ lignes: await dossiersAConstater(deps.db, idsDe(search.dossiers), now) }),
)

/** The selection of the bannette comes first, to be shown; then the answer to the page, each dossier with the version it showed. */
const Form = z.object({
  dossiers: z.array(z.string().default('')).default([]),
  constat: z.enum(CONSTATS).optional(),
  precision: z.string().max(500).default(''),
  vise: z.array(z.string()).default([]),
})

const viseDe = (texte: string) => {
  const [dossierId = '', version = ''] = texte.split(':')
  return estUuid(dossierId) && /^\d+$/.test(version) ? [{ dossierId, version: Number(version) }] : []
}

export const action = agentAction(
  { form: Form, retour: () => '/dossiers' },
  async ({ agent, deps, form: { dossiers, constat, precision, vise }, refuser }) => {
    if (!constat) {
      const ids = dossiers.flatMap(idsDe)
      return ids.length > 0
        ? redirect(`/dossiers/constats?dossiers=${ids.join(',')}`)
        : refuser(LIBELLE_REFUS_SELECTION.AUCUN_DOSSIER)
    }
    const answer = await constaterDossiers(deps, agent, { constat, precision, vises: vise.flatMap(viseDe) })
    if (!answer.ok) return refuser(LIBELLE_REFUS_SELECTION[answer.reason])
    const { faits, refuses } = answer.value
    const texte = `${compter(faits.length, 'dossier clos', 'dossiers clos')}, aucun courriel.`
    if (refuses.length === 0) return redirectWithToast('/dossiers?vue=decides', { texte, genre: 'success' })
    return {
      faits: texte,
      refuses: refuses.map(({ dossierId, raison }) => ({ dossierId, phrase: LIBELLE_REFUS_LIGNE[raison] })),
    }
  },
)

export default function Constats() {
  return <DossiersAConstater {...useLoaderData<typeof loader>()} />
}

export { PageError as ErrorBoundary }
