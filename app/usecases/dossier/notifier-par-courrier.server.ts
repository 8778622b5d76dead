import type { Agent } from '#domain/acces/droits'
import { cleUnique } from '#domain/courriel/courriel'
import {
  notifierParCourrier as juger,
  type ParCourrier,
  type RefusCourrier,
} from '#domain/notification-de-decision/notification-prouvee'
import { no, ok, type Result } from '#domain/result'
import { fromDate, type Jour, toDate } from '#domain/temps/jour'
import type { Tx } from '#infra/db'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

const decisionDe = async (tx: Tx, dossierId: string) => {
  const decision = await tx.decision.findUnique({ where: { dossierId } })
  return decision && { ...decision, courrierLe: decision.courrierLe && fromDate(decision.courrierLe) }
}

/**
 * Says that a decision was notified by post, and on which day: the appeal time runs from there, and nothing is left to do of its mail if that came
 * back. Throws Forbidden, NotFound, Conflict.
 */
export const notifierParCourrier = (
  deps: DepsActe,
  agent: Agent,
  { le: jour, recommande, ...vise }: Vise & ParCourrier,
): Promise<Result<ParCourrier, RefusCourrier>> =>
  agirSurDossier<ParCourrier & { decisionId: string }, RefusCourrier>(deps, agent, {
    ...vise,
    droit: 'courriel.ecrire',
    decider: async ({ tx, dossier, le }) => {
      const decision = await decisionDe(tx, dossier.id)
      const courriel =
        decision &&
        (await tx.courriel.findUnique({
          where: { cleUnique: cleUnique('decision', decision.id) },
          select: { etat: true, tentatives: true },
        }))
      const jugee = juger({ decision, courriel }, { le: jour, recommande }, le)
      if (!jugee.ok) return jugee
      return decision ? ok({ ...jugee.value, decisionId: decision.id }) : no('PAS_DE_DECISION')
    },
    ecrire: async ({ tx, dossier, value, le }) => {
      // The mail before the decision, as who reads a report of it holds them.
      await tx.courriel.updateMany({
        where: { cleUnique: cleUnique('decision', value.decisionId), etat: 'NON_REMIS', regleLe: null },
        data: { regleLe: le, version: { increment: 1 } },
      })
      await tx.decision.update({
        where: { id: value.decisionId },
        data: { courrierLe: toDate(value.le), courrierRecommande: value.recommande },
        select: { id: true },
      })
      const detail = { jour: value.le, recommande: value.recommande }
      await writeJournal(tx, agent, { acte: 'notifierParCourrier', objet: 'dossier', objetId: dossier.id, detail, le })
    },
  })

/** Takes that back: it was not, or on another day. What its mail proves is looked at again. Throws Forbidden, NotFound, Conflict. */
export const reprendreCourrier = (
  deps: DepsActe,
  agent: Agent,
  vise: Vise,
): Promise<Result<{ jour: Jour }, 'PAS_PAR_COURRIER'>> =>
  agirSurDossier<{ jour: Jour; decisionId: string }, 'PAS_PAR_COURRIER'>(deps, agent, {
    ...vise,
    droit: 'courriel.ecrire',
    decider: async ({ tx, dossier }) => {
      const decision = await decisionDe(tx, dossier.id)
      return decision?.courrierLe ? ok({ jour: decision.courrierLe, decisionId: decision.id }) : no('PAS_PAR_COURRIER')
    },
    ecrire: async ({ tx, dossier, value, le }) => {
      await tx.courriel.updateMany({
        where: { cleUnique: cleUnique('decision', value.decisionId), etat: 'NON_REMIS' },
        data: { regleLe: null, version: { increment: 1 } },
      })
      await tx.decision.update({
        where: { id: value.decisionId },
        data: { courrierLe: null, courrierRecommande: '' },
        select: { id: true },
      })
      await writeJournal(tx, agent, {
        ...{ acte: 'reprendreCourrier', objet: 'dossier', objetId: dossier.id },
        detail: { jour: value.jour },
        le,
      })
    },
  })
