import { peutRemplir } from '#domain/demande-en-ligne/etapes'
import { LONGUEUR_MIN_MOTIF, SECTIONS, type Section } from '#domain/dossier/deverrouillage'
import { type EtatDit, estRendu } from '#domain/demandeur/etat-dit'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import type { Etat } from '#domain/dossier/etat'
import { no, ok, type Result } from '#domain/result'
import { longueur, nettoyer } from '#domain/texte'

/** How a demandeur's wish to be let back into a dossier reached the MCEI. */
export const CANAUX = ['COURRIEL', 'TELEPHONE', 'EXTRANET'] as const
export type Canal = (typeof CANAUX)[number]

/** A wish told otherwise than by a mail the software read, in the words of who made it. */
export type Souhait = { canal: Canal; demandeur: string; texte: string; recueLe: Date }

export type RefusSouhait = 'PAS_ENCORE_DEPOSE' | 'DEMANDEUR_MANQUANT' | 'TEXTE_TROP_COURT' | 'DATE_A_VENIR'

/** Writes down who asked, how, when and in which words: without them nobody could answer (docs/domaine.md § 8.2). */
export function noterSouhait({ etat }: { etat: Etat }, souhait: Souhait, now: Date): Result<Souhait, RefusSouhait> {
  const [demandeur, texte] = [souhait.demandeur.trim(), souhait.texte.trim()]
  if (etat === 'BROUILLON') return no('PAS_ENCORE_DEPOSE')
  if (demandeur === '') return no('DEMANDEUR_MANQUANT')
  if (texte.length < LONGUEUR_MIN_MOTIF) return no('TEXTE_TROP_COURT')
  if (souhait.recueLe > now) return no('DATE_A_VENIR')
  return ok({ ...souhait, demandeur, texte })
}

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

export type RefusDeRefuser = 'DEJA_TRAITEE' | 'MOTIF_TROP_COURT'

/** Refuses a wish; the reason is copied into the mail. */
export function refuserSouhait(
  souhait: { etat: 'EN_ATTENTE' | 'ACCEPTEE' | 'REFUSEE' } | undefined,
  motif: string,
): Result<string, RefusDeRefuser> {
  if (souhait?.etat !== 'EN_ATTENTE') return no('DEJA_TRAITEE')
  return motif.trim().length < LONGUEUR_MIN_MOTIF ? no('MOTIF_TROP_COURT') : ok(motif.trim())
}
