import { z } from 'zod'
import { LIBELLE_REFUS_ETIQUETAGE } from '#libelles/etiquette/etiquette'
import { etiquettesOffertes } from '#queries/etiquette/etiquettes-campagne'
import { etiqueterDossier } from '#usecases/etiquette/etiqueter-dossier'
import { agentAction, agentLoader } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'
import { redirectWithToast } from '#web/toast'

/** What may be put on this dossier, read when the choice is opened. */
export const loader = agentLoader(
  { droit: 'dossier.lire', params: { dossier: dossierDuNumero } },
  async ({ deps, params }) => ({ offertes: await etiquettesOffertes(deps.db, params.dossier.id) }),
)

const EtiquettesForm = z.object({
  version: z.coerce.number().int().min(0),
  etiquettes: z.array(z.uuid()).max(200).default([]),
})

/** Puts exactly the étiquettes that are ticked. */
export const action = agentAction(
  { params: { dossier: dossierDuNumero }, form: EtiquettesForm, retour: ({ dossier }) => dossier.adresse },
  async ({ agent, deps, params: { dossier }, form: { version, etiquettes }, retour, refuser }) => {
    const answer = await etiqueterDossier(deps, agent, { dossierId: dossier.id, version, etiquetteIds: etiquettes })
    if (!answer.ok) return refuser(LIBELLE_REFUS_ETIQUETAGE[answer.reason])
    return redirectWithToast(retour, { texte: 'Étiquettes enregistrées.', genre: 'success' })
  },
)
