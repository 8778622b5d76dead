import { parseWithZod } from '@conform-to/zod/v4'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { hasDroit } from '#domain/acces/droits'
import { LONGUEUR_MIN_MOTIF, SECTIONS } from '#domain/dossier/deverrouillage'
import { formatJour, parseJour } from '#domain/temps/jour'
import { libelleRefusDeverrouillage } from '#libelles/dossier'
import { dossierDeLAdresse } from '#queries/adresse-dossier'
import { apercuDeverrouillage } from '#queries/apercu-deverrouillage'
import { deverrouillagesDossier } from '#queries/deverrouillages-dossier'
import { DossierDeverrouillages } from '#ui/dossier-deverrouillages'
import { deverrouillerDossier } from '#usecases/deverrouiller-dossier'
import { refermerDeverrouillage } from '#usecases/refermer-deverrouillage'
import { agentAction, agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { redirectWithToast } from '#web/toast'

export const loader = agentLoader('dossier.lire', async ({ agent, params }) => {
  const { id } = await dossierDeLAdresse(deps.db, params.numero)
  const peut = hasDroit(agent, 'dossier.deverrouiller')
  return { ...(await deverrouillagesDossier(deps.db, id, deps.now())), peut }
})

const Version = z.coerce.number().int().min(0)

const DeverrouillageForm = z.object({
  version: Version,
  intent: z.enum(['apercu', 'ouvrir']),
  sections: z
    .array(z.enum(SECTIONS), 'Choisissez au moins une partie du dossier.')
    .min(1, 'Choisissez au moins une partie du dossier.'),
  motif: z
    .string('Dites pourquoi\u00a0: le demandeur le lira.')
    .trim()
    .min(LONGUEUR_MIN_MOTIF, 'Dites-en un peu plus\u00a0: le demandeur le lira.')
    .max(2000, 'Raccourcissez le motif\u00a0: 2000 caractères au plus.'),
  echeance: z.string('Choisissez une date.').refine((texte) => parseJour(texte) === texte, 'Choisissez une date.'),
})

const RefermerForm = z.object({ intent: z.literal('refermer'), version: Version })

export const action = agentAction(async ({ agent, params, request }) => {
  const { id: dossierId, adresse } = await dossierDeLAdresse(deps.db, params.numero)
  const formData = await request.formData()

  const refermer = RefermerForm.safeParse(Object.fromEntries(formData))
  if (refermer.success) {
    const answer = await refermerDeverrouillage(deps, agent, { dossierId, version: refermer.data.version })
    const texte = answer.ok ? 'La modification est refermée.' : 'Ce dossier n’est plus ouvert à modification.'
    return redirectWithToast(`${adresse}/deverrouillage`, { texte, genre: answer.ok ? 'success' : 'info' })
  }

  const submission = parseWithZod(formData, { schema: DeverrouillageForm })
  if (submission.status !== 'success') return { soumission: submission.reply(), apercu: null }
  const { intent, version, ...ouverture } = submission.value

  if (intent === 'apercu') {
    const apercu = await apercuDeverrouillage(deps.db, agent, { dossierId, now: deps.now(), ...ouverture })
    if (apercu.ok) return { soumission: submission.reply(), apercu: apercu.value }
    return {
      soumission: submission.reply({ formErrors: [libelleRefusDeverrouillage(apercu.reason, apercu.detail)] }),
      apercu: null,
    }
  }
  const answer = await deverrouillerDossier(deps, agent, { dossierId, version, ...ouverture })
  if (!answer.ok) {
    return {
      soumission: submission.reply({ formErrors: [libelleRefusDeverrouillage(answer.reason, answer.detail)] }),
      apercu: null,
    }
  }
  return redirectWithToast(`${adresse}/deverrouillage`, {
    texte: `Dossier ouvert à modification jusqu’au ${formatJour(ouverture.echeance)}.`,
    genre: 'success',
    lien: { texte: 'Voir les échanges', vers: `${adresse}/echanges` },
  })
})

export default function Deverrouillage() {
  return <DossierDeverrouillages {...useLoaderData<typeof loader>()} />
}
