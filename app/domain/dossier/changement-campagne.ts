import { type EtatCampagne, prendDesDossiers } from '#domain/campagne/vie-campagne'
import { LONGUEUR_MIN_MOTIF } from '#domain/dossier/deverrouillage'
import { estArrete, type Etat } from '#domain/dossier/etat'
import { no, ok, type Result } from '#domain/result'

export type RefusChangement =
  | 'PAS_ENCORE_DEPOSE'
  | 'DECISION_DEJA_PRISE'
  | 'CAMPAGNE_INCONNUE'
  | 'CAMPAGNE_INCHANGEE'
  | 'CAMPAGNE_SANS_DOSSIERS'
  | 'MOTIF_TROP_COURT'

/** Moves a deposited dossier, not decided yet, to another campagne, for a reason that its journal keeps; or says why not. */
export function changerCampagne<C extends { id: string; etat: EtatCampagne }>(
  { etat, campagneId }: { etat: Etat; campagneId: string },
  { vers, motif }: { vers: C | null; motif: string },
): Result<C, RefusChangement> {
  if (etat === 'BROUILLON') return no('PAS_ENCORE_DEPOSE')
  if (estArrete(etat)) return no('DECISION_DEJA_PRISE')
  if (vers === null) return no('CAMPAGNE_INCONNUE')
  if (vers.id === campagneId) return no('CAMPAGNE_INCHANGEE')
  if (!prendDesDossiers(vers.etat)) return no('CAMPAGNE_SANS_DOSSIERS')
  return motif.trim().length < LONGUEUR_MIN_MOTIF ? no('MOTIF_TROP_COURT') : ok(vers)
}
