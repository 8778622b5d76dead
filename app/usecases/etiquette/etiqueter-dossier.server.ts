import type { Agent } from '#domain/acces/droits'
import {
  ajouterParNom,
  etiqueter,
  type Etiquetage,
  type EtiquettesLues,
  type RefusEtiquetage,
  retirerParNom,
} from '#domain/etiquette/etiquette'
import type { Result } from '#domain/result'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { etiquettesDe, etiquettesPosees } from '#infra/stores/etiquette/etiquette'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

const ids = (etiquettes: readonly { id: string }[]) => etiquettes.map(({ id }) => id)
const noms = (etiquettes: readonly { nom: string }[]) => etiquettes.map(({ nom }) => nom)

/** One act on the étiquettes of a dossier, which officers alone see: what is there is read, the rule says what changes. */
const surLesEtiquettes = (
  deps: DepsActe,
  agent: Agent,
  vise: Vise,
  decider: (lues: EtiquettesLues) => Result<Etiquetage, RefusEtiquetage>,
): Promise<Result<Etiquetage, RefusEtiquetage>> =>
  agirSurDossier<Etiquetage, RefusEtiquetage>(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async ({ tx, dossier }) =>
      decider({
        posees: await etiquettesPosees(tx, dossier.id),
        offertes: await etiquettesDe(tx, dossier.campagneId),
      }),
    ecrire: async ({ tx, dossier: { id: dossierId }, value: { ajoutees, retirees }, le }) => {
      await tx.etiquetteDeDossier.deleteMany({ where: { dossierId, etiquetteId: { in: ids(retirees) } } })
      const data = ids(ajoutees).map((etiquetteId) => ({ dossierId, etiquetteId, parId: agent.id, le }))
      await tx.etiquetteDeDossier.createMany({ data })
      const detail = { ajoutees: noms(ajoutees), retirees: noms(retirees) }
      await writeJournal(tx, agent, { acte: 'etiqueter', objet: 'dossier', objetId: dossierId, detail, le })
    },
  })

/** Puts exactly these étiquettes on a dossier. */
export const etiqueterDossier = (
  deps: DepsActe,
  agent: Agent,
  { etiquetteIds, ...vise }: Vise & { etiquetteIds: readonly string[] },
) => surLesEtiquettes(deps, agent, vise, (lues) => etiqueter(lues, etiquetteIds))

type Nommee = Vise & { nom: string }

/** Adds the étiquette of this name to a dossier. */
export const ajouterAuDossier = (deps: DepsActe, agent: Agent, { nom, ...vise }: Nommee) =>
  surLesEtiquettes(deps, agent, vise, (lues) => ajouterParNom(lues, nom))

/** Takes the étiquette of this name off a dossier. */
export const retirerDuDossier = (deps: DepsActe, agent: Agent, { nom, ...vise }: Nommee) =>
  surLesEtiquettes(deps, agent, vise, (lues) => retirerParNom(lues, nom))
