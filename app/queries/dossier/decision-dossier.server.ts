import { type Agent, requireDroit } from '#domain/acces/droits'
import {
  type Decision,
  type DecisionDemandee,
  decider,
  empechements,
  motifsDIrrecevabilite,
  type NatureDecision,
  type RefusDecision,
} from '#domain/dossier/decision'
import { ACTE_DE_NATURE } from '#domain/dossier/decision'
import { cleUnique } from '#domain/courriel/courriel'
import { type FaitsDeRemise, preuveDe } from '#domain/courriel/preuve'
import { recoursDe } from '#domain/notification-de-decision/notification-prouvee'
import { aUneLettre } from '#domain/dossier/lettre'
import { droitDe, estDecide, suite } from '#domain/dossier/etat'
import { avertirAvantRouvrir } from '#domain/dossier/rouvrir'
import type { HorsSeance } from '#domain/dossier/vote-de-decision'
import { ok, type Result } from '#domain/result'
import { fromDate, jourDeParis } from '#domain/temps/jour'
import { type CourrielCompose, courrielDeDecision, reglagesDe } from '#emails/courriel-de-dossier'
import type { Db } from '#infra/db'
import { ouvertureActuelle } from '#infra/fichier-recu'
import { phraseRetour } from '#libelles/journal/retours'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { AUTEURS, nomDeLAuteur } from '#infra/stores/dossier/auteur-de-decision'
import { loadDossier } from '#infra/stores/dossier/dossier'
import { lettreSigneeDe } from '#infra/stores/dossier/lettre-signee'
import { aDecider } from '#infra/stores/campagne/enveloppe'
import { inscriptionDe, seanceVotante, voteDeDecision } from '#infra/stores/seance/seance'
import { conventionAuVote } from '#infra/stores/suite-accord/accords-de-l-annee'
import { repriseDossier } from '#queries/dossier/reprise-dossier'

/** Where the decision on a dossier stands: taken, or what each of the three acts waits for. */
export async function decisionDossier(db: Db, dossierId: string, now: Date) {
  const dossier = await loadDossier(db, dossierId)
  const examine = await aDecider(db, dossier, now)
  const { montantMaxCents, resteEnveloppeCents } = examine
  const decision = await db.decision.findUnique({
    where: { dossierId },
    include: AUTEURS,
  })
  const courriel =
    decision &&
    (await db.courriel.findUnique({
      where: { cleUnique: cleUnique('decision', decision.id) },
      select: {
        ...{ id: true, sujet: true, destinataire: true, etat: true, envoyeLe: true },
        ...{ cause: true, remisAuServeurLe: true },
      },
    }))
  const reprenable = (await repriseDossier(db, dossierId, now)) !== null
  return {
    version: dossier.version,
    numero: dossier.numero ?? '',
    etat: dossier.etat,
    montantDemandeCents: dossier.montantDemandeCents,
    coutTotalCents: dossier.coutTotalCents,
    montantMaxCents,
    resteEnveloppeCents,
    empechements: empechements(examine),
    motifsDIneligibilite: motifsDIrrecevabilite(examine, 'declarerIneligible'),
    decision: decision && {
      ...decision,
      par: nomDeLAuteur(decision),
      parLeDemandeur: decision.retireePar !== null,
      vote: await voteDeDecision(db, decision),
      retour: phraseRetour(ACTE_DE_NATURE[decision.nature]),
    },
    seance: await (dossier.etat === 'VOTE' ? seanceVotante : inscriptionDe)(db, dossierId),
    courriel,
    lettreSignee: decision && aUneLettre(decision.nature) ? await lettreSigneeVue(db, decision.id) : null,
    notifiee: decision && notificationVue(decision, courriel, reprenable),
    avertissement:
      estDecide(dossier.etat) && suite(dossier.etat, 'rouvrir')
        ? avertirAvantRouvrir({ etat: dossier.etat, priseLe: jourDeParis(decision?.priseLe ?? now) }, jourDeParis(now))
        : null,
    reprenable,
    attenteMinutes: reglagesDe(dossier).attenteDecisionMinutes,
  }
}

/** What is shown of the signed letter of a decision that has a letter; `signee` is null while none is deposited. */
async function lettreSigneeVue(db: Db, decisionId: string) {
  const signee = await lettreSigneeDe(db, decisionId)
  if (!signee) return { signee }
  const { nomFichier, taille, sha256, sha256Dessinee, deposeeLe, analyse, par } = signee
  return {
    signee: {
      ...{ nomFichier, taille, sha256, sha256Dessinee, deposeeLe },
      par: `${par.prenom} ${par.nom}`,
      ouverture: ouvertureActuelle(analyse),
    },
  }
}

type DecisionLue = {
  nature: NatureDecision
  courrierLe: Date | null
  courrierRecommande: string
  parCourrierDepuis: Date | null
}

/** What proves that it was notified, and what follows. */
function notificationVue(decision: DecisionLue, courriel: FaitsDeRemise | null, reprenable: boolean) {
  const courrierLe = decision.courrierLe && fromDate(decision.courrierLe)
  const faits = { remisAuServeurLe: courriel?.remisAuServeurLe ?? null, courrierLe }
  const { prouvee, jusquA } = recoursDe(decision.nature, faits)
  return {
    preuve: courriel && preuveDe(courriel),
    prouvee,
    recoursJusquA: jusquA,
    recommande: decision.courrierRecommande,
    parCourrier: courrierLe !== null,
    parCourrierDepuis: decision.parCourrierDepuis && jourDeParis(decision.parCourrierDepuis),
    reprenable,
  }
}

export type Apercu = { decision: Decision<HorsSeance>; courriel: CourrielCompose | null }

/** What this decision would become and the very mail that would leave, without deciding anything. For those who may decide. */
export async function apercuDecision(
  db: Db,
  agent: Agent,
  { dossierId, voulue, now }: { dossierId: string; voulue: DecisionDemandee<HorsSeance>; now: Date },
): Promise<Result<Apercu, RefusDecision>> {
  requireDroit(agent, droitDe(voulue.acte))
  const dossier = await loadDossier(db, dossierId)
  const answer = decider(await aDecider(db, dossier, now), voulue, now)
  if (!answer.ok) return answer
  const ecriture = { now, redacteur: await loadRedacteur(db, agent.id) }
  const deliberation = answer.value.vote?.deliberation ?? null
  const voteLe = deliberation?.le ?? jourDeParis(now)
  const conventionRequise = await conventionAuVote(db, dossier, answer.value.montantCents, voteLe)
  return ok({
    decision: answer.value,
    courriel: courrielDeDecision(dossier, { ...answer.value, deliberation, conventionRequise }, ecriture),
  })
}
