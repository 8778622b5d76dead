import type { Agent } from '#domain/acces/droits'
import {
  proposer,
  type Proposition,
  type DeScenario,
  type PropositionVoulue,
  type RefusProposition,
  type RefusRetraitProposition,
  retirerProposition as retirer,
} from '#domain/proposition/proposition'
import { ok, type Result } from '#domain/result'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { propositionDe, remplacerProposition } from '#infra/stores/proposition/proposition'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

type Change = { avant: Proposition | null; apres: Proposition }

const enJournal = ({ avis, montantCents }: Proposition) => ({ avis, montantCents: montantCents.toString() })

/**
 * Who instructs proposes an opinion and an amount for a dossier, in place of what was proposed, which stays in its history. It is seen by
 * officers alone, and decides nothing.
 */
export const proposerMontant = (
  deps: DepsActe,
  agent: Agent,
  { avis, montant, motif, scenario = null, ...vise }: Vise & PropositionVoulue & Partial<DeScenario>,
): Promise<Result<Change, RefusProposition>> =>
  agirSurDossier<Change, RefusProposition>(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async ({ tx, dossier: { id, etat, montantDemandeCents } }) => {
      const actuelle = await propositionDe(tx, id)
      const answer = proposer({ etat, montantDemandeCents, actuelle }, { avis, montant, motif })
      return answer.ok ? ok({ avant: actuelle, apres: answer.value }) : answer
    },
    ecrire: async ({ tx, dossier, value: { avant, apres }, le }) => {
      await remplacerProposition(tx, dossier.id, le)
      const data = { ...apres, scenario, dossierId: dossier.id, parId: agent.id, le }
      await tx.proposition.create({ data, select: { id: true } })
      const detail = { ...enJournal(apres), motif: apres.motif, avant: avant && enJournal(avant) }
      await writeJournal(tx, agent, { acte: 'proposer', objet: 'dossier', objetId: dossier.id, detail, le })
    },
  })

/** Takes back what is proposed: the dossier has no proposition any more, and its history keeps this one. */
export const retirerProposition = (
  deps: DepsActe,
  agent: Agent,
  vise: Vise,
): Promise<Result<Proposition, RefusRetraitProposition>> =>
  agirSurDossier<Proposition, RefusRetraitProposition>(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async ({ tx, dossier: { id, etat } }) => retirer({ etat, actuelle: await propositionDe(tx, id) }),
    ecrire: async ({ tx, dossier, value, le }) => {
      await remplacerProposition(tx, dossier.id, le)
      const detail = enJournal(value)
      await writeJournal(tx, agent, { acte: 'retirerProposition', objet: 'dossier', objetId: dossier.id, detail, le })
    },
  })
