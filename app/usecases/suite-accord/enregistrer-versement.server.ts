import type { Agent } from '#domain/acces/droits'
import type { Result } from '#domain/result'
import { enregistrerVersement as juger, type RefusVersement, type Versement } from '#domain/suite-accord/versement'
import { jourDeParis, toDate } from '#domain/temps/jour'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { accordDe, versementsDe } from '#infra/stores/suite-accord/suite-accord'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

/**
 * Records what was paid of a grant, or given back of it: by a RESPONSABLE, from the mandat of the accountants. No mail leaves, and no money moves: it
 * is the trace of a payment that was made. Throws Forbidden, NotFound, Conflict.
 */
export const enregistrerVersement = (
  deps: DepsActe,
  agent: Agent,
  { nature, montantCents, le: jour, reference, ...vise }: Vise & Versement,
): Promise<Result<Versement, RefusVersement>> =>
  agirSurDossier<Versement, RefusVersement>(deps, agent, {
    ...vise,
    droit: 'versement.enregistrer',
    decider: async ({ tx, dossier, le }) =>
      juger(
        { accord: await accordDe(tx, dossier, le), versements: await versementsDe(tx, dossier.id) },
        { nature, montantCents, le: jour, reference },
        jourDeParis(le),
      ),
    ecrire: async ({ tx, dossier, value, le }) => {
      await tx.versement.create({
        data: { ...value, le: toDate(value.le), dossierId: dossier.id, parId: agent.id, saisiLe: le },
        select: { id: true },
      })
      await writeJournal(tx, agent, {
        ...{ acte: 'enregistrerVersement', objet: 'dossier', objetId: dossier.id },
        detail: {
          nature: value.nature,
          montantCents: value.montantCents.toString(),
          jour: value.le,
          reference: value.reference,
        },
        le,
      })
    },
  })
