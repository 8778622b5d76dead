import type { Agent } from '#domain/acces/droits'
import type { Decision } from '#domain/dossier/decision'
import { no, ok, type Result } from '#domain/result'
import { numeroDeDeliberation } from '#domain/seance/deliberation'
import { type Deliberee, notifier, type RefusNotification } from '#domain/seance/vote-notifie'
import { fromDate } from '#domain/temps/jour'
import type { Tx } from '#infra/db'
import type { DepsActe } from '#infra/deps'
import { lockEnveloppe } from '#infra/stores/campagne/enveloppe'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'
import { ecrireDecision } from '#usecases/dossier/decider-dossier'

/** The last vote of a dossier that was not put off, with the délibération that bears it; null where there is none. */
const dernierVote = (tx: Tx, dossierId: string) =>
  tx.ligneSeance.findFirst({
    where: { dossierId, nature: { not: null } },
    orderBy: { voteLe: 'desc' },
    include: { seance: { select: { deliberation: true } } },
  })

type Notifiee = { decision: Decision; ligneSeanceId: string; deliberation: Deliberee }

/**
 * Makes a decision of what was voted, once its délibération is in force: the demandeur is told, after the time in which it can be taken back.
 * Throws Forbidden, NotFound, Conflict.
 */
export const notifierDossier = (
  deps: DepsActe,
  agent: Agent,
  vise: Vise,
): Promise<Result<Notifiee, RefusNotification>> =>
  agirSurDossier<Notifiee, RefusNotification>(deps, agent, {
    ...vise,
    droit: 'dossier.decider',
    verrouiller: (tx) => lockEnveloppe(tx, vise.dossierId),
    decider: async ({ tx, dossier, le }) => {
      const ligne = await dernierVote(tx, dossier.id)
      if (!ligne) return no('PAS_VOTE')
      const { nature, montantCents, motif, precision, seance } = ligne
      const numerotee = seance.deliberation
      const deliberation = numerotee && {
        numero: numeroDeDeliberation(numerotee.annee, numerotee.rang),
        le: fromDate(numerotee.le),
        executoireLe: numerotee.executoireLe && fromDate(numerotee.executoireLe),
      }
      const answer = notifier(
        { etat: dossier.etat, vote: { nature, montantCents, motif, precision }, deliberation },
        le,
      )
      return answer.ok ? ok({ ...answer.value, ligneSeanceId: ligne.id }) : answer
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
          ligneSeanceId,
          deliberation: { reference: deliberation.numero, le: deliberation.le },
        },
      ),
  })
