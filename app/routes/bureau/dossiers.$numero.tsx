import type { MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { hasDroit } from '#domain/acces/droits'
import { estDecide } from '#domain/dossier/etat'
import { ACTES_INSTRUCTION, type ActeInstruction } from '#domain/dossier/instruction'
import { LIBELLE_ACTE } from '#libelles/dossier/dossier'
import { libelleRefusInstruction } from '#libelles/dossier/instruction-dossier'
import { budgetDossier, resumeBudget } from '#queries/budget/budget-dossier'
import { pageDossier } from '#queries/dossier/page-dossier'
import { repriseDossier } from '#queries/dossier/reprise-dossier'
import { DecisionReprise } from '#ui/dossier/decision-reprise'
import { DossierActes } from '#ui/dossier/dossier-actes'
import { DossierBloquants } from '#ui/dossier/dossier-bloquants'
import { DossierOnglets } from '#ui/dossier/dossier-onglets'
import { DossierRecevabilite } from '#ui/dossier/dossier-recevabilite'
import { DossierResteAFaire } from '#ui/dossier/dossier-reste-a-faire'
import { DossierSuivi } from '#ui/dossier/dossier-suivi'
import { DossierTete } from '#ui/dossier/dossier-tete'
import { PageError } from '#ui/kit/page-error/page-error'
import { affecterDossier } from '#usecases/dossier/affecter-dossier'
import { declarerComplet } from '#usecases/dossier/declarer-complet'
import { instruireDossier } from '#usecases/dossier/instruire-dossier'
import { agentAction, agentLoader } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'
import { redirectWithToast } from '#web/toast'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.dossier.numero ?? 'Brouillon'} · ${data.dossier.objet} – MCEI` : 'Dossier – MCEI' },
]

export const loader = agentLoader(
  { droit: 'dossier.lire', params: { dossier: dossierDuNumero } },
  async ({ agent, deps, now, params }) => {
    const { id, adresse } = params.dossier
    const budget = resumeBudget(await budgetDossier(deps, id))
    const { dernierActe, ...dossier } = await pageDossier(deps.db, { id, agent, budget, now })
    return {
      adresse,
      dossier,
      dernierActe,
      reprise: await repriseDossier(deps.db, id, now),
      moi: agent.id,
      droits: {
        instruire: hasDroit(agent, 'dossier.instruire'),
        affecter: hasDroit(agent, 'dossier.affecter'),
        deverrouiller: hasDroit(agent, 'dossier.deverrouiller'),
        decider: hasDroit(agent, 'dossier.decider'),
      },
    }
  },
)

const ActeForm = z.object({
  acte: z.enum([...ACTES_INSTRUCTION, 'affecter', 'liberer'], 'Cet acte n’existe pas.'),
  version: z.coerce.number().int().min(0),
})

const AVANCER = { declarerComplet, instruire: instruireDossier } as const satisfies Record<ActeInstruction, unknown>

/** The acts of the header. A refusal is told where the officer is, in a toast: nothing was filled in. */
export const action = agentAction(
  { params: { dossier: dossierDuNumero }, form: ActeForm, retour: ({ dossier }) => dossier.adresse, refus: 'toast' },
  async ({ agent, deps, params, form: { acte, version }, retour, refuser }) => {
    const vise = { dossierId: params.dossier.id, version }
    if (acte === 'affecter' || acte === 'liberer') {
      const suivi = acte === 'affecter' ? agent.id : null
      const answer = await affecterDossier(deps, agent, { ...vise, agentId: suivi, message: '' })
      if (!answer.ok) return refuser('Le suivi de ce dossier n’a pas changé.')
      const texte = suivi ? 'Vous suivez ce dossier.' : 'Plus personne ne suit ce dossier.'
      return redirectWithToast(retour, { texte, genre: 'success' })
    }
    const answer = await AVANCER[acte](deps, agent, vise)
    if (!answer.ok) return refuser(libelleRefusInstruction(answer.reason, answer.detail))
    return redirectWithToast(retour, { texte: `${LIBELLE_ACTE[acte]}\u00a0: c’est fait.`, genre: 'success' })
  },
)

export default function Dossier() {
  const { adresse, dossier, reprise, moi, droits } = useLoaderData<typeof loader>()
  const actes = (
    <>
      {reprise && droits.decider && <DecisionReprise adresse={adresse} version={dossier.version} {...reprise} />}
      <DossierActes adresse={adresse} dossier={dossier} droits={droits} />
    </>
  )
  return (
    <>
      <DossierTete
        adresse={adresse}
        dossier={dossier}
        actes={actes}
        suivi={<DossierSuivi adresse={adresse} dossier={dossier} moi={moi} droits={droits} />}
      >
        <DossierBloquants
          adresse={adresse}
          version={dossier.version}
          {...dossier.bloquants}
          peut={dossier.peutPasserOutre}
        />
        <DossierRecevabilite
          adresse={adresse}
          version={dossier.version}
          recevabilite={dossier.recevabilite}
          droits={{ ...droits, passerOutre: dossier.peutPasserOutre }}
          decide={estDecide(dossier.etat)}
        />
        <DossierResteAFaire adresse={adresse} choses={dossier.resteAFaire} />
      </DossierTete>
      <DossierOnglets adresse={adresse} comptes={dossier.comptes} />
      <Outlet />
    </>
  )
}

export { PageError as ErrorBoundary }
