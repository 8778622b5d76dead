import { type Agent, hasDroit } from '#domain/acces/droits'
import type { Reglages } from '#domain/campagne/reglages'
import type { Bloquants, BloquantVu } from '#domain/dossier/bloquants'
import { estArrete, type Etat } from '#domain/dossier/etat'
import { no, ok, type Result } from '#domain/result'

export type RefusPasserOutre =
  | 'PAS_ENCORE_DEPOSE'
  | 'DECISION_DEJA_PRISE'
  | 'RESERVE_AU_RESPONSABLE'
  | 'BLOQUANT_INCONNU'
  | 'DEJA_PASSE_OUTRE'
  | 'PAS_PASSE_OUTRE'
  | 'MOTIF_TROP_COURT'

/** The reason stays in the dossier and in the rapport: fewer characters than this say nothing. */
export const LONGUEUR_MIN_MOTIF_PASSER_OUTRE = 10
export const LONGUEUR_MAX_MOTIF_PASSER_OUTRE = 1000

/** Who may pass over a bloquant: a RESPONSABLE, or who instructs where the campagne says so (docs/domaine.md § 8.4). */
export const peutPasserOutre = (
  agent: Pick<Agent, 'role'>,
  { instructeurPasseOutre }: Pick<Reglages, 'instructeurPasseOutre'>,
): boolean => hasDroit(agent, 'dossier.passerOutre') || (instructeurPasseOutre && hasDroit(agent, 'dossier.instruire'))

type Vise = { etat: Etat; bloquants: Bloquants; autorise: boolean }

function viser({ etat, bloquants, autorise }: Vise, cle: string): Result<BloquantVu, RefusPasserOutre> {
  if (etat === 'BROUILLON') return no('PAS_ENCORE_DEPOSE')
  if (estArrete(etat)) return no('DECISION_DEJA_PRISE')
  if (!autorise) return no('RESERVE_AU_RESPONSABLE')
  const bloquant = bloquants.find((b) => b.cle === cle)
  return bloquant ? ok(bloquant) : no('BLOQUANT_INCONNU')
}

/** Passes over the bloquant of this name, with a reason. It holds while the fact stays the same. */
export function passerOutre(
  dossier: Vise,
  { cle, motif }: { cle: string; motif: string },
): Result<{ bloquant: BloquantVu; motif: string }, RefusPasserOutre> {
  const vise = viser(dossier, cle)
  if (!vise.ok) return vise
  if (vise.value.levee) return no('DEJA_PASSE_OUTRE')
  const mots = motif.trim()
  return mots.length < LONGUEUR_MIN_MOTIF_PASSER_OUTRE
    ? no('MOTIF_TROP_COURT')
    : ok({ bloquant: vise.value, motif: mots.slice(0, LONGUEUR_MAX_MOTIF_PASSER_OUTRE) })
}

/** Makes it block again. */
export function retablirBloquant(dossier: Vise, cle: string): Result<BloquantVu, RefusPasserOutre> {
  const vise = viser(dossier, cle)
  if (!vise.ok) return vise
  return vise.value.levee ? vise : no('PAS_PASSE_OUTRE')
}
