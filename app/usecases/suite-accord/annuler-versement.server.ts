import type { Agent } from '#domain/acces/droits'
import { cleUnique } from '#domain/courriel/courriel'
import type { Result } from '#domain/result'
import { annulerVersement as juger, type RefusAnnulation, type VersementGarde } from '#domain/suite-accord/versement'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { accordDe, versementsDe } from '#infra/stores/suite-accord/suite-accord'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'
import { reprendreAnnonce } from '#usecases/suite-accord/ecrire-versement'

type Annulation = { versement: VersementGarde; motif: string }

/**
 * Cancels what was recorded as paid or given back, with a reason; it stays with the dossier and counts for nothing, and its mail that
 * has not left does not leave. Throws Forbidden, NotFound, Conflict.
 */
export const annulerVersement = (
  deps: DepsActe,
  agent: Agent,
  { versementId, motif, ...vise }: Vise & { versementId: string; motif: string },
): Promise<Result<Annulation, RefusAnnulation>> =>
  agirSurDossier<Annulation, RefusAnnulation>(deps, agent, {
    ...vise,
    droit: 'versement.enregistrer',
    decider: async ({ tx, dossier, le }) =>
      juger(
        { accord: await accordDe(tx, dossier, le), versements: await versementsDe(tx, dossier.id) },
        { versementId, motif },
      ),
    ecrire: async ({ tx, dossier, value: { versement, motif: pourquoi }, le }) => {
      await tx.versement.update({
        where: { id: versement.id },
        data: { annuleLe: le, annuleParId: agent.id, motifAnnulation: pourquoi },
        select: { id: true },
      })
      await reprendreAnnonce(tx, cleUnique('versement', versement.id))
      await writeJournal(tx, agent, {
        ...{ acte: 'annulerVersement', objet: 'dossier', objetId: dossier.id },
        detail: {
          nature: versement.nature,
          montantCents: versement.montantCents.toString(),
          jour: versement.le,
          reference: versement.reference,
          motif: pourquoi,
        },
        le,
      })
    },
  })
