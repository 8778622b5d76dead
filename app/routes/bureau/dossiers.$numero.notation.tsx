import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { hasDroit } from '#domain/acces/droits'
import { libelleRefusLecture } from '#libelles/notation/notation'
import { notationDossier } from '#queries/notation/notation'
import { PageError } from '#ui/kit/page-error/page-error'
import { NotationDossier } from '#ui/notation/notation-dossier'
import { noterDossier } from '#usecases/notation/noter-dossier'
import { agentAction, agentLoader } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'
import { redirectWithToast } from '#web/toast'

export const loader = agentLoader(
  { droit: 'dossier.lire', params: { dossier: dossierDuNumero } },
  async ({ agent, deps, params: { dossier } }) => ({
    ...(await notationDossier(deps.db, agent, dossier.id)),
    adresse: dossier.adresse,
    peut: hasDroit(agent, 'dossier.instruire'),
  }),
)

/** Of each critère, by its id: the version of its words, its points and why. Whatever its place, what is typed of it stays its own. */
const LectureForm = z.object({
  intent: z.enum(['garder', 'rendre'], 'Gardez la lecture ou rendez-la.'),
  version: z.coerce.number().int().min(0),
  versions: z.record(z.uuid(), z.coerce.number().int().min(0)).default({}),
  points: z.record(z.uuid(), z.string().max(20).optional()).default({}),
  justifications: z.record(z.uuid(), z.string().max(10_000).optional()).default({}),
})

export const action = agentAction(
  {
    params: { dossier: dossierDuNumero },
    form: LectureForm,
    retour: ({ dossier }) => `${dossier.adresse}/notation`,
  },
  async ({ agent, deps, params: { dossier }, form, refuser, retour }) => {
    const { version, versions, points, justifications } = form
    const notes = Object.entries(versions).map(([critereId, vue]) => ({
      ...{ critereId, version: vue },
      ...{ points: points[critereId] ?? '', justification: justifications[critereId] ?? '' },
    }))
    const rendre = form.intent === 'rendre'
    const answer = await noterDossier(deps, agent, { dossierId: dossier.id, version, rendre, notes })
    if (!answer.ok) return refuser(libelleRefusLecture(answer))
    const texte = rendre ? 'Lecture rendue.' : 'Lecture gardée\u00a0: vous pouvez la finir plus tard.'
    return redirectWithToast(retour, { texte, genre: 'success' })
  },
)

/** The lectures of the dossier on the grille de notation of its campagne. */
export default function NotationDuDossier() {
  return <NotationDossier {...useLoaderData<typeof loader>()} />
}

export { PageError as ErrorBoundary }
