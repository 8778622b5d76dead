import type { Agent } from '#domain/acces/droits'
import { cleUnique } from '#domain/courriel/courriel'
import { departDuCourriel } from '#domain/dossier/deverrouillage'
import type { Result } from '#domain/result'
import {
  demanderReversement as juger,
  type RefusReversement,
  type ReversementVoulu,
} from '#domain/suite-accord/demande-de-reversement'
import { totalVerse } from '#domain/suite-accord/versement'
import { jourDeParis, toDate } from '#domain/temps/jour'
import { courrielDeReversement } from '#emails/courriel-de-dossier'
import { promettreCourriel } from '#infra/courriels'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { bilanDe } from '#infra/stores/suite-accord/bilan-de-projet'
import { reversementsDe } from '#infra/stores/suite-accord/reversement-demande'
import { accordDe, versementsDe } from '#infra/stores/suite-accord/suite-accord'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

type Calcule = ReversementVoulu & {
  calculeCents: bigint
  accordeCents: bigint
  verseCents: bigint
  depenseCents: bigint
}

/**
 * Asks a structure to give back what its bilan makes to give back, or less: by a RESPONSABLE, and never by a machine. A mail tells it after the time to
 * take it back: how much, why, until when, how to pay and how to contest it. Throws Forbidden, NotFound, Conflict.
 */
export const demanderReversement = (
  deps: DepsActe,
  agent: Agent,
  { dossierId, version, ...saisi }: Vise & ReversementVoulu,
): Promise<Result<Calcule, RefusReversement>> =>
  agirSurDossier<Calcule, RefusReversement>(deps, agent, {
    ...{ dossierId, version },
    droit: 'versement.enregistrer',
    decider: async ({ tx, dossier, le }) => {
      const accord = await accordDe(tx, dossier, le)
      const bilan = await bilanDe(tx, dossierId)
      const verseCents = totalVerse(await versementsDe(tx, dossierId))
      const { coutTotalCents } = dossier
      const suites = { accord, bilan, verseCents, coutTotalCents, demandes: await reversementsDe(tx, dossierId) }
      const answer = juger(suites, saisi, jourDeParis(le))
      if (!answer.ok) return answer
      const faits = { accordeCents: accord?.montantCents ?? 0n, verseCents, depenseCents: bilan?.depenseCents ?? 0n }
      return { ...answer, value: { ...answer.value, ...faits } }
    },
    ecrire: async ({ tx, dossier, value, le }) => {
      const { montantCents, calculeCents, motif, modalites, duLe } = value
      const { id } = await tx.demandeDeReversement.create({
        data: {
          ...{ dossierId, montantCents, calculeCents, motif, modalites, duLe: toDate(duLe) },
          ...{ demandeLe: le, demandeParId: agent.id },
        },
        select: { id: true },
      })
      const redacteur = await loadRedacteur(tx, agent.id)
      const dit = { ...value, prevuCents: dossier.coutTotalCents }
      const mots = courrielDeReversement(dossier, dit, { now: le, redacteur })
      await promettreCourriel(tx, agent, {
        ...{ cleUnique: cleUnique('reversement', id), mots, sujet: { dossierId } },
        ...{ faitLe: le, creeLe: le, partirLe: departDuCourriel(le), reponse: {} },
      })
      await writeJournal(tx, agent, {
        ...{ acte: 'demanderReversement', objet: 'dossier', objetId: dossierId },
        detail: {
          ...{ montantCents: montantCents.toString(), calculeCents: calculeCents.toString(), motif, modalites, duLe },
          courrielA: mots?.destinataire ?? null,
        },
        le,
      })
    },
  })
