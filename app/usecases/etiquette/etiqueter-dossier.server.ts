import type { Agent } from '#domain/acces/droits'
import { deNom, etiqueter, type Etiquetage, type RefusEtiquetage } from '#domain/etiquette/etiquette'
import { no, type Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { etiquettesDe, etiquettesPosees } from '#infra/stores/etiquette/etiquette'
import { agirSurDossier, type Fait, type Vise } from '#usecases/dossier/agir-sur-dossier'

const lire = async (tx: Tx, dossier: { id: string; campagneId: string }) => ({
  posees: await etiquettesPosees(tx, dossier.id),
  offertes: await etiquettesDe(tx, dossier.campagneId),
})

const ids = (etiquettes: readonly { id: string }[]) => etiquettes.map(({ id }) => id)
const noms = (etiquettes: readonly { nom: string }[]) => etiquettes.map(({ nom }) => nom)

async function ecrire(agent: Agent, { tx, dossier, value: { ajoutees, retirees }, le }: Fait<Etiquetage>) {
  const dossierId = dossier.id
  await tx.etiquetteDeDossier.deleteMany({ where: { dossierId, etiquetteId: { in: ids(retirees) } } })
  const data = ids(ajoutees).map((etiquetteId) => ({ dossierId, etiquetteId, parId: agent.id, le }))
  await tx.etiquetteDeDossier.createMany({ data })
  const detail = { ajoutees: noms(ajoutees), retirees: noms(retirees) }
  await writeJournal(tx, agent, { acte: 'etiqueter', objet: 'dossier', objetId: dossierId, detail, le })
}

/** Puts exactly these étiquettes on a dossier; officers alone see them. */
export const etiqueterDossier = (
  deps: DepsActe,
  agent: Agent,
  { etiquetteIds, ...vise }: Vise & { etiquetteIds: readonly string[] },
): Promise<Result<Etiquetage, RefusEtiquetage>> =>
  agirSurDossier<Etiquetage, RefusEtiquetage>(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async ({ tx, dossier }) => etiqueter(await lire(tx, dossier), etiquetteIds),
    ecrire: (fait) => ecrire(agent, fait),
  })

type Nommee = Vise & { nom: string }

/** Adds the étiquette of this name to a dossier, beside those it has: the one of its own campagne. */
export const ajouterAuDossier = (
  deps: DepsActe,
  agent: Agent,
  { nom, ...vise }: Nommee,
): Promise<Result<Etiquetage, RefusEtiquetage>> =>
  agirSurDossier<Etiquetage, RefusEtiquetage>(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async ({ tx, dossier }) => {
      const lues = await lire(tx, dossier)
      const une = deNom(lues.offertes, nom)
      return une ? etiqueter(lues, [...ids(lues.posees), une.id]) : no('ETIQUETTE_INCONNUE')
    },
    ecrire: (fait) => ecrire(agent, fait),
  })

/** Takes the étiquette of this name off a dossier, whatever the campagne it is of. */
export const retirerDuDossier = (
  deps: DepsActe,
  agent: Agent,
  { nom, ...vise }: Nommee,
): Promise<Result<Etiquetage, RefusEtiquetage>> =>
  agirSurDossier<Etiquetage, RefusEtiquetage>(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async ({ tx, dossier }) => {
      const lues = await lire(tx, dossier)
      const retirees = lues.posees.filter((une) => deNom([une], nom))
      return etiqueter(lues, ids(lues.posees.filter((une) => !retirees.includes(une))))
    },
    ecrire: (fait) => ecrire(agent, fait),
  })
