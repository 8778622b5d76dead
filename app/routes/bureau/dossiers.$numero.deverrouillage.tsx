import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { hasDroit } from '#domain/acces/droits'
import { LONGUEUR_MIN_MOTIF, SECTIONS } from '#domain/dossier/deverrouillage'
import { CHAMPS_DE_SECTION } from '#domain/portail/modification'
import { CODES_PIECE } from '#domain/piece/piece'
import { pourSaisie } from '#domain/temps/instant'
import { formatJour } from '#domain/temps/jour'
import { libelleRefusDeverrouillage } from '#libelles/dossier/dossier'
import { apercuDeverrouillage } from '#queries/deverrouillage/apercu-deverrouillage'
import { deverrouillagesDossier } from '#queries/deverrouillage/deverrouillages-dossier'
import { DossierDeverrouillages } from '#ui/deverrouillage/dossier-deverrouillages'
import { annulerDeverrouillage } from '#usecases/deverrouillage/annuler-deverrouillage'
import { deverrouillerDossier } from '#usecases/deverrouillage/deverrouiller-dossier'
import { refermerDeverrouillage } from '#usecases/deverrouillage/refermer-deverrouillage'
import { agentAction, agentLoader } from '#web/agent-route'
import { jourDuForm } from '#web/form'
import { dossierDuNumero } from '#web/params'
import { redirectWithToast } from '#web/toast'

export const loader = agentLoader(
  { droit: 'dossier.lire', params: { dossier: dossierDuNumero } },
  async ({ agent, deps, now, params: { dossier } }) => ({
    ...(await deverrouillagesDossier(deps, dossier.id, agent)),
    adresse: dossier.adresse,
    maintenant: pourSaisie(now),
    peut: hasDroit(agent, 'dossier.deverrouiller'),
  }),
)

const Version = z.coerce.number().int().min(0)

const OuvertureForm = z.object({
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
  echeance: jourDuForm('Choisissez une date.'),
})

const DeverrouillageForm = z.discriminatedUnion('intent', [
  OuvertureForm,
  z.object({ intent: z.enum(['refermer', 'annuler']), version: Version }),
])

const FIN = {
  refermer: {
    acte: refermerDeverrouillage,
    fait: 'La modification est refermée.',
    trop: 'Ce dossier n’est plus ouvert.',
  },
  annuler: {
    acte: annulerDeverrouillage,
    fait: 'L’ouverture est annulée\u00a0: aucun courriel n’est parti.',
    trop: 'Le courriel est déjà parti\u00a0: refermez plutôt.',
  },
}

export const action = agentAction(
  { params: { dossier: dossierDuNumero }, form: DeverrouillageForm },
  async ({ agent, deps, now, params: { dossier }, form, refuser }) => {
    const { id: dossierId, adresse } = dossier
    if (!('echeance' in form)) {
      const { acte, fait, trop } = FIN[form.intent]
      const answer = await acte(deps, agent, { dossierId, version: form.version })
      const toast = answer.ok ? ({ texte: fait, genre: 'success' } as const) : ({ texte: trop, genre: 'info' } as const)
      return redirectWithToast(`${adresse}/deverrouillage`, toast)
    }
    const { intent, version, ...ouverture } = form
    if (intent === 'apercu') {
      const apercu = await apercuDeverrouillage(deps.db, agent, { dossierId, now, ...ouverture })
      return apercu.ok ? { apercu: apercu.value } : refuser(libelleRefusDeverrouillage(apercu.reason, apercu.detail))
    }
    const answer = await deverrouillerDossier(deps, agent, { dossierId, version, ...ouverture })
    if (!answer.ok) return refuser(libelleRefusDeverrouillage(answer.reason, answer.detail))
    return redirectWithToast(`${adresse}/deverrouillage`, {
      texte: `Dossier ouvert jusqu’au ${formatJour(ouverture.echeance)}. Le courriel part dans cinq minutes\u00a0: vous pouvez encore annuler.`,
      genre: 'success',
      lien: { texte: 'Voir les échanges', vers: `${adresse}/echanges` },
    })
  },
)

export default function Deverrouillage() {
  return <DossierDeverrouillages {...useLoaderData<typeof loader>()} />
}
