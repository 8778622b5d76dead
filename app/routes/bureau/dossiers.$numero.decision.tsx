import { useLoaderData, useSearchParams } from '@remix-run/react'
import { hasDroit } from '#domain/acces/droits'
import type { RefusDecision } from '#domain/dossier/decision'
import type { No } from '#domain/result'
import type { Db } from '#infra/db'
import { LIBELLE_REFUS_LIBERATION, phraseSuite } from '#libelles/notification-de-decision/liberation-de-decision'
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
import { champDuRefus, DecisionForm, decisionDuForm } from '#web/decision'
import { dossierDuNumero } from '#web/params'
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
      return direLaSuite(deps.db, { ...dossier, version: form.version, now }, 'La décision est relue.')
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
    return direLaSuite(deps.db, { ...dossier, version: form.version, now }, fait)
  },
)

type Faite = { id: string; adresse: string; version: number; now: Date }

/** The page again, with what was done, whom it waits for or until when it can be taken back, and the way to do so. */
async function direLaSuite(db: Db, { id, adresse, version, now }: Faite, fait: string) {
  const reprise = await repriseDossier(db, id, now)
  const retenue = await decisionRetenuePour(db, id)
  const suite = phraseSuite({ retenue, jusquA: reprise?.jusquA ?? null })
  return redirectWithToast(`${adresse}/decision`, {
    texte: `${fait}${suite}`,
    genre: 'success',
    // Where somebody else is awaited there is nothing to see yet, and the toast is read in a hand.
    ...(retenue !== 'A_RELIRE' && { lien: { texte: 'Voir les échanges', vers: `${adresse}/echanges` } }),
    ...(reprise && {
      acte: {
        texte: 'Reprendre la décision',
        action: `${adresse}/reprise`,
        champs: { version: String(version + 1) },
      },
    }),
  })
}

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
