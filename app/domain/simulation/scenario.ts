import { type Montant, parseMontant } from '#domain/budget/montant'
import { no, ok, type Result } from '#domain/result'
import { REGLES_DE_REPARTITION, type RegleDeRepartition, type Repartition } from '#domain/simulation/repartition'

/** The scenarios that one simulation compares. */
export const LETTRES_DE_SCENARIO = ['A', 'B', 'C'] as const
export type LettreDeScenario = (typeof LETTRES_DE_SCENARIO)[number]

/** What a simulation is about: the list of a séance, or what is proposed in a campagne. */
export const OBJETS_DE_SIMULATION = ['seance', 'campagne'] as const
export type ObjetDeSimulation = (typeof OBJETS_DE_SIMULATION)[number]

/** A scenario that nobody has set yet: each begins with another rule. */
export const REGLES_DE_DEPART: Record<LettreDeScenario, RegleDeRepartition> = { A: 'PRORATA', B: 'PARTS_EGALES', C: 'PRIORITE' } // prettier-ignore

export type ScenarioSaisi = { regle: string; enveloppe: string; plafondParJeune: string }

export type RefusScenario = 'REGLE_INCONNUE' | 'ENVELOPPE_ILLISIBLE' | 'PLAFOND_ILLISIBLE'

const positif = (texte: string): Montant | null => {
  const montant = parseMontant(texte)
  return montant === null || montant < 0n ? null : montant
}

/** Reads how a scenario shares; the ceiling is asked of the rule that reads it alone. */
export function lireScenario({
  regle: dite,
  enveloppe,
  plafondParJeune,
}: ScenarioSaisi): Result<Omit<Repartition, 'fixes'>, RefusScenario> {
  const regle = REGLES_DE_REPARTITION.find((une) => une === dite)
  if (!regle) return no('REGLE_INCONNUE')
  const enveloppeCents = positif(enveloppe)
  if (enveloppeCents === null) return no('ENVELOPPE_ILLISIBLE')
  const plafond = positif(plafondParJeune)
  if (regle === 'PLAFOND_PAR_JEUNE' && !plafond) return no('PLAFOND_ILLISIBLE')
  return ok({ regle, enveloppeCents, plafondParJeuneCents: plafond ?? 0n })
}

export type RefusMain = 'MONTANT_ILLISIBLE' | 'MONTANT_SUPERIEUR_AU_DEMANDE'

/** Reads the amounts fixed by hand, a line left empty following the rule; `detail` is the number of the dossier that stops it. */
export function lireFixes(
  lignes: readonly { id: string; numero: string; demandeCents: Montant; saisie: string }[],
): Result<Record<string, Montant>, RefusMain> {
  const fixes: Record<string, Montant> = {}
  for (const { id, numero, demandeCents, saisie } of lignes) {
    if (saisie.trim() === '') continue
    const montant = positif(saisie)
    if (montant === null) return no('MONTANT_ILLISIBLE', numero)
    if (montant > demandeCents) return no('MONTANT_SUPERIEUR_AU_DEMANDE', numero)
    fixes[id] = montant
  }
  return ok(fixes)
}

export type Agregat = { cle: string; n: number; jeunes: number; demandeCents: Montant; parts: Montant[] }

type LigneAgregee = { cle: string; jeunes: number | null; demandeCents: Montant; parts: readonly Montant[] }

/** Sums by what the lines have in common, the largest demand first; `parts` are those of each scenario, in their order. */
export function agreger(lignes: readonly LigneAgregee[]): Agregat[] {
  const parCle = new Map<string, Agregat>()
  for (const { cle, jeunes, demandeCents, parts } of lignes) {
    const lu = parCle.get(cle) ?? { cle, n: 0, jeunes: 0, demandeCents: 0n, parts: parts.map(() => 0n) }
    parCle.set(cle, {
      ...{ cle, n: lu.n + 1, jeunes: lu.jeunes + (jeunes ?? 0), demandeCents: lu.demandeCents + demandeCents },
      parts: lu.parts.map((part, rang) => part + (parts[rang] ?? 0n)),
    })
  }
  return [...parCle.values()].sort((a, b) => a.demandeCents === b.demandeCents ? a.cle.localeCompare(b.cle, 'fr') : a.demandeCents > b.demandeCents ? -1 : 1) // prettier-ignore
}
