import type { Agent } from '#domain/acces/droits'
import { cleUnique } from '#domain/courriel/courriel'
import type { Result } from '#domain/result'
import {
  annulerReversement as juger,
  type RefusAnnulationReversement,
  type ReversementDemande,
} from '#domain/suite-accord/demande-de-reversement'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { reversementsDe } from '#infra/stores/suite-accord/reversement-demande'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'
import { reprendreAnnonce } from '#usecases/suite-accord/ecrire-versement'

type Annulation = { reversement: ReversementDemande; motif: string }

/**
 * Takes back what was asked of a structure, with a reason, while it did not come whole; it stays with the dossier, and its mail that has not left does
 * not leave. Throws Forbidden, NotFound, Conflict.
 */
export const annulerReversement = (
  deps: DepsActe,
  agent: Agent,
  { reversementId, motif, ...vise }: Vise & { reversementId: string; motif: string },
): Promise<Result<Annulation, RefusAnnulationReversement>> =>
  agirSurDossier<Annulation, RefusAnnulationReversement>(deps, agent, {
    ...vise,
    droit: 'versement.enregistrer',
    decider: async ({ tx, dossier }) => juger(await reversementsDe(tx, dossier.id), { reversementId, motif }),
    ecrire: async ({ tx, dossier, value: { reversement, motif: pourquoi }, le }) => {
      await tx.demandeDeReversement.update({
        where: { id: reversement.id },
        data: { annuleLe: le, annuleParId: agent.id, motifAnnulation: pourquoi },
        select: { id: true },
      })
      await reprendreAnnonce(tx, cleUnique('reversement', reversement.id))
      await writeJournal(tx, agent, {
        ...{ acte: 'annulerReversement', objet: 'dossier', objetId: dossier.id },
        detail: { montantCents: reversement.montantCents.toString(), motif: pourquoi },
        le,
      })
    },
  })
