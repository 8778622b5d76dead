import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { hasDroit } from '#domain/acces/droits'
import { isCodePiece } from '#domain/piece/piece'
import { formatJour } from '#domain/temps/jour'
import { libelleRefusComplement, libelleRefusElement } from '#libelles/complement/complement'
import { apercuComplements, apercuCompletude } from '#queries/complement/apercu-complements'
import { complementsDossier } from '#queries/complement/complements-dossier'
import { DossierComplements } from '#ui/complement/dossier-complements'
import { demanderComplements } from '#usecases/complement/demander-complements'
import { retenirElement } from '#usecases/complement/retenir-element'
import { retirerElement } from '#usecases/complement/retirer-element'
import { agentAction, agentLoader } from '#web/agent-route'
import { jourDuForm } from '#web/form'
import { dossierDuNumero } from '#web/params'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

export const loader = agentLoader(
  {
    droit: 'dossier.lire',
    params: { dossier: dossierDuNumero },
    search: z.object({ acte: z.enum(['complet', 'aucun']).catch('aucun') }),
  },
  async ({ agent, deps, now, params: { dossier }, search: { acte } }) => {
    const { id, adresse } = dossier
    const peut = hasDroit(agent, 'dossier.instruire')
    const regarde = peut && acte === 'complet'
    return {
      ...(await complementsDossier(deps.db, id, { moi: agent.id, now })),
      adresse,
      peut,
      complet: regarde ? { courriel: await apercuCompletude(deps.db, agent, { dossierId: id, now }) } : null,
    }
  },
)

const LIMITE = 'Choisissez une date limite.'

const code = z
  .string()
  .optional()
  .transform((lu) => (isCodePiece(lu) ? lu : null))

const textes = z.array(z.string().default('')).default([])

const ComplementsForm = z.discriminatedUnion('intent', [
  sansVersion(
    'It says what is kept, in which words: said twice, it is the same.',
    z.object({
      intent: z.literal('retenir'),
      cle: z.string(),
      code,
      constat: z.string().default(''),
      aFaire: z.string().default(''),
    }),
  ),
  sansVersion(
    'It says what is no longer kept: said twice, it is the same.',
    z.object({ intent: z.literal('retirer'), cle: z.string() }),
  ),
  z.object({
    intent: z.enum(['apercu', 'demander']),
    version: z.coerce.number().int().min(0),
    remplace: z
      .uuid()
      .optional()
      .transform((lue) => lue ?? null),
    limite: jourDuForm(LIMITE),
    code: textes,
    constat: textes,
    aFaire: textes,
    cle: textes,
  }),
])

/** Keeps or lets go one element, shows the mail, or asks. */
export const action = agentAction(
  { params: { dossier: dossierDuNumero }, form: ComplementsForm },
  async ({ agent, deps, now, params: { dossier }, form, refuser }) => {
    const dossierId = dossier.id
    if (form.intent === 'retenir' || form.intent === 'retirer') {
      const answer =
        form.intent === 'retenir'
          ? await retenirElement(deps, agent, { dossierId, ...form })
          : await retirerElement(deps, agent, { dossierId, cle: form.cle })
      return answer.ok ? {} : refuser(libelleRefusElement(answer.reason, answer.detail))
    }
    const { limite, remplace, constat, aFaire, cle: cles } = form
    // The lines of the composer, in the order an officer gave them.
    const elements = form.code.map((lu, rang) => ({
      code: code.parse(lu),
      constat: constat[rang] ?? '',
      aFaire: aFaire[rang] ?? '',
    }))
    const voulu = { elements, limite, remplace }

    if (form.intent === 'apercu') {
      const apercu = await apercuComplements(deps.db, agent, { dossierId, now, ...voulu })
      return apercu.ok ? { apercu: apercu.value } : refuser(libelleRefusComplement(apercu.reason, apercu.detail))
    }
    const answer = await demanderComplements(deps, agent, { dossierId, version: form.version, ...voulu, cles })
    if (!answer.ok) return refuser(libelleRefusComplement(answer.reason, answer.detail))
    return redirectWithToast(`${dossier.adresse}/complements`, {
      texte: `Compléments demandés jusqu’au ${formatJour(limite)}. Le courriel part dans 5\u00a0minutes\u00a0: d’ici là, vous pouvez l’annuler.`,
      genre: 'success',
    })
  },
)

export default function Complements() {
  return <DossierComplements {...useLoaderData<typeof loader>()} />
}
