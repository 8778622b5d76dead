import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { hasDroit } from '#domain/acces/droits'
import { isCodePiece } from '#domain/piece/piece'
import { formatJour, parseJour } from '#domain/temps/jour'
import { libelleRefusComplement, libelleRefusElement } from '#libelles/complement/complement'
import { dossierDeLAdresse } from '#queries/dossier/adresse-dossier'
import { apercuComplements, apercuCompletude } from '#queries/complement/apercu-complements'
import { complementsDossier } from '#queries/complement/complements-dossier'
import { DossierComplements } from '#ui/complement/dossier-complements'
import { demanderComplements } from '#usecases/complement/demander-complements'
import { retenirElement } from '#usecases/complement/retenir-element'
import { retirerElement } from '#usecases/complement/retirer-element'
import { agentAction, agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { redirectWithToast } from '#web/toast'

export const loader = agentLoader('dossier.lire', async ({ agent, params, request }) => {
  const { id, adresse } = await dossierDeLAdresse(deps.db, params.numero)
  const peut = hasDroit(agent, 'dossier.instruire')
  const now = deps.now()
  const acte = new URL(request.url).searchParams.get('acte')
  return {
    ...(await complementsDossier(deps.db, id, { moi: agent.id, now })),
    adresse,
    peut,
    complet:
      peut && acte === 'complet' ? { courriel: await apercuCompletude(deps.db, agent, { dossierId: id, now }) } : null,
  }
})

const code = z
  .string()
  .optional()
  .transform((lu) => (isCodePiece(lu) ? lu : null))

const ElementForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('retenir'),
    cle: z.string(),
    code,
    constat: z.string().default(''),
    aFaire: z.string().default(''),
  }),
  z.object({ intent: z.literal('retirer'), cle: z.string() }),
])

const ComplementForm = z.object({
  intent: z.enum(['apercu', 'demander']),
  version: z.coerce.number().int().min(0),
  remplace: z.union([z.uuid(), z.literal('').transform(() => null)]),
  limite: z.string().refine((texte) => parseJour(texte) === texte),
})

/** The lines of the composer, in the order an officer gave them. */
const lignesDe = (formData: FormData) => {
  const tous = (nom: string) => formData.getAll(nom).map(String)
  const [codes, constats, aFaires] = [tous('code'), tous('constat'), tous('aFaire')]
  return codes.map((lu, rang) => ({
    code: code.parse(lu),
    constat: constats[rang] ?? '',
    aFaire: aFaires[rang] ?? '',
  }))
}

/** Keeps or lets go one element, shows the mail, or asks. `erreur` is a sentence, null when done. */
export const action = agentAction(async ({ agent, params, request }) => {
  const { id: dossierId, adresse } = await dossierDeLAdresse(deps.db, params.numero)
  const formData = await request.formData()

  const element = ElementForm.safeParse(Object.fromEntries(formData))
  if (element.success) {
    const answer =
      element.data.intent === 'retenir'
        ? await retenirElement(deps, agent, { dossierId, ...element.data })
        : await retirerElement(deps, agent, { dossierId, cle: element.data.cle })
    return { erreur: answer.ok ? null : libelleRefusElement(answer.reason, answer.detail), apercu: null }
  }
  const form = ComplementForm.safeParse(Object.fromEntries(formData))
  if (!form.success) return { erreur: 'Choisissez une date limite, ou rechargez la page et recommencez.', apercu: null }
  const { intent, version, remplace, limite } = form.data
  const voulu = { elements: lignesDe(formData), limite, remplace }

  if (intent === 'apercu') {
    const apercu = await apercuComplements(deps.db, agent, { dossierId, now: deps.now(), ...voulu })
    return apercu.ok
      ? { erreur: null, apercu: apercu.value }
      : { erreur: libelleRefusComplement(apercu.reason, apercu.detail), apercu: null }
  }
  const cles = formData.getAll('cle').map(String)
  const answer = await demanderComplements(deps, agent, { dossierId, version, ...voulu, cles })
  if (!answer.ok) return { erreur: libelleRefusComplement(answer.reason, answer.detail), apercu: null }
  return redirectWithToast(`${adresse}/complements`, {
    texte: `Compléments demandés jusqu’au ${formatJour(limite)}. Le courriel part dans 5\u00a0minutes\u00a0: d’ici là, vous pouvez l’annuler.`,
    genre: 'success',
  })
})

export default function Complements() {
  return <DossierComplements {...useLoaderData<typeof loader>()} />
}
