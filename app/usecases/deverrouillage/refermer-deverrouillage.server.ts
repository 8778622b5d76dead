import type { Agent } from '#domain/acces/droits'
import { refermer } from '#domain/dossier/deverrouillage'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { cloreSaisie } from '#infra/stores/deverrouillage/modification'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

/** Takes the pen back before the échéance. What the demandeur changed until then is kept, and waits for an officer. */
export const refermerDeverrouillage = (deps: Deps, agent: Agent, vise: Vise) =>
  agirSurDossier(deps, agent, {
    ...vise,
    droit: 'dossier.deverrouiller',
    decider: ({ dossier, le }) => refermer(dossier, le),
    ecrire: async ({ tx, dossier, value, le }) => {
      await tx.deverrouillage.update({ where: { id: value.id }, data: { refermeLe: le, fermeture: 'AGENT' } })
      const gardees = await cloreSaisie(tx, value.id)
      await writeJournal(tx, agent, {
        acte: 'refermerDeverrouillage',
        objet: 'dossier',
        objetId: dossier.id,
        detail: {
          deverrouillageId: value.id,
          sections: value.sections,
          fermeture: 'AGENT',
          modificationsGardees: gardees,
        },
        le,
      })
    },
  })
