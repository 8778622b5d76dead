import type { Agent } from '#domain/acces/droits'
import type { Montant } from '#domain/budget/montant'
import { no, ok, type Result } from '#domain/result'
import {
  type BilanJuge,
  jugerBilan as juger,
  montantARendre,
  type RefusBilan,
  type VerdictBilan,
} from '#domain/suite-accord/bilan-de-projet'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { bilanDe } from '#infra/stores/suite-accord/bilan-de-projet'
import { accordDe, versementsDe } from '#infra/stores/suite-accord/suite-accord'
import { totalVerse } from '#domain/suite-accord/versement'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

type Juge = BilanJuge & { aRendreCents: Montant | null }

/**
 * Says what is thought of a bilan that came: in order, with what was really spent, from which what is to be given back is worked out and kept; or to
 * complete, and why. No mail leaves: what is to be given back is asked for by an officer. Throws Forbidden, NotFound, Conflict.
 */
export const jugerBilan = (
  deps: DepsActe,
  agent: Agent,
  {
    verdict,
    motif,
    depenseCents,
    ...vise
  }: Vise & { verdict: VerdictBilan; motif: string; depenseCents: Montant | null },
): Promise<Result<Juge, RefusBilan>> =>
  agirSurDossier<Juge, RefusBilan>(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async ({ tx, dossier, le }) => {
      const accord = await accordDe(tx, dossier, le)
      if (!accord) return no('SANS_BILAN')
      const answer = juger(await bilanDe(tx, dossier.id), { verdict, motif, depenseCents })
      if (!answer.ok) return answer
      if (answer.value.verdict === 'A_COMPLETER') return ok({ ...answer.value, aRendreCents: null })
      const verseCents = totalVerse(await versementsDe(tx, dossier.id))
      const { montantCents } = accord
      const { coutTotalCents } = dossier
      const depense = { montantCents, verseCents, coutTotalCents, depenseCents: answer.value.depenseCents }
      return ok({ ...answer.value, aRendreCents: montantARendre(depense) })
    },
    ecrire: async ({ tx, dossier: { id }, value, le }) => {
      const conforme = value.verdict === 'CONFORME' ? value.depenseCents : null
      const mots = value.verdict === 'A_COMPLETER' ? value.motif : ''
      await tx.bilanDeProjet.update({
        where: { dossierId: id },
        data: {
          ...{ verdict: value.verdict, motif: mots, depenseCents: conforme, aRendreCents: value.aRendreCents },
          ...{ jugeLe: le, jugeParId: agent.id },
        },
        select: { id: true },
      })
      await writeJournal(tx, agent, {
        ...{ acte: 'jugerBilan', objet: 'dossier', objetId: id },
        detail: {
          ...{ verdict: value.verdict, motif: mots },
          depenseCents: conforme?.toString() ?? null,
          aRendreCents: value.aRendreCents?.toString() ?? null,
        },
        le,
      })
    },
  })
