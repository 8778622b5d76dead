import { useLoaderData, useSearchParams } from '@remix-run/react'
import { hasDroit } from '#domain/acces/droits'
import type { RefusDecision } from '#domain/dossier/decision'
import type { No } from '#domain/result'
import { LIBELLE_REFUS_LIBERATION } from '#libelles/notification-de-decision/liberation-de-decision'
import { LIBELLE_REFUS_ROUVRIR } from '#libelles/dossier/rouvrir'
import { LIBELLE_ACTE_DECISION, libelleRefusDecision } from '#libelles/dossier/dossier'
import { avisExpertsDossier } from '#queries/avis-expert/avis-experts-dossier'
import { apercuDecision, decisionDossier } from '#queries/dossier/decision-dossier'
import { decisionRetenuePour, liberationDeDecision } from '#queries/dossier/liberation-de-decision'
import { repriseDossier } from '#queries/dossier/reprise-dossier'
import { scoreDossier } from '#queries/notation/notation'
import { propositionDossier } from '#queries/proposition/proposition-dossier'
import { AvisAOuvrir } from '#ui/avis-expert/avis-a-ouvrir'
import { DossierDecision } from '#ui/dossier/decision-dossier'
import { ScoreAVenir } from '#ui/notation/score-a-venir'
import { PropositionDossier } from '#ui/proposition/proposition-dossier'
import { libererDecision } from '#usecases/dossier/liberer-decision'
import { prendreDecision } from '#usecases/dossier/prendre-decision'
import { rouvrirDecision } from '#usecases/dossier/rouvrir-decision'
import { agentAction, agentLoader } from '#web/agent-route'
import { champDuRefus, DecisionForm, decisionDuForm } from '#web/decision/decision'
import { dossierDuNumero } from '#web/params'
import { versLaSuite } from '#web/decision/suite-de-decision'
import { redirectWithToast } from '#web/toast'

export const loader = agentLoader(
  { droit: 'dossier.lire', params: { dossier: dossierDuNumero } },
  async ({ agent, deps, now, params }) => ({
    ...(await decisionDossier(deps.db, params.dossier.id, now)),
    liberation: await liberationDeDecision(deps.db, params.dossier.id, agent.id),
    proposition: await propositionDossier(deps.db, params.dossier.id),
    score: await scoreDossier(deps.db, agent, params.dossier.id),
    avis: await avisExpertsDossier(deps.db, params.dossier.id, { now, instruit: hasDroit(agent, 'dossier.instruire') }),
    adresse: params.dossier.adresse,
    peutProposer: hasDroit(agent, 'dossier.instruire'),
    peutEcrire: hasDroit(agent, 'courriel.ecrire'),
    peut: hasDroit(agent, 'dossier.decider'),
  }),
)

export const action = agentAction(
  { params: { dossier: dossierDuNumero }, form: DecisionForm },
  async ({ agent, deps, now, params: { dossier }, form, refuser }) => {
    const { id: dossierId, adresse } = dossier
    const laSuite = async (fait: string) => ({
      ...{ adresse, version: form.version, fait },
      reprise: await repriseDossier(deps.db, dossierId, now),
      retenue: await decisionRetenuePour(deps.db, dossierId),
    })
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
    if (form.acte === 'liberer') {
      const liberee = await libererDecision(deps, agent, { dossierId, version: form.version })
      if (!liberee.ok) return refuser(LIBELLE_REFUS_LIBERATION[liberee.reason])
      return versLaSuite(await laSuite('La décision est relue.'))
    }
    const refuserPar = ({ reason, detail }: No<RefusDecision>) =>
      refuser(libelleRefusDecision(reason, detail), champDuRefus(reason))
    const voulue = decisionDuForm(form)
    if (form.intent === 'apercu') {
      const apercu = await apercuDecision(deps.db, agent, { dossierId, voulue, now })
      return apercu.ok ? { apercu: apercu.value } : refuserPar(apercu)
    }
    const answer = await prendreDecision(deps, agent, { dossierId, version: form.version, voulue })
    if (!answer.ok) return refuserPar(answer)
    const fait = `${LIBELLE_ACTE_DECISION[voulue.acte]}\u00a0: la décision est enregistrée.`
    return versLaSuite(await laSuite(fait))
  },
)

export default function Decision() {
  const { adresse, proposition, score, avis, peutProposer, ...lue } = useLoaderData<typeof loader>()
  const [params] = useSearchParams()
  return (
    <>
      <PropositionDossier adresse={adresse} proposition={proposition} peut={peutProposer} />
      <ScoreAVenir adresse={adresse} {...score} />
      <AvisAOuvrir adresse={adresse} avis={avis} />
      <DossierDecision {...lue} adresse={adresse} proposee={proposition.actuelle} acte={params.get('acte')} />
    </>
  )
}
