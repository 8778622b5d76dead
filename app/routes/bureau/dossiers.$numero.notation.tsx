import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { hasDroit } from '#domain/acces/droits'
import { CRITERES_MAX } from '#domain/notation/critere'
import { libelleRefusLecture } from '#libelles/notation/notation'
import { notationDossier } from '#queries/notation/notation'
import { PageError } from '#ui/kit/page-error'
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

/** Of each critère in the order of the page: which, the version of its words, its points and why. */
const LectureForm = z.object({
  intent: z.enum(['garder', 'rendre'], 'Gardez la lecture ou rendez-la.'),
  version: z.coerce.number().int().min(0),
  criteres: z.array(z.uuid()).max(CRITERES_MAX).default([]),
  versions: z.array(z.coerce.number().int().min(0)).max(CRITERES_MAX).default([]),
  points: z.array(z.string().max(20).optional()).max(CRITERES_MAX).default([]),
  justifications: z.array(z.string().max(10_000).optional()).max(CRITERES_MAX).default([]),
})

export const action = agentAction(
  {
    params: { dossier: dossierDuNumero },
    form: LectureForm,
    retour: ({ dossier }) => `${dossier.adresse}/notation`,
  },
  async ({ agent, deps, params: { dossier }, form, refuser, retour }) => {
    const { version, criteres, versions, points, justifications } = form
    const notes = criteres.map((critereId, rang) => ({
      ...{ critereId, version: versions[rang] ?? -1 },
      ...{ points: points[rang] ?? '', justification: justifications[rang] ?? '' },
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
