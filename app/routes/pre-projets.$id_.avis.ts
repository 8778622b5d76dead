import { parseWithZod } from '@conform-to/zod/v4'
import { z } from 'zod'
import { AVIS } from '#domain/pre-projet/avis'
import { LIBELLE_REFUS_EXAMEN } from '#libelles/pre-projet'
import { apercuAvis } from '#queries/apercu-avis'
import { rendreAvis } from '#usecases/rendre-avis'
import { agentAction } from '#web/agent-route'
import { deps } from '#web/deps'
import { uuidParam } from '#web/params'
import { redirectWithToast } from '#web/toast'

const AvisForm = z.object({
  intent: z.enum(['apercu', 'rendre']),
  version: z.coerce.number().int().min(0),
  avis: z.enum(AVIS, 'Choisissez un avis.'),
  texte: z.string().max(5000, 'Raccourcissez ce texte\u00A0: 5\u00A0000 caractères au plus.').default(''),
})

/** The avis on a fiche: first the mail it would send, then the act. */
export const action = agentAction(async ({ agent, params, request }) => {
  const preProjetId = uuidParam('pre-projet', params.id)
  const submission = parseWithZod(await request.formData(), { schema: AvisForm })
  if (submission.status !== 'success') return { soumission: submission.reply(), apercu: null }
  const { intent, version, avis, texte } = submission.value

  if (intent === 'apercu') {
    const apercu = await apercuAvis(deps.db, agent, { preProjetId, avis, texte })
    if (apercu.ok) return { soumission: null, apercu: { ...apercu.value, avis } }
    return {
      soumission: submission.reply({ fieldErrors: { texte: [LIBELLE_REFUS_EXAMEN[apercu.reason]] } }),
      apercu: null,
    }
  }
  const answer = await rendreAvis(deps, agent, { preProjetId, version, avis, texte })
  if (!answer.ok) {
    return { soumission: submission.reply({ formErrors: [LIBELLE_REFUS_EXAMEN[answer.reason]] }), apercu: null }
  }
  const adresse = answer.value.courriel?.destinataire
  return redirectWithToast(`/pre-projets/${preProjetId}`, {
    texte: adresse
      ? `Avis rendu. Le courriel part à ${adresse}.`
      : 'Avis rendu. Aucun courriel n’est parti\u00A0: la fiche n’a pas d’adresse.',
    genre: adresse ? 'success' : 'warning',
  })
})
