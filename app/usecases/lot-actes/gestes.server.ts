import type { Agent } from '#domain/acces/droits'
import { ACTES_DE_LOT, type ActeDeLot, type ChampsDeLot, type RefusChamps } from '#domain/lot-actes/acte-de-lot'
import type { No, Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { DepsActe } from '#infra/deps'
import { etatDuFil } from '#infra/stores/courriel-recu/fil'
import { propositionSignalee } from '#infra/stores/proposition/proposition'
import { LIBELLE_REFUS_REMPLISSAGE } from '#libelles/champ-du-service/refus-de-valeur'
import { libelleRefusRelance } from '#libelles/complement/complement'
import { LIBELLE_REFUS_DEPART } from '#libelles/courriel/courriel'
import { LIBELLE_REFUS_CONSTAT } from '#libelles/dossier/constat'
import { LIBELLE_REFUS_REPRISE, libelleRefusDecision } from '#libelles/dossier/dossier'
import { LIBELLE_REFUS_AFFECTATION, libelleRefusInstruction } from '#libelles/dossier/instruction-dossier'
import { LIBELLE_REFUS_ETIQUETAGE } from '#libelles/etiquette/etiquette'
import {
  LIBELLE_REFUS_MESSAGE_DE_LOT,
  LIBELLE_REFUS_PIECES,
  libelleRefusComplementDeLot,
} from '#libelles/lot-actes/refus'
import { libelleRefusVoteDuClasseur } from '#libelles/seance/classeur'
import { LIBELLE_REFUS_INSCRIPTION, LIBELLE_REFUS_NOTIFICATION } from '#libelles/seance/refus'
import {
  direSignalementProposition,
  LIBELLE_REFUS_PROPOSITION,
  phraseProposition,
} from '#libelles/proposition/proposition'
import { libelleRefusVersements } from '#libelles/suite-accord/classeur-de-versements'
import { remplirChampDuDossier } from '#usecases/champ-du-service/remplir-champs'
import { demanderManquantes } from '#usecases/complement/demander-manquantes'
import { relancerDossier } from '#usecases/complement/relancer-dossier'
import { ecrireMessageType } from '#usecases/courriel/ecrire-message-type'
import { affecterDossier } from '#usecases/dossier/affecter-dossier'
import type { Vise } from '#usecases/dossier/agir-sur-dossier'
import { classerSansSuite } from '#usecases/dossier/classer-sans-suite'
import { constaterDossier } from '#usecases/dossier/constater-dossier'
import { declarerComplet } from '#usecases/dossier/declarer-complet'
import { instruireDossier } from '#usecases/dossier/instruire-dossier'
import { reprendreDecision } from '#usecases/dossier/reprendre-decision'
import { ajouterAuDossier, retirerDuDossier } from '#usecases/etiquette/etiqueter-dossier'
import { inscrireDossier } from '#usecases/seance/composer-liste'
import { notifierDossier } from '#usecases/seance/notifier-dossier'
import { direVote, voterDuClasseur } from '#usecases/seance/voter-du-classeur'
import { prendrePieces } from '#usecases/lot-actes/prendre-pieces'
import { proposerMontant } from '#usecases/proposition/proposer-montant'
import { direVersements, enregistrerVersements } from '#usecases/suite-accord/enregistrer-versement'

/** One line as the act sees it: the dossier at the version that was looked at, and how far its thread went then. */
export type LigneVisee = Vise & { filVu: string; lotId: string }

/** Does to one dossier what its page would do: null once done, or why the rule refuses, in French. Throws what the use case throws. */
export type Geste = (deps: DepsActe, agent: Agent, ligne: LigneVisee) => Promise<string | null>

type ActeFaisable = {
  /** How far the thread of mails goes now, for an act that answers it; `''` for all others. */
  voir: (tx: Tx, dossierId: string) => Promise<string>
  /** The act with what was filled in; null while that is wanting. */
  avec: (champs: ChampsDeLot) => Geste | null
  /** What the act made of the dossier, in words, where its verb does not say it; `''` for the others. */
  dire: (tx: Tx, dossierId: string) => Promise<string>
}

const sansMots = () => Promise.resolve('')

/** An act that looks at the dossier alone: how it reads what was filled in, the use case of the page, and the words of its refusals. */
const surDossier = <P, R extends string>(
  lire: (champs: ChampsDeLot) => Result<P, RefusChamps>,
  faire: (deps: DepsActe, agent: Agent, ligne: LigneVisee & P) => Promise<Result<unknown, R>>,
  mots: (refus: No<R>, voulu: P) => string,
): ActeFaisable => ({
  voir: sansMots,
  dire: sansMots,
  avec: (champs) => {
    const lu = lire(champs)
    if (!lu.ok) return null
    return async (deps, agent, ligne) => {
      const answer = await faire(deps, agent, { ...ligne, ...lu.value })
      return answer.ok ? null : mots(answer, lu.value)
    }
  },
})

/** The amount proposed for this dossier, and what is to be known of it. */
async function direProposition(tx: Tx, dossierId: string): Promise<string> {
  const { dossier, actuelle } = await propositionSignalee(tx, dossierId)
  if (!actuelle) return ''
  const dits = actuelle.signalements.map(direSignalementProposition)
  return [`${phraseProposition(actuelle, dossier.montantDemandeCents)}.`, ...dits].join(' ')
}

/** What each act of a lot does to one dossier. */
export const GESTES: Record<ActeDeLot, ActeFaisable> = {
  declarerComplet: surDossier(ACTES_DE_LOT.declarerComplet.lire, declarerComplet, ({ reason, detail }) =>
    libelleRefusInstruction(reason, detail),
  ),
  instruire: surDossier(ACTES_DE_LOT.instruire.lire, instruireDossier, ({ reason, detail }) =>
    libelleRefusInstruction(reason, detail),
  ),
  relancer: surDossier(ACTES_DE_LOT.relancer.lire, relancerDossier, ({ reason }) => libelleRefusRelance(reason)),
  demanderComplements: surDossier(ACTES_DE_LOT.demanderComplements.lire, demanderManquantes, ({ reason, detail }) =>
    libelleRefusComplementDeLot(reason, detail),
  ),
  clore: surDossier(ACTES_DE_LOT.clore.lire, constaterDossier, ({ reason }) => LIBELLE_REFUS_CONSTAT[reason]),
  classerSansSuite: surDossier(ACTES_DE_LOT.classerSansSuite.lire, classerSansSuite, ({ reason, detail }) =>
    libelleRefusDecision(reason, detail),
  ),
  proposer: {
    ...surDossier(ACTES_DE_LOT.proposer.lire, proposerMontant, ({ reason }) => LIBELLE_REFUS_PROPOSITION[reason]),
    dire: direProposition,
  },
  inscrire: surDossier(ACTES_DE_LOT.inscrire.lire, inscrireDossier, ({ reason }) => LIBELLE_REFUS_INSCRIPTION[reason]),
  voter: { ...surDossier(ACTES_DE_LOT.voter.lire, voterDuClasseur, libelleRefusVoteDuClasseur), dire: direVote },
  verser: {
    ...surDossier(ACTES_DE_LOT.verser.lire, enregistrerVersements, libelleRefusVersements),
    dire: direVersements,
  },
  notifier: surDossier(ACTES_DE_LOT.notifier.lire, notifierDossier, ({ reason }) => LIBELLE_REFUS_NOTIFICATION[reason]),
  reprendreNotification: surDossier(
    ACTES_DE_LOT.reprendreNotification.lire,
    reprendreDecision,
    ({ reason }) => LIBELLE_REFUS_REPRISE[reason],
  ),
  affecter: surDossier(ACTES_DE_LOT.affecter.lire, affecterDossier, ({ reason }) => LIBELLE_REFUS_AFFECTATION[reason]),
  etiqueter: surDossier(
    ACTES_DE_LOT.etiqueter.lire,
    ajouterAuDossier,
    ({ reason }) => LIBELLE_REFUS_ETIQUETAGE[reason],
  ),
  retirerEtiquette: surDossier(
    ACTES_DE_LOT.retirerEtiquette.lire,
    retirerDuDossier,
    ({ reason }) => LIBELLE_REFUS_ETIQUETAGE[reason],
  ),
  remplirChamp: surDossier(
    ACTES_DE_LOT.remplirChamp.lire,
    remplirChampDuDossier,
    ({ reason }) => LIBELLE_REFUS_REMPLISSAGE[reason],
  ),
  ecrireMessage: {
    ...surDossier(
      ACTES_DE_LOT.ecrireMessage.lire,
      ecrireMessageType,
      ({ reason }) => ({ ...LIBELLE_REFUS_MESSAGE_DE_LOT, ...LIBELLE_REFUS_DEPART })[reason],
    ),
    voir: (tx, dossierId) => etatDuFil(tx, { dossierId }),
  },
  telecharger: surDossier(ACTES_DE_LOT.telecharger.lire, prendrePieces, ({ reason }) => LIBELLE_REFUS_PIECES[reason]),
}
