import type { Agent } from '#domain/acces/droits'
import type { Result } from '#domain/result'
import {
  type RefusConvention,
  type RefusReprendreConvention,
  reprendreConvention as jugerReprise,
  signerConvention as juger,
} from '#domain/suite-accord/convention'
import { type Jour, jourDeParis, toDate } from '#domain/temps/jour'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { accordDe, versementsDe } from '#infra/stores/suite-accord/suite-accord'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

/** Says on which day the convention of a grant was signed: it may be paid from there. Throws Forbidden, NotFound, Conflict. */
export const signerConvention = (
  deps: DepsActe,
  agent: Agent,
  { le: jour, ...vise }: Vise & { le: Jour },
): Promise<Result<Jour, RefusConvention>> =>
  agirSurDossier<Jour, RefusConvention>(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async ({ tx, dossier, le }) => juger(await accordDe(tx, dossier, le), jour, jourDeParis(le)),
    ecrire: async ({ tx, dossier: { id }, value, le }) => {
      const data = { conventionSigneeLe: toDate(value) }
      await tx.decision.update({ where: { dossierId: id }, data, select: { id: true } })
      const detail = { jour: value }
      await writeJournal(tx, agent, { acte: 'signerConvention', objet: 'dossier', objetId: id, detail, le })
    },
  })

/** Takes that back: the convention is to be signed again, or on another day. Throws Forbidden, NotFound, Conflict. */
export const reprendreConvention = (
  deps: DepsActe,
  agent: Agent,
  vise: Vise,
): Promise<Result<Jour, RefusReprendreConvention>> =>
  agirSurDossier<Jour, RefusReprendreConvention>(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async ({ tx, dossier, le }) =>
      jugerReprise(await accordDe(tx, dossier, le), await versementsDe(tx, dossier.id)),
    ecrire: async ({ tx, dossier: { id }, value, le }) => {
      const data = { conventionSigneeLe: null }
      await tx.decision.update({ where: { dossierId: id }, data, select: { id: true } })
      const detail = { jour: value }
      await writeJournal(tx, agent, { acte: 'reprendreConvention', objet: 'dossier', objetId: id, detail, le })
    },
  })
