import type { ActeJournal } from '#domain/journal/entree'
import { nomDActeur } from '#domain/acces/acteur'
import type { Agent } from '#domain/acces/droits'
import { lireValeurs } from '#domain/champ-du-service/valeur'
import { valeursDuFormulaire } from '#domain/demande-en-ligne/questions-de-campagne'
import { estArrete } from '#domain/dossier/etat'
import {
  type ChampModifie,
  champsModifies,
  ecarter,
  examinerModification,
  type FichierModifie,
  lireFichiers,
  type RefusModification,
} from '#domain/portail/modification'
import type { DemandeLue, Donnees } from '#domain/portail/demande-lue'
import { type AnomalieSuivie, relireFormulaire } from '#domain/portail/suite-ligne'
import { no, ok } from '#domain/result'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { questionsDuDossier } from '#infra/stores/champ-du-service/questions-de-campagne'
import { rafraichirCompletude } from '#infra/stores/piece/completude'
import { addVersion, colonnesDe, formulaireDe, identiteDe } from '#infra/stores/portail/demande-lue'
import { addPieceVersion } from '#infra/stores/piece/depot-piece'
import type { DossierCharge } from '#infra/stores/dossier/dossier'
import {
  claimModification,
  findModification,
  type ModificationChargee,
} from '#infra/stores/deverrouillage/modification'
import { rafraichirRecevabilite } from '#infra/stores/dossier/recevabilite'
import { majCoordonnees, upsertStructure } from '#infra/stores/dossier/structure'
import { agirSurDossier, type Fait, type Vise } from '#usecases/dossier/agir-sur-dossier'

type Lue = {
  modification: ModificationChargee
  demandeLue: DemandeLue | null
  champs: ChampModifie[]
  fichiers: FichierModifie[]
}

async function lireModification(tx: Tx, dossier: DossierCharge): Promise<Lue | null> {
  const modification = await findModification(tx, dossier.id)
  if (!modification) return null
  const donnees = modification.donnees as Donnees | null
  return {
    modification,
    demandeLue: donnees && relireFormulaire(donnees),
    champs: champsModifies(dossier.donnees as Donnees, donnees, modification.deverrouillage),
    fichiers: lireFichiers(modification.fichiers),
  }
}

/**
 * The changes become the dossier: its form, its pièces, which are to be looked at again, and its completeness. The day of deposit
 * stays the first one (docs/domaine.md § 8.2). On a decided dossier what the decision was taken on does not move.
 */
export const accepterModification = (deps: Deps, agent: Agent, vise: Vise) =>
  agirSurDossier<Lue, RefusModification>(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async ({ tx, dossier, le }) => {
      const examen = examinerModification(dossier, le)
      if (!examen.ok) return examen
      const lue = await lireModification(tx, dossier)
      if (!lue) return no('RIEN_A_EXAMINER')
      return lue.modification.donnees && !lue.demandeLue ? no('FORMULAIRE_ILLISIBLE') : ok(lue)
    },
    ecrire: async (fait) => {
      const { tx, dossier, value, le } = fait
      await claimModification(tx, value.modification, {
        etat: 'ACCEPTEE',
        traiteeLe: le,
        traiteePar: nomDActeur(agent),
      })
      await ecrireFormulaire(fait)
      const { id: dossierId } = dossier
      for (const { recuLe, ...fichier } of value.fichiers)
        await addPieceVersion(tx, { ...fichier, dossierId, lotId: value.modification.lotId, le: new Date(recuLe) })
      await rafraichirCompletude(tx, dossierId, le)
      await rafraichirRecevabilite(tx, dossierId)
      await tracer(agent, fait, 'accepterModification')
    },
  })

/** Sets the changes aside: the deposited version stays, and what was written is kept with the reason. */
export const ecarterModification = (deps: Deps, agent: Agent, { motif, ...vise }: Vise & { motif: string }) =>
  agirSurDossier<Lue, RefusModification>(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async ({ tx, dossier, le }) => {
      const ecart = ecarter(dossier, motif, le)
      if (!ecart.ok) return ecart
      const lue = await lireModification(tx, dossier)
      return lue ? ok(lue) : no('RIEN_A_EXAMINER')
    },
    ecrire: async (fait) => {
      const change = {
        etat: 'ECARTEE',
        motif: motif.trim(),
        traiteeLe: fait.le,
        traiteePar: nomDActeur(agent),
      } as const
      await claimModification(fait.tx, fait.value.modification, change)
      await tracer(agent, fait, 'ecarterModification', motif.trim())
    },
  })

async function ecrireFormulaire({ tx, dossier, value: { demandeLue, modification }, le }: Fait<Lue>) {
  if (!demandeLue) return
  const suivies = (dossier.anomalies as AnomalieSuivie[]).filter(({ permanente }) => permanente)
  const formulaire = formulaireDe(demandeLue, [...demandeLue.anomalies, ...suivies])
  const colonnes = estArrete(dossier.etat)
    ? {}
    : {
        ...colonnesDe(demandeLue),
        structureId: await structureDe(tx, dossier, { demandeLue, le }),
        champsService: valeursDuFormulaire(await questionsDuDossier(tx, dossier), {
          donnees: demandeLue.donnees,
          tenues: lireValeurs(dossier.champsService),
        }),
      }
  await tx.dossier.update({ where: { id: dossier.id }, data: { ...formulaire, ...colonnes }, select: { id: true } })
  await addVersion(tx, dossier.id, { lotId: modification.lotId, donnees: demandeLue.donnees })
}

/** The structure the form is of. On the extranet it is that of the member who filled it in, whatever they wrote. */
async function structureDe(
  tx: Tx,
  { origine, structureId }: DossierCharge,
  { demandeLue, le }: { demandeLue: DemandeLue; le: Date },
): Promise<string> {
  if (origine === 'PORTAIL') return upsertStructure(tx, identiteDe(demandeLue), le)
  await majCoordonnees(tx, structureId, demandeLue)
  return structureId
}

const tracer = (agent: Agent, { tx, dossier, value, le }: Fait<Lue>, acte: ActeJournal, motif?: string) =>
  writeJournal(tx, agent, {
    acte,
    objet: 'dossier',
    objetId: dossier.id,
    detail: {
      modificationId: value.modification.id,
      differences: value.champs.map(({ champ, avant, apres }) => ({ champ, avant, apres })),
      fichiers: value.fichiers.map(({ nomFichier }) => nomFichier),
      ...(motif && { motif }),
    },
    le,
  })
