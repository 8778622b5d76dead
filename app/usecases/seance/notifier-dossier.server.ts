import type { Agent } from '#domain/acces/droits'
import type { Decision } from '#domain/dossier/decision'
import { droitDe } from '#domain/dossier/etat'
import type { EnSeance } from '#domain/dossier/vote-de-decision'
import { no, ok, type Result } from '#domain/result'
import { etatDeLettre } from '#domain/seance/lettre-repetee'
import { estBloquante } from '#domain/seance/repetition'
import { type Deliberee, notifier, type RefusNotification } from '#domain/seance/vote-notifie'
import { lettreAEssayer } from '#emails/lettre-du-dossier'
import { repeter } from '#emails/repetition'
import type { Tx } from '#infra/db'
import type { DepsActe } from '#infra/deps'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { lockEnveloppe } from '#infra/stores/campagne/enveloppe'
import { empreinteDe, lettreGardee } from '#infra/stores/seance/a-dire'
import { conventionAuVote } from '#infra/stores/suite-accord/accords-de-l-annee'
import { delibereeDe, holdSeance, VOTE_TENU } from '#infra/stores/seance/seance'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'
import { ecrireDecision } from '#usecases/dossier/decider-dossier'

/** The vote that stands for a dossier; null where there is none. */
const voteTenu = (tx: Tx, dossierId: string) => tx.ligneSeance.findFirst({ where: { dossierId, ...VOTE_TENU } })

type Notifiee = { decision: Decision<EnSeance>; ligneSeanceId: string; deliberation: Deliberee }

/**
 * Makes a decision of what was voted, once its délibération is in force and someone else has put its mails forward: the demandeur is told, after
 * the time in which it can be taken back. A mail that does not say what was voted stops it, and so does a letter that was not drawn from what is told now. Throws Forbidden, NotFound, Conflict.
 */
export const notifierDossier = (
  deps: DepsActe,
  agent: Agent,
  vise: Vise,
): Promise<Result<Notifiee, RefusNotification>> =>
  agirSurDossier<Notifiee, RefusNotification>(deps, agent, {
    ...vise,
    droit: droitDe('notifierAccord'),
    // The séance first, as who enters votes, composes its list or withdraws a dossier from it.
    verrouiller: async (tx) => {
      const ligne = await voteTenu(tx, vise.dossierId)
      if (ligne) await holdSeance(tx, ligne.seanceId, 'AVEC_D_AUTRES')
      await lockEnveloppe(tx, vise.dossierId)
    },
    decider: async ({ tx, dossier, le }) => {
      const ligne = await voteTenu(tx, dossier.id)
      if (!ligne) return no('PAS_VOTE')
      const { deliberation, preparation } = await holdSeance(tx, ligne.seanceId, 'AVEC_D_AUTRES')
      const deliberee = delibereeDe(deliberation)
      const votee = { etat: dossier.etat, vote: ligne, deliberation: deliberee, preparation, parId: agent.id }
      const answer = notifier(votee, le)
      if (!answer.ok) return answer
      const { decision, deliberation: portee } = answer.value
      const reference = { reference: portee.numero, le: portee.le }
      const conventionRequise = await conventionAuVote(tx, dossier, decision.montantCents, portee.le)
      const voulue = { ...decision, deliberation: reference, conventionRequise }
      const ecriture = { now: le, redacteur: await loadRedacteur(tx, agent.id) }
      // Where the mail goes is for the gate; its words alone are judged here, then the page of its letter.
      const autour = { adresse: { enEchec: false, partagee: false }, lettre: 'DESSINEE' } as const
      const { anomalies } = repeter(dossier, voulue, ecriture, autour)
      if (anomalies.some(estBloquante)) return no('COURRIEL_A_REVOIR')
      const empreinte = empreinteDe(lettreAEssayer(dossier, voulue, portee))
      const lettre = etatDeLettre(empreinte, await lettreGardee(tx, ligne.id))
      return lettre === 'DESSINEE' ? ok({ ...answer.value, ligneSeanceId: ligne.id }) : no(lettre)
    },
    change: ({ decision: { nature, montantCents } }) => ({
      etat: nature,
      montantAccordeCents: montantCents,
      rejetImpliciteLe: null,
    }),
    ecrire: ({ value: { decision, ligneSeanceId, deliberation }, ...fait }) =>
      ecrireDecision(
        agent,
        { ...fait, value: decision },
        {
          ...{ par: 'SEANCE', ligneSeanceId },
          deliberation: {
            reference: deliberation.numero,
            le: deliberation.le,
            executoireLe: deliberation.executoireLe,
          },
        },
      ),
  })
