import { peutRemplir } from '#domain/demande-en-ligne/etapes'
import { type EtatDit, estRendu } from '#domain/demandeur/etat-dit'
import { LONGUEUR_MIN_MOTIF, SECTIONS, type Section } from '#domain/dossier/deverrouillage'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import { no, ok, type Result } from '#domain/result'
import { longueur, nettoyer } from '#domain/texte'

/** What a member of the structure asks on the extranet: which parts they want to change, and why. */
export type ModificationVoulue = { sections: readonly Section[]; texte: string }

export type RefusDeVouloir =
  | 'LECTEUR_SEUL'
  | 'PAS_ENCORE_DEPOSE'
  | 'DECISION_RENDUE'
  | 'DEJA_OUVERT'
  | 'MODIFICATION_A_EXAMINER'
  | 'DEJA_DEMANDEE'
  | 'AUCUNE_SECTION'
  | 'TEXTE_TROP_COURT'
  | 'TEXTE_TROP_LONG'

/** Longest reason, in characters: an officer reads it whole. */
export const LONGUEUR_MAX_SOUHAIT = 2_000

type Modifiable = {
  role: RoleMembre
  /** Where the dossier stands in the words that its structure is told. */
  etat: EtatDit
  ouvert: boolean
  /** Changes made before that no officer has answered. */
  aExaminer: boolean
  /** A wish that nobody has answered. */
  enAttente: boolean
}

/** Why this member cannot ask to change this dossier now; null when they can. */
export function empechementDeVouloir({ role, etat, ouvert, aExaminer, enAttente }: Modifiable): RefusDeVouloir | null {
  if (!peutRemplir(role)) return 'LECTEUR_SEUL'
  if (etat === 'BROUILLON') return 'PAS_ENCORE_DEPOSE'
  if (estRendu(etat)) return 'DECISION_RENDUE'
  if (ouvert) return 'DEJA_OUVERT'
  if (aExaminer) return 'MODIFICATION_A_EXAMINER'
  return enAttente ? 'DEJA_DEMANDEE' : null
}

/** Asks for an exceptional change of a deposited dossier: which parts, and why in one sentence at least (docs/domaine.md § 8.2). */
export function vouloirModifier(
  dossier: Modifiable,
  { sections, texte }: ModificationVoulue,
): Result<ModificationVoulue, RefusDeVouloir> {
  const empechement = empechementDeVouloir(dossier)
  if (empechement) return no(empechement)
  const choisies = SECTIONS.filter((section) => sections.includes(section))
  if (choisies.length === 0) return no('AUCUNE_SECTION')
  const dit = nettoyer(texte)
  if (longueur(dit) < LONGUEUR_MIN_MOTIF) return no('TEXTE_TROP_COURT')
  return longueur(dit) > LONGUEUR_MAX_SOUHAIT
    ? no('TEXTE_TROP_LONG', String(LONGUEUR_MAX_SOUHAIT))
    : ok({ sections: choisies, texte: dit })
}
