import { useLoaderData, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { hasDroit } from '#domain/acces/droits'
import { parseMontant } from '#domain/budget/montant'
import type { DecisionDemandee } from '#domain/dossier/decision'
import { LIBELLE_REFUS_ROUVRIR } from '#libelles/dossier/rouvrir'
import { heureDeParis } from '#domain/temps/instant'
import { LIBELLE_ACTE_DECISION, libelleRefusDecision } from '#libelles/dossier/dossier'
import { apercuDecision, decisionDossier } from '#queries/dossier/decision-dossier'
import { repriseDossier } from '#queries/dossier/reprise-dossier'
import { propositionDossier } from '#queries/proposition/proposition-dossier'
import { DossierDecision } from '#ui/dossier/decision-dossier'
import { PropositionDossier } from '#ui/proposition/proposition-dossier'
import { prendreDecision } from '#usecases/dossier/prendre-decision'
import { rouvrirDecision } from '#usecases/dossier/rouvrir-decision'
import { agentAction, agentLoader } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'
import { redirectWithToast } from '#web/toast'

export const loader = agentLoader(
  { droit: 'dossier.lire', params: { dossier: dossierDuNumero } },
  async ({ agent, deps, now, params }) => ({
    ...(await decisionDossier(deps.db, params.dossier.id, now)),
    proposition: await propositionDossier(deps.db, params.dossier.id),
    adresse: params.dossier.adresse,
    peutProposer: hasDroit(agent, 'dossier.instruire'),
    peut: hasDroit(agent, 'dossier.decider'),
  }),
)

const Precision = z.string().trim().max(2000, 'Raccourcissez\u00a0: 2000 caractères au plus.').default('')
const Motif = z.string('Choisissez un motif.').max(60)
/** Chosen, never guessed: whether a mail tells the demandeur. */
const Prevenir = z
  .enum(['oui', 'non'], 'Choisissez si le demandeur est prévenu par courriel.')
  .transform((reponse) => reponse === 'oui')
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
  z.object({ ...commun, acte: z.literal('classerSansSuite'), motif: Motif, prevenir: Prevenir }),
  z.object({ ...commun, acte: z.literal('declarerHorsDelai') }),
  z.object({ ...commun, acte: z.literal('declarerIneligible'), motif: Motif }),
  z.object({ ...commun, acte: z.literal('retirer'), prevenir: Prevenir }),
  z.object({ ...commun, acte: z.literal('rouvrir'), avertissementLu: z.literal('oui').optional() }),
])

type Saisie = z.infer<typeof DecisionForm>

function voulueDe(form: Exclude<Saisie, { acte: 'rouvrir' }>): DecisionDemandee {
  const { version: _version, intent: _intent, ...voulue } = form
  if (voulue.acte !== 'accorder') return voulue
  const { montant, ...reste } = voulue
  return { ...reste, montantCents: montant }
}

export const action = agentAction(
  { params: { dossier: dossierDuNumero }, form: DecisionForm },
  async ({ agent, deps, now, params: { dossier }, form, refuser }) => {
    const { id: dossierId, adresse } = dossier
    if (form.acte === 'rouvrir') {
      const { version, precision: motif, avertissementLu } = form
      const rouverte = await rouvrirDecision(deps, agent, {
        dossierId,
        version,
        motif,
        avertissementLu: avertissementLu === 'oui',
      })
      if (!rouverte.ok) return refuser(LIBELLE_REFUS_ROUVRIR[rouverte.reason])
      const texte = 'La décision est rouverte\u00a0: le dossier attend une nouvelle décision.'
      return redirectWithToast(`${adresse}/decision`, { texte, genre: 'success' })
    }
    const voulue = voulueDe(form)
    if (form.intent === 'apercu') {
      const apercu = await apercuDecision(deps.db, agent, { dossierId, voulue, now })
      return apercu.ok ? { apercu: apercu.value } : refuser(libelleRefusDecision(apercu.reason, apercu.detail))
    }
    const answer = await prendreDecision(deps, agent, { dossierId, version: form.version, voulue })
    if (!answer.ok) return refuser(libelleRefusDecision(answer.reason, answer.detail))
    const reprise = await repriseDossier(deps.db, dossierId, now)
    const quand = reprise?.jusquA ? ` Vous pouvez la reprendre jusqu’à ${heureDeParis(reprise.jusquA)}.` : ''
    return redirectWithToast(`${adresse}/decision`, {
      texte: `${LIBELLE_ACTE_DECISION[voulue.acte]}\u00a0: la décision est enregistrée.${quand}`,
      genre: 'success',
      lien: { texte: 'Voir les échanges', vers: `${adresse}/echanges` },
      ...(reprise && {
        acte: {
          texte: 'Reprendre la décision',
          action: `${adresse}/reprise`,
          champs: { version: String(form.version + 1) },
        },
      }),
    })
  },
)

export default function Decision() {
  const { adresse, proposition, peutProposer, ...lue } = useLoaderData<typeof loader>()
  const [params] = useSearchParams()
  return (
    <>
      <PropositionDossier adresse={adresse} proposition={proposition} peut={peutProposer} />
      <DossierDecision {...lue} proposee={proposition.actuelle} acte={params.get('acte')} />
    </>
  )
}
