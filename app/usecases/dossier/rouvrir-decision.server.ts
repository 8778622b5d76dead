import type { Agent } from '#domain/acces/droits'
import { cleUnique } from '#domain/courriel/courriel'
import type { DeliberationSaisie } from '#domain/dossier/vote-de-decision'
import { rouvrir, type RefusRouvrir } from '#domain/dossier/rouvrir'
import { droitDe, type Etat } from '#domain/dossier/etat'
import type { Result } from '#domain/result'
import { reprendreCourriel, retirerPromesse } from '#infra/courriels'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { lockEnveloppe } from '#infra/stores/campagne/enveloppe'
import { rafraichirDelais } from '#infra/stores/complement/complement'
import { rafraichirRecevabilites } from '#infra/stores/dossier/recevabilite'
import { VOTE_TENU, voteDeDecision } from '#infra/stores/seance/seance'
import { rafraichirCompletude, rafraichirEnCours } from '#infra/stores/piece/completude'
import { agirSurDossier, type Fait, type Vise } from '#usecases/dossier/agir-sur-dossier'

type Voulu = { motif: string; avertissementLu: boolean }

/**
 * Reopens what was decided, notified or not: by a RESPONSABLE who has read the warning of CRPA L242-1, with a reason. The journal keeps the
 * whole of the decision; its mail does not leave if it has not left yet, and no other tells the demandeur anything by itself.
 */
export const rouvrirDecision = (
  deps: Deps,
  agent: Agent,
  { motif, avertissementLu, ...vise }: Vise & Voulu,
): Promise<Result<{ etat: Etat; motif: string }, RefusRouvrir>> =>
  agirSurDossier<{ etat: Etat; motif: string }, RefusRouvrir>(deps, agent, {
    ...vise,
    droit: droitDe('rouvrir'),
    verrouiller: (tx) => lockEnveloppe(tx, vise.dossierId),
    decider: ({ dossier: { etat, decision } }) =>
      rouvrir({ etat, verseCents: decision?.verseCents ?? 0n }, { motif, avertissementLu }),
    change: ({ etat }) => ({ etat, montantAccordeCents: null }),
    ecrire: (fait) => ecrireReouverture(agent, fait),
  })

/** Takes back the mail of the decision where it has not left; true when it had. */
async function retenirCourriels(tx: Tx, decisionId: string): Promise<boolean> {
  const courriel = await tx.courriel.findUnique({
    where: { cleUnique: cleUnique('decision', decisionId) },
    select: { id: true, cleUnique: true, etat: true },
  })
  if (!courriel) return false
  if (courriel.etat === 'A_ENVOYER') await retirerPromesse(tx, courriel.id)
  return !(await reprendreCourriel(tx, courriel.cleUnique))
}

/** Its vote is over, and what decides it again is voted later; where the délibération was never written down, that one may still be typed. */
async function cloreVote(
  tx: Tx,
  dossierId: string,
  { deliberation, le }: { deliberation: DeliberationSaisie | null; le: Date },
) {
  await tx.ligneSeance.updateMany({ where: { dossierId, ...VOTE_TENU }, data: { rouverteLe: le } })
  if (!deliberation) return
  const data = { voteRouvertLe: le, deliberationRouverte: deliberation.reference }
  await tx.dossier.update({ where: { id: dossierId }, data, select: { id: true } })
}

async function ecrireReouverture(agent: Agent, { tx, dossier, value, le }: Fait<{ etat: Etat; motif: string }>) {
  const { decision, structureId, campagne } = dossier
  const vote = decision && (await voteDeDecision(tx, decision))
  const notifiee = decision ? await retenirCourriels(tx, decision.id) : false
  if (decision) await tx.decision.delete({ where: { id: decision.id }, select: { id: true } })
  await cloreVote(tx, dossier.id, { deliberation: vote?.deliberation ?? null, le })
  await rafraichirCompletude(tx, dossier.id, le)
  await rafraichirDelais(tx, dossier.id)
  await rafraichirRecevabilites(tx, [dossier.id])
  await rafraichirEnCours(tx, { structureId, campagne: { annee: campagne.annee + 1 } }, le)
  await writeJournal(tx, agent, {
    acte: 'rouvrirDecision',
    objet: 'dossier',
    objetId: dossier.id,
    detail: {
      avant: dossier.etat,
      apres: value.etat,
      motifReouverture: value.motif,
      notifiee,
      montantCents: decision?.montantCents?.toString() ?? null,
      motif: decision?.motif ?? null,
      precision: decision?.precision ?? '',
      priseLe: decision?.priseLe.toISOString() ?? null,
      deliberation: vote?.deliberation?.reference ?? null,
      voteLe: vote?.deliberation?.le ?? null,
      executoireLe: vote?.deliberation?.executoireLe ?? null,
    },
    le,
  })
}
