import type { Montant } from '#domain/budget/montant'
import type { Dispositif } from '#domain/dispositif'
import type { Jour } from '#domain/temps/jour'

/** One year of a dispositif before anybody has set it up. Days are whole days in Paris. */
export type CampagneParDefaut = {
  code: string
  libelle: string
  dispositif: Dispositif
  annee: number
  ouverteLe: Jour
  echeanceFiche: Jour
  echeanceDepot: Jour
  enveloppeCents: Montant
}

const NOMS: Record<Dispositif, { sigle: string; libelle: string; enveloppeCents: Montant }> = {
  MEI: { sigle: 'MEI', libelle: 'Mobilité européenne et internationale', enveloppeCents: 60_000_000n },
  JUMELAGES: { sigle: 'JUM', libelle: 'Jumelages', enveloppeCents: 40_000_000n },
}

/** `MEI-2025`, `JUM-2025`. */
export const codeCampagne = (dispositif: Dispositif, annee: number) => `${NOMS[dispositif].sigle}-${annee}`

/**
 * What a campagne starts from until its règlement is set: fiches helped until 13 June as in 2025 (docs/domaine.md § 1.1), deposits until the
 * end of September. The enveloppe is a placeholder of a plausible size: the vote of the budget gives the true one.
 */
export function campagneParDefaut(dispositif: Dispositif, annee: number): CampagneParDefaut {
  const { libelle, enveloppeCents } = NOMS[dispositif]
  return {
    code: codeCampagne(dispositif, annee),
    libelle: `${libelle} ${annee}`,
    dispositif,
    annee,
    ouverteLe: `${annee}-01-01`,
    echeanceFiche: `${annee}-06-13`,
    echeanceDepot: `${annee}-09-30`,
    enveloppeCents,
  }
}
