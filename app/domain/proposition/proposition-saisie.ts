import { parseMontant } from '#domain/budget/montant'
import { no, ok, type Result } from '#domain/result'
import { LETTRES_DE_SCENARIO } from '#domain/simulation/scenario'
import {
  AVIS_PROPOSITION,
  MOTIF_PROPOSITION_MAX,
  type MontantVoulu,
  type DeScenario,
  type PropositionVoulue,
} from '#domain/proposition/proposition'

/** How the amount of many dossiers is said at once. */
export const BASES_PROPOSITION = ['DEMANDE', 'PART', 'FIXE', 'AUCUN'] as const satisfies MontantVoulu['base'][]

export type RefusPropositionSaisie = 'A_DONNER' | 'PART_ILLISIBLE' | 'MONTANT_ILLISIBLE' | 'MOTIF_TROP_LONG'

/** `80`, `80 %`, `62,5 %` in thousandths: more than nothing, at most all, one decimal at most. Null when it is no such part. */
export function lirePart(texte: string): number | null {
  const lu = /^(\d{1,3})(?:[.,](\d))?\s*%?$/u.exec(texte.trim())
  if (!lu) return null
  const milliemes = Number(lu[1]) * 10 + Number(lu[2] ?? '0')
  return milliemes > 0 && milliemes <= 1_000 ? milliemes : null
}

function lireVoulu(base: string, valeur: string): Result<MontantVoulu, RefusPropositionSaisie> {
  if (base === 'DEMANDE' || base === 'AUCUN') return ok({ base })
  if (base === 'PART') {
    const milliemes = lirePart(valeur)
    return milliemes === null ? no('PART_ILLISIBLE') : ok({ base, milliemes })
  }
  if (base !== 'FIXE') return no('A_DONNER')
  const montantCents = parseMontant(valeur)
  return montantCents === null ? no('MONTANT_ILLISIBLE') : ok({ base, montantCents })
}

type Saisie = { avis: string; base: string; valeur: string; motif: string; scenario: string }

/** Reads what is proposed for many dossiers at once, each with its own amount. */
export function lireProposition({
  avis: dit,
  base,
  valeur,
  motif,
  scenario: lettre,
}: Saisie): Result<PropositionVoulue & DeScenario, RefusPropositionSaisie> {
  const avis = AVIS_PROPOSITION.find((un) => un === dit)
  if (!avis) return no('A_DONNER')
  const montant = lireVoulu(base, valeur)
  if (!montant.ok) return montant
  if (motif.length > MOTIF_PROPOSITION_MAX) return no('MOTIF_TROP_LONG')
  const scenario = LETTRES_DE_SCENARIO.find((une) => une === lettre) ?? null
  return ok({ avis, montant: montant.value, motif, scenario })
}
