import { z } from 'zod'
import { CHAMPS_MAX } from '#domain/champ-du-service/champ'
import { LIBELLE_REFUS_REMPLISSAGE } from '#libelles/champ-du-service/refus-de-valeur'
import { remplirChampsDuDossier } from '#usecases/champ-du-service/remplir-champs'
import { agentAction, agentRemonte } from '#web/agent-route'
import { dossierDuNumero, estUuid } from '#web/params'
import { redirectWithToast } from '#web/toast'

const ChampsForm = z.object({
  version: z.coerce.number().int().min(0),
  /** The ids of the fields that were shown, separated by commas: one that is empty is not posted. */
  montres: z
    .string()
    .max(40 * CHAMPS_MAX)
    .default('')
    .transform((dits) => dits.split(',').filter(estUuid)),
  valeurs: z.record(z.string(), z.string().max(5_000)).default({}),
})

/** What the service notes of a dossier, in the fields of its campagne. */
export const action = agentAction(
  { params: { dossier: dossierDuNumero }, form: ChampsForm, retour: ({ dossier }) => dossier.adresse },
  async ({ agent, deps, params: { dossier }, form: { version, montres, valeurs: dites }, retour, refuser }) => {
    const valeurs = Object.fromEntries(montres.map((id) => [id, dites[id] ?? '']))
    const answer = await remplirChampsDuDossier(deps, agent, { dossierId: dossier.id, version, valeurs })
    if (!answer.ok) {
      return refuser(LIBELLE_REFUS_REMPLISSAGE[answer.reason], answer.detail ? `valeurs.${answer.detail}` : undefined)
    }
    return redirectWithToast(retour, { texte: 'Champs du service enregistrés.', genre: 'success' })
  },
)

export { agentRemonte as loader }
