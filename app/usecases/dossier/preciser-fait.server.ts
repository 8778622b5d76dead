import type { Agent } from '#domain/acces/droits'
import { FAITS_PRECISES, lireFaits } from '#domain/campagne/contexte'
import { empechementControle } from '#domain/dossier/instruction'
import { no, ok, type Result } from '#domain/result'
import { jourSaisi } from '#domain/temps/saisie'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { rafraichirCompletude } from '#infra/stores/piece/completude'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

export type RefusFait = 'PAS_ENCORE_DEPOSE' | 'DECISION_DEJA_PRISE' | 'FAIT_INCONNU' | 'REPONSE_ILLISIBLE'

/** `reponse` is `oui`, `non`, a day for the creation, or empty to take back what was said. */
type Input = Vise & { fait: string; reponse: string }

const lireReponse = (fait: string, reponse: string): string | boolean | null | undefined => {
  if (reponse.trim() === '') return null
  if (fait === 'creeeLe') {
    const jour = jourSaisi(reponse)
    return jour.ok ? jour.value : undefined
  }
  return reponse === 'oui' ? true : reponse === 'non' ? false : undefined
}

const enMots = (valeur: string | boolean | undefined): string =>
  valeur === undefined ? '' : typeof valeur === 'string' ? valeur : valeur ? 'oui' : 'non'

/** Writes down what the form of a dossier does not say and a condition asks for: what is asked of it follows in the same commit. */
export const preciserFait = (
  deps: Deps,
  agent: Agent,
  { fait: nom, reponse, ...vise }: Input,
): Promise<Result<Record<string, string | boolean>, RefusFait>> =>
  agirSurDossier<Record<string, string | boolean>, RefusFait>(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: ({ dossier }) => {
      const ferme = empechementControle(dossier.etat)
      if (ferme) return no(ferme)
      const fait = FAITS_PRECISES.find((f) => f === nom)
      if (!fait) return no('FAIT_INCONNU')
      const valeur = lireReponse(fait, reponse)
      if (valeur === undefined) return no('REPONSE_ILLISIBLE')
      const { [fait]: _, ...autres } = lireFaits(dossier.faits)
      const faits = Object.entries(valeur === null ? autres : { ...autres, [fait]: valeur })
      return ok(Object.fromEntries(faits.filter((f): f is [string, string | boolean] => f[1] !== null)))
    },
    change: (faits) => ({ faits }),
    ecrire: async ({ tx, dossier, value, le }) => {
      await rafraichirCompletude(tx, dossier.id, le)
      const avant = Object.entries(lireFaits(dossier.faits)).find(([cle]) => cle === nom)?.[1]
      await writeJournal(tx, agent, {
        acte: 'preciserFait',
        objet: 'dossier',
        objetId: dossier.id,
        detail: { fait: nom, avant: enMots(avant ?? undefined), apres: enMots(value[nom]) },
        le,
      })
    },
  })
