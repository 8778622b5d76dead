import type { Demandeur } from '#domain/acces/acteur'
import type { Agent } from '#domain/acces/droits'
import { cleUnique } from '#domain/courriel/courriel'
import {
  ACTE_DE_NATURE,
  type Decision,
  type DecisionDemandee,
  decider,
  type RefusDecision,
} from '#domain/dossier/decision'
import { droitDe } from '#domain/dossier/etat'
import type { DeliberationSaisie, HorsSeance } from '#domain/dossier/vote-de-decision'
import { reprenableJusquA } from '#domain/courriel/reprise-decision'
import type { Result } from '#domain/result'
import { jourDeParis, toDate } from '#domain/temps/jour'
import { courrielDeDecision, reglagesDe } from '#emails/courriel-de-dossier'
import { promettreCourriel } from '#infra/courriels'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { rafraichirEnCours } from '#infra/stores/piece/completude'
import { cloreDemande } from '#infra/stores/complement/complement'
import { aDecider, lockEnveloppe } from '#infra/stores/campagne/enveloppe'
import { conventionAuVote } from '#infra/stores/suite-accord/accords-de-l-annee'
import { attendreBilan } from '#infra/stores/suite-accord/bilan-de-projet'
import { quitterLaListe, tenirSaListe } from '#usecases/seance/quitter-la-liste'
import { agirSurDossier, type Fait, type Vise } from '#usecases/dossier/agir-sur-dossier'

/**
 * The decision on a dossier: once, by a responsable, inside the enveloppe; a grant or a refusal, by the délibération of a vote held elsewhere. The state, the amount, the trace and the mail that
 * announces it, as the responsable saw it, are one commit; the mail leaves later, and the decision can be taken back until then; a grant changes what is asked of the structure the year after.
 */
export const deciderDossier = (
  deps: DepsActe,
  agent: Agent,
  { voulue, ...vise }: Vise & { voulue: DecisionDemandee<HorsSeance> },
): Promise<Result<Decision<HorsSeance>, RefusDecision>> =>
  agirSurDossier<Decision<HorsSeance>, RefusDecision>(deps, agent, {
    ...vise,
    droit: droitDe(voulue.acte),
    verrouiller: async (tx) => {
      if (voulue.acte === 'retirer') await tenirSaListe(tx, vise.dossierId)
      await lockEnveloppe(tx, vise.dossierId)
    },
    decider: async ({ tx, dossier, le }) => decider(await aDecider(tx, dossier, le), voulue, le),
    change: changeDe,
    ecrire: (fait) => ecrireDecision(agent, fait, fait.value.vote),
  })

/** What a decision makes of the dossier's own row. */
export const changeDe = ({ nature, montantCents }: Pick<Decision, 'nature' | 'montantCents'>) => ({
  etat: nature,
  montantAccordeCents: montantCents,
  rejetImpliciteLe: null,
})

/** The délibération that bears a decision, and the line of the séance that voted it where one is kept here. */
type Portee = HorsSeance | { par: 'SEANCE'; ligneSeanceId: string; deliberation: DeliberationSaisie }

const auteurDe = ({ type, id }: Agent | Demandeur) => (type === 'AGENT' ? { priseParId: id } : { retireeParId: id })

const enBase = (portee: Portee | null) => {
  if (portee?.par !== 'HORS_SEANCE') return { vote: portee?.par ?? null, ligneSeanceId: portee?.ligneSeanceId ?? null }
  const { reference, le, executoireLe } = portee.deliberation
  return {
    vote: portee.par,
    deliberationReference: reference.trim(),
    deliberationLe: toDate(le),
    deliberationExecutoireLe: toDate(executoireLe),
  }
}

/**
 * Writes a decision of this instant, the mail that tells it and its trace; `portee` is null where no vote makes it. A demandeur withdraws their own
 * demande and nothing else: nobody of ours takes that back, so its mail leaves at once.
 */
export async function ecrireDecision(
  acteur: Agent | Demandeur,
  { tx, dossier, value, le }: Fait<Decision>,
  portee: Portee | null,
): Promise<void> {
  const demandeCloseId = await cloreDemande(tx, dossier.id, jourDeParis(le))
  const agent = acteur.type === 'AGENT' ? acteur : null
  const reprenableA = agent && reprenableJusquA(le, reglagesDe(dossier).attenteDecisionMinutes)
  const { vote: _vote, ...decidee } = value
  const deliberation = portee?.deliberation ?? null
  const voteLe = deliberation?.le ?? jourDeParis(le)
  const conventionRequise = await conventionAuVote(tx, dossier, value.montantCents, voteLe)
  const { id } = await tx.decision.create({
    data: {
      ...decidee,
      ...{ dossierId: dossier.id, ...auteurDe(acteur), etatAvant: dossier.etat, reprenableA, demandeCloseId },
      ...enBase(portee),
      conventionRequise,
    },
    select: { id: true },
  })
  if (value.montantCents !== null) await attendreBilan(tx, dossier, { decisionId: id, le })
  const { structureId, campagne } = dossier
  await rafraichirEnCours(tx, { structureId, campagne: { annee: campagne.annee + 1 } }, le)
  const ecriture = { now: le, redacteur: agent && (await loadRedacteur(tx, agent.id)) }
  const courriel = courrielDeDecision(dossier, { ...decidee, deliberation, conventionRequise }, ecriture)
  await promettreCourriel(tx, acteur, {
    cleUnique: cleUnique('decision', id),
    mots: courriel,
    sujet: { dossierId: dossier.id },
    faitLe: le,
    creeLe: le,
    partirLe: reprenableA,
    reponse: {},
  })
  if (value.nature === 'RETIRE') await quitterLaListe(tx, acteur, { dossierId: dossier.id, le })
  await writeJournal(tx, acteur, {
    acte: ACTE_DE_NATURE[value.nature],
    objet: 'dossier',
    objetId: dossier.id,
    detail: {
      avant: dossier.etat,
      apres: value.nature,
      montantCents: value.montantCents?.toString() ?? null,
      motif: value.motif,
      precision: value.precision,
      deliberation: deliberation?.reference ?? null,
      voteLe: deliberation?.le ?? null,
      executoireLe: deliberation?.executoireLe ?? null,
      courrielA: courriel?.destinataire ?? null,
    },
    le,
  })
}
