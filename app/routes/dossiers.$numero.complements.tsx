import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { hasDroit } from '#domain/acces/droits'
import { isCodePiece } from '#domain/piece/piece'
import { libelleRefusElement } from '#libelles/complement'
import { dossierDeLAdresse } from '#queries/adresse-dossier'
import { elementsRetenus } from '#queries/elements-retenus'
import { ElementsRetenus } from '#ui/elements-retenus'
import { retenirElement } from '#usecases/retenir-element'
import { retirerElement } from '#usecases/retirer-element'
import { agentAction, agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'

export const loader = agentLoader('dossier.lire', async ({ agent, params }) => {
  const { id, adresse } = await dossierDeLAdresse(deps.db, params.numero)
  return { adresse, retenus: await elementsRetenus(deps.db, id), peut: hasDroit(agent, 'dossier.instruire') }
})

const ElementForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('retenir'),
    cle: z.string(),
    code: z
      .string()
      .optional()
      .transform((code) => (isCodePiece(code) ? code : null)),
    constat: z.string().default(''),
    aFaire: z.string().default(''),
  }),
  z.object({ intent: z.literal('retirer'), cle: z.string() }),
])

/** Keeps or lets go one element, for a fetcher of any page of the dossier: `erreur` is a sentence, null when done. */
export const action = agentAction(async ({ agent, params, request }): Promise<{ erreur: string | null }> => {
  const { id: dossierId } = await dossierDeLAdresse(deps.db, params.numero)
  const form = ElementForm.safeParse(Object.fromEntries(await request.formData()))
  if (!form.success) return { erreur: 'Cet acte n’existe pas.' }
  const { intent, ...element } = form.data
  const answer =
    intent === 'retenir'
      ? await retenirElement(deps, agent, { dossierId, ...form.data })
      : await retirerElement(deps, agent, { dossierId, ...element })
  return { erreur: answer.ok ? null : libelleRefusElement(answer.reason, answer.detail) }
})

export default function Complements() {
  return <ElementsRetenus {...useLoaderData<typeof loader>()} />
}
