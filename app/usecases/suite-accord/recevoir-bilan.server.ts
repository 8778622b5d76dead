import type { Agent } from '#domain/acces/droits'
import type { Result } from '#domain/result'
import {
  recevoirBilan as juger,
  type RefusBilan,
  reprendreBilan as jugerReprise,
} from '#domain/suite-accord/bilan-de-projet'
import { type Jour, jourDeParis, toDate } from '#domain/temps/jour'
import type { Tx } from '#infra/db'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { bilanDe } from '#infra/stores/suite-accord/bilan-de-projet'
import { accordDe } from '#infra/stores/suite-accord/suite-accord'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'
import { reprendreComplement } from '#usecases/suite-accord/ecrire-demande-de-bilan'

/** Nothing is thought yet of what has just come, or is said not to have. */
const SANS_VERDICT = {
  ...{ verdict: null, motif: '', depenseCents: null, aRendreCents: null, duCents: null },
  ...{ jugeLe: null, jugeParId: null },
}

/** Writes on which day a bilan came, whoever says it: what was thought of what came before is thought no more. */
export async function ecrireReception(tx: Tx, dossierId: string, le: Jour): Promise<void> {
  const { id } = await tx.bilanDeProjet.update({
    where: { dossierId },
    data: { recuLe: toDate(le), ...SANS_VERDICT },
    select: { id: true },
  })
  await reprendreComplement(tx, id)
}

/** Says on which day the bilan of a grant came; it is to be looked at from there. Throws Forbidden, NotFound, Conflict. */
export const recevoirBilan = (
  deps: DepsActe,
  agent: Agent,
  { le: jour, ...vise }: Vise & { le: Jour },
): Promise<Result<Jour, RefusBilan>> =>
  agirSurDossier<Jour, RefusBilan>(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async ({ tx, dossier, le }) =>
      juger({ accord: await accordDe(tx, dossier, le), bilan: await bilanDe(tx, dossier.id) }, jour, jourDeParis(le)),
    ecrire: async ({ tx, dossier: { id }, value, le }) => {
      await ecrireReception(tx, id, value)
      const detail = { jour: value }
      await writeJournal(tx, agent, { acte: 'recevoirBilan', objet: 'dossier', objetId: id, detail, le })
    },
  })

/** Takes that back, with what was thought of it. Throws Forbidden, NotFound, Conflict. */
export const reprendreBilan = (deps: DepsActe, agent: Agent, vise: Vise): Promise<Result<Jour, RefusBilan>> =>
  agirSurDossier<Jour, RefusBilan>(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async ({ tx, dossier }) => jugerReprise({ bilan: await bilanDe(tx, dossier.id) }),
    ecrire: async ({ tx, dossier: { id }, value, le }) => {
      const { duLe, duLeAvant } = await tx.bilanDeProjet.findUniqueOrThrow({ where: { dossierId: id } })
      const data = { recuLe: null, ...SANS_VERDICT, duLe: duLeAvant ?? duLe, duLeAvant: null }
      const bilan = await tx.bilanDeProjet.update({ where: { dossierId: id }, data, select: { id: true } })
      await reprendreComplement(tx, bilan.id)
      const detail = { jour: value }
      await writeJournal(tx, agent, { acte: 'reprendreBilan', objet: 'dossier', objetId: id, detail, le })
    },
  })
