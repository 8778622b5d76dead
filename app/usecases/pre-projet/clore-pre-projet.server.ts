import type { Agent } from '#domain/acces/droits'
import { type EtatPreProjet, suitePreProjet } from '#domain/pre-projet/etat'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { agirSurPreProjet, type Vise } from '#usecases/pre-projet/agir-sur-pre-projet'

type Acte = 'clore' | 'rouvrir'

const ACTE_JOURNAL = { clore: 'clorePreProjet', rouvrir: 'rouvrirPreProjet' } as const

const changerEtat = (
  deps: Deps,
  agent: Agent,
  { acte, ...vise }: Vise & { acte: Acte },
): Promise<Result<EtatPreProjet, 'ETAT_DEJA_ATTEINT'>> =>
  agirSurPreProjet<EtatPreProjet, 'ETAT_DEJA_ATTEINT'>(deps, agent, {
    ...vise,
    acte: ACTE_JOURNAL[acte],
    decider: ({ preProjet }) => {
      const etat = suitePreProjet(preProjet.etat, acte)
      return etat ? ok(etat) : no('ETAT_DEJA_ATTEINT')
    },
    change: (etat) => ({ etat }),
    detail: (etat, { preProjet }) => ({ avant: preProjet.etat, apres: etat }),
  })

/** Nothing more is expected of this fiche. */
export const clorePreProjet = (deps: Deps, agent: Agent, vise: Vise) =>
  changerEtat(deps, agent, { ...vise, acte: 'clore' })

/** A fiche closed by mistake, or whose structure comes back, waits for an officer again. */
export const rouvrirPreProjet = (deps: Deps, agent: Agent, vise: Vise) =>
  changerEtat(deps, agent, { ...vise, acte: 'rouvrir' })
