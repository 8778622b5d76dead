import { parseWithZod } from '@conform-to/zod/v4'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { type Agent, hasDroit } from '#domain/acces/droits'
import { parseMontant } from '#domain/budget/montant'
import type { DecisionDemandee } from '#domain/dossier/decision'
import { LIBELLE_ACTE_DECISION, LIBELLE_REFUS_DECISION } from '#libelles/dossier/dossier'
import { dossierDeLAdresse } from '#queries/dossier/adresse-dossier'
import { apercuDecision, decisionDossier } from '#queries/dossier/decision-dossier'
import { DossierDecision } from '#ui/dossier/decision-dossier'
import { accorderDossier } from '#usecases/dossier/accorder-dossier'
import { classerSansSuite } from '#usecases/dossier/classer-sans-suite'
import { refuserDossier } from '#usecases/dossier/refuser-dossier'
import { agentAction, agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { redirectWithToast } from '#web/toast'

export const loader = agentLoader('dossier.lire', async ({ agent, params }) => {
  const { id } = await dossierDeLAdresse(deps.db, params.numero)
  return { ...(await decisionDossier(deps.db, id, deps.now())), peut: hasDroit(agent, 'dossier.decider') }
})

const Precision = z.string().trim().max(2000, 'Raccourcissez\u00a0: 2000 caractères au plus.').default('')
const Motif = z.string('Choisissez un motif.').max(60)
const commun = { version: z.coerce.number().int().min(0), intent: z.enum(['apercu', 'decider']), precision: Precision }

const DecisionForm = z.discriminatedUnion('acte', [
  z.object({
    ...commun,
    acte: z.literal('accorder'),
    montant: z.string('Indiquez un montant.').transform((texte, ctx) => {
      const montant = parseMontant(texte)
      if (montant === null)
        ctx.addIssue({
          code: 'custom',
          message: 'Écrivez un montant en euros, par exemple 4\u202f500 ou 4\u202f500,50.',
        })
      return montant ?? 0n
    }),
  }),
  z.object({ ...commun, acte: z.literal('refuser'), motif: Motif }),
  z.object({ ...commun, acte: z.literal('classerSansSuite'), motif: Motif }),
])

function voulueDe(form: z.infer<typeof DecisionForm>): DecisionDemandee {
  const { acte, precision } = form
  return acte === 'accorder' ? { acte, precision, montantCents: form.montant } : { acte, precision, motif: form.motif }
}

function decider(agent: Agent, vise: { dossierId: string; version: number }, voulue: DecisionDemandee) {
  switch (voulue.acte) {
    case 'accorder':
      return accorderDossier(deps, agent, { ...vise, ...voulue })
    case 'refuser':
      return refuserDossier(deps, agent, { ...vise, ...voulue })
    case 'classerSansSuite':
      return classerSansSuite(deps, agent, { ...vise, ...voulue })
  }
}

export const action = agentAction(async ({ agent, params, request }) => {
  const { id: dossierId, adresse } = await dossierDeLAdresse(deps.db, params.numero)
  const submission = parseWithZod(await request.formData(), { schema: DecisionForm })
  if (submission.status !== 'success') return { soumission: submission.reply(), apercu: null }
  const voulue = voulueDe(submission.value)

  if (submission.value.intent === 'apercu') {
    const apercu = await apercuDecision(deps.db, agent, { dossierId, voulue, now: deps.now() })
    if (apercu.ok) return { soumission: submission.reply(), apercu: apercu.value }
    return { soumission: submission.reply({ formErrors: [LIBELLE_REFUS_DECISION[apercu.reason]] }), apercu: null }
  }
  const answer = await decider(agent, { dossierId, version: submission.value.version }, voulue)
  if (!answer.ok)
    return { soumission: submission.reply({ formErrors: [LIBELLE_REFUS_DECISION[answer.reason]] }), apercu: null }
  return redirectWithToast(`${adresse}/decision`, {
    texte: `${LIBELLE_ACTE_DECISION[voulue.acte]}\u00a0: la décision est enregistrée.`,
    genre: 'success',
    lien: { texte: 'Voir les échanges', vers: `${adresse}/echanges` },
  })
})

export default function Decision() {
  const lue = useLoaderData<typeof loader>()
  const [params] = useSearchParams()
  return <DossierDecision {...lue} acte={params.get('acte')} />
}
