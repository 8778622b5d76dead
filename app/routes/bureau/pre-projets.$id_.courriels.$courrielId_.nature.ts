import { z } from 'zod'
import { NATURES_CHOISIES } from '#domain/courriel-recu/reclassement'
import { PHRASE_DEFAIT, PHRASE_REFUS_RECLASSEMENT } from '#libelles/courriel-recu/courriel-recu'
import { courrielRecu } from '#queries/courriel-recu/originaux-recus'
import { reclasserCourriel } from '#usecases/courriel-recu/reclasser-courriel'
import { agentAction, agentRemonte } from '#web/agent-route'
import { uuid } from '#web/params'
import { redirectWithToast } from '#web/toast'

const NatureForm = z.object({
  nature: z.enum(NATURES_CHOISIES),
  version: z.coerce.number().int().min(0),
  numero: z.string().max(40).optional(),
  /** It stays with the fiche it is shown on. */
  ici: z.literal('oui').optional(),
})

/** An officer says what a mail of this fiche is; it is processed again, and they are shown where it went. */
export const action = agentAction(
  { params: { id: uuid('pre-projet'), courrielId: uuid('courriel-recu') }, form: NatureForm },
  async ({ agent, deps, params, form: { nature, version, numero, ici }, refuser }) => {
    const [preProjetId, courrielRecuId] = [params.id, params.courrielId]
    await courrielRecu(deps.db, { id: courrielRecuId, preProjetId })
    const answer = await reclasserCourriel(deps, agent, {
      courrielRecuId,
      version,
      nature,
      preProjetId: ici ? preProjetId : null,
      numero: numero?.trim() || null,
    })
    if (!answer.ok) return refuser(PHRASE_REFUS_RECLASSEMENT[answer.reason] ?? 'Ce message n’a pas pu être reclassé.')
    const { preProjetId: fiche, numero: dossier, defaits } = answer.value
    const vers = fiche ? `/pre-projets/${fiche}` : dossier ? `/dossiers/${dossier}` : '/pre-projets'
    const texte = ['Message reclassé.', ...defaits.map((defait) => PHRASE_DEFAIT[defait] ?? '')]
      .filter(Boolean)
      .join(' ')
    return redirectWithToast(vers, { texte, genre: 'success' })
  },
)

export { agentRemonte as loader }
