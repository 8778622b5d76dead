import { peutRemplir } from '#domain/demande-en-ligne/etapes'
import { type EtatDit, estRendu } from '#domain/demandeur/etat-dit'
import type { RefusDecision } from '#domain/dossier/decision'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import { no, ok, type Result } from '#domain/result'
import { longueur, nettoyer } from '#domain/texte'

/** Longest reason of a withdrawal, in characters; none is asked for. */
export const LONGUEUR_MAX_RETRAIT = 1_000

export type EmpechementDeRetirer =
  | 'LECTEUR_SEUL'
  | 'PAS_ENCORE_DEPOSE'
  | 'DECISION_RENDUE'
  | 'EN_MODIFICATION'
  /** Something that its structure is not told of yet: the mission alone can say what. */
  | 'PAS_ICI'

export type RefusDeRetirer = EmpechementDeRetirer | 'MOTIF_TROP_LONG'

type Retirable = {
  role: RoleMembre
  /** Where the dossier stands in the words that its structure is told. */
  etat: EtatDit
}

/** Whether a withdrawal is shown to this member: by what they were told alone, so that it tells nothing of a vote or of a decision. */
export function empechementDit({ role, etat }: Retirable): EmpechementDeRetirer | null {
  if (!peutRemplir(role)) return 'LECTEUR_SEUL'
  if (etat === 'BROUILLON') return 'PAS_ENCORE_DEPOSE'
  return estRendu(etat) ? 'DECISION_RENDUE' : null
}

/** Why this member cannot withdraw this demande now; null when they can. `ferme` is why the rule of decisions closes the act. */
export function empechementDeRetirer(
  dossier: Retirable & { ferme: RefusDecision | null },
): EmpechementDeRetirer | null {
  const dit = empechementDit(dossier)
  if (dit || !dossier.ferme) return dit
  return dossier.ferme === 'DEVERROUILLAGE_OUVERT' || dossier.ferme === 'MODIFICATION_A_EXAMINER'
    ? 'EN_MODIFICATION'
    : 'PAS_ICI'
}

/** Withdraws: the reason, cleaned, empty where none is given. */
export function retirerSaDemande(
  dossier: Retirable & { ferme: RefusDecision | null },
  motif: string,
): Result<{ motif: string }, RefusDeRetirer> {
  const empechement = empechementDeRetirer(dossier)
  if (empechement) return no(empechement)
  const dit = nettoyer(motif)
  return longueur(dit) > LONGUEUR_MAX_RETRAIT ? no('MOTIF_TROP_LONG', String(LONGUEUR_MAX_RETRAIT)) : ok({ motif: dit })
}
