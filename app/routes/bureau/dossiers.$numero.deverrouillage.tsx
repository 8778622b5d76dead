import { parseWithZod } from '@conform-to/zod/v4'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { hasDroit } from '#domain/acces/droits'
import { LONGUEUR_MIN_MOTIF, SECTIONS } from '#domain/dossier/deverrouillage'
import { CHAMPS_DE_SECTION } from '#domain/portail/modification'
import { CODES_PIECE } from '#domain/piece/piece'
import { pourSaisie } from '#domain/temps/instant'
import { formatJour, parseJour } from '#domain/temps/jour'
import { libelleRefusDeverrouillage } from '#libelles/dossier/dossier'
import { dossierDeLAdresse } from '#queries/dossier/adresse-dossier'
import { apercuDeverrouillage } from '#queries/deverrouillage/apercu-deverrouillage'
import { deverrouillagesDossier } from '#queries/deverrouillage/deverrouillages-dossier'
import { DossierDeverrouillages } from '#ui/deverrouillage/dossier-deverrouillages'
import { annulerDeverrouillage } from '#usecases/deverrouillage/annuler-deverrouillage'
import { deverrouillerDossier } from '#usecases/deverrouillage/deverrouiller-dossier'
import { refermerDeverrouillage } from '#usecases/deverrouillage/refermer-deverrouillage'
import { agentAction, agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { redirectWithToast } from '#web/toast'

export const loader = agentLoader('dossier.lire', async ({ agent, params }) => {
  const { id, adresse } = await dossierDeLAdresse(deps.db, params.numero)
  const now = deps.now()
  const peut = hasDroit(agent, 'dossier.deverrouiller')
  return { ...(await deverrouillagesDossier(deps, id, agent)), adresse, maintenant: pourSaisie(now), peut }
})

const Version = z.coerce.number().int().min(0)

const DeverrouillageForm = z.object({
  version: Version,
  intent: z.enum(['apercu', 'ouvrir']),
  sections: z.array(z.enum(SECTIONS)).default([]),
  champs: z.array(z.enum(Object.values(CHAMPS_DE_SECTION).flat())).default([]),
  pieces: z.array(z.enum(CODES_PIECE)).default([]),
  motif: z
    .string('Dites pourquoi\u00a0: le demandeur le lira.')
    .trim()
    .min(LONGUEUR_MIN_MOTIF, 'Dites-en un peu plus\u00a0: le demandeur le lira.')
    .max(2000, 'Raccourcissez le motif\u00a0: 2000 caractères au plus.'),
  echeance: z.string('Choisissez une date.').refine((texte) => parseJour(texte) === texte, 'Choisissez une date.'),
})

const FinForm = z.object({ intent: z.enum(['refermer', 'annuler']), version: Version })

const FIN = {
  refermer: { acte: refermerDeverrouillage, fait: 'La modification est refermée.' },
  annuler: { acte: annulerDeverrouillage, fait: 'L’ouverture est annulée\u00a0: aucun courriel n’est parti.' },
}

export const action = agentAction(async ({ agent, params, request }) => {
  const { id: dossierId, adresse } = await dossierDeLAdresse(deps.db, params.numero)
  const formData = await request.formData()

  const fin = FinForm.safeParse(Object.fromEntries(formData))
  if (fin.success) {
    const { acte, fait } = FIN[fin.data.intent]
    const answer = await acte(deps, agent, { dossierId, version: fin.data.version })
    const trop =
      fin.data.intent === 'annuler'
        ? 'Le courriel est déjà parti\u00a0: refermez plutôt.'
        : 'Ce dossier n’est plus ouvert.'
    const texte = answer.ok ? fait : trop
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
    texte: `Dossier ouvert jusqu’au ${formatJour(ouverture.echeance)}. Le courriel part dans cinq minutes\u00a0: vous pouvez encore annuler.`,
    genre: 'success',
    lien: { texte: 'Voir les échanges', vers: `${adresse}/echanges` },
  })
})

export default function Deverrouillage() {
  return <DossierDeverrouillages {...useLoaderData<typeof loader>()} />
}
