import { estArrete, type Etat } from '#domain/dossier/etat'
import { no, ok, type Result } from '#domain/result'

/** One thing asked of a demandeur: about which pièce (null: about the form), what is wrong, and what to do. The mail says the three. */
export type ElementDemande = { code: string | null; constat: string; aFaire: string }

/** One line of the composer; `cle` names what it comes from, so that it is proposed once. */
export type LigneComposee = ElementDemande & { cle: string }

/** What there is to ask of a dossier: codes of pièces absent or refused, why the refused ones are, and what officers kept. */
export type PiecesEtRetenus = {
  manquantes: readonly string[]
  nonConformes: readonly string[]
  refusees: readonly { code: string | null; motif: string | null; precision: string }[]
  retenus: readonly LigneComposee[]
}

/** Longer than this is no longer a line of a list. */
export const LONGUEUR_MAX_ELEMENT = 600

export type RefusElement = 'CLE_INVALIDE' | 'CONSTAT_VIDE' | 'A_FAIRE_VIDE' | 'ELEMENT_TROP_LONG'
export type EmpechementComplement = 'PAS_ENCORE_DEPOSE' | 'DECISION_DEJA_PRISE'

/** Why nothing can be asked of this dossier's demandeur any more, or yet; null when something can. */
export function empechementComplement(etat: Etat): EmpechementComplement | null {
  if (etat === 'BROUILLON') return 'PAS_ENCORE_DEPOSE'
  return estArrete(etat) ? 'DECISION_DEJA_PRISE' : null
}

/** The words of one element, trimmed; both are needed, since the demandeur reads what is wrong and what is expected. */
export function lireElement({ code, constat, aFaire }: ElementDemande): Result<ElementDemande, RefusElement> {
  const lu = { code, constat: constat.trim(), aFaire: aFaire.trim() }
  if (!lu.constat) return no('CONSTAT_VIDE')
  if (!lu.aFaire) return no('A_FAIRE_VIDE')
  return lu.constat.length > LONGUEUR_MAX_ELEMENT || lu.aFaire.length > LONGUEUR_MAX_ELEMENT
    ? no('ELEMENT_TROP_LONG', String(LONGUEUR_MAX_ELEMENT))
    : ok(lu)
}

/** What may name an element: short, and without a space or an invisible character. */
export const estCleElement = (cle: string): boolean => /^[\p{L}\p{N}_.:!/-]{1,200}$/u.test(cle)
