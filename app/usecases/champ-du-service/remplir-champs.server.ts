import type { Agent } from '#domain/acces/droits'
import {
  apresRemplissage,
  direValeur,
  type ChampDuDossier,
  lireValeurs,
  remplirChamps,
  remplirParNom,
  type RefusRemplissage,
} from '#domain/champ-du-service/valeur'
import { ok, type Result } from '#domain/result'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { champsDuDossier } from '#infra/stores/champ-du-service/champ'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

type Rempli = { apres: Record<string, string>; valeurs: { champ: string; avant: string; apres: string }[] }

/** One act on what a dossier holds in the fields of the service, which officers alone read. The journal keeps what each held before. */
const surLesChamps = (
  deps: DepsActe,
  agent: Agent,
  vise: Vise,
  decider: (champs: ChampDuDossier[]) => ReturnType<typeof remplirChamps>,
): Promise<Result<Rempli, RefusRemplissage>> =>
  agirSurDossier<Rempli, RefusRemplissage>(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async ({ tx, dossier }) => {
      const answer = decider(await champsDuDossier(tx, dossier))
      if (!answer.ok) return answer
      return ok({
        apres: apresRemplissage(lireValeurs(dossier.champsService), answer.value),
        valeurs: answer.value.map(({ champ, avant, apres }) => ({
          champ: champ.libelle,
          avant: direValeur(champ.type, avant),
          apres: direValeur(champ.type, apres),
        })),
      })
    },
    change: ({ apres }) => ({ champsService: apres }),
    ecrire: async ({ tx, dossier: { id: objetId }, value: { valeurs }, le }) => {
      await writeJournal(tx, agent, { acte: 'remplirChamps', objet: 'dossier', objetId, detail: { valeurs }, le })
    },
  })

/**
 * Fills in the fields that the service gave to the campagne of a dossier, by their ids; nothing typed empties one, and one that is not among
 * `valeurs`, or is put away, stays as it is.
 */
export const remplirChampsDuDossier = (
  deps: DepsActe,
  agent: Agent,
  { valeurs, ...vise }: Vise & { valeurs: Readonly<Record<string, string>> },
) => surLesChamps(deps, agent, vise, (champs) => remplirChamps(champs, valeurs))

/** Fills in the field of this name, which is one of the campagne of the dossier. */
export const remplirChampDuDossier = (
  deps: DepsActe,
  agent: Agent,
  { libelle, saisie, ...vise }: Vise & { libelle: string; saisie: string },
) => surLesChamps(deps, agent, vise, (champs) => remplirParNom(champs, { libelle, saisie }))
