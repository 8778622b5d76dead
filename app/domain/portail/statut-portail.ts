import type { Dispositif } from '#domain/dispositif'
import { plier } from '#domain/texte'

/** The dispositif of a type of demande, or null for a type that the MCEI does not handle. */
export function dispositifDe(type: string): Dispositif | null {
  const texte = plier(type)
  if (/\bjumelages?\b/.test(texte)) return 'JUMELAGES'
  return /\bmobilites?\b.*\b(europe|international)|\bmei\b/.test(texte) ? 'MEI' : null
}

/**
 * True for a type that the portal does offer and the MCEI does not handle: what the portal marks « (public) », as it does its own, and the
 * politique de la ville, whose demandes share its listings. What is neither is a word to look at.
 */
export const estAutreDispositif = (type: string): boolean =>
  dispositifDe(type) === null &&
  /\(public\)\s*$|^pas.de.calais\s*,|\bpolitique de la ville\b|\bqpv\b|\bquartiers? prioritaires?\b/i.test(
    type.normalize('NFC').trim(),
  )

/**
 * What a portal wording says of a demande. REOUVERTE is « En cours de saisie » on a line that has a number: the portal shows it while
 * a déverrouillage is open, and the demande stays deposited (docs/domaine.md § 8.1).
 */
export const SENS_STATUT = ['BROUILLON', 'REOUVERTE', 'DEPOSEE', 'INCOMPLETE', 'EN_INSTRUCTION', 'TERMINEE'] as const
export type SensStatut = (typeof SENS_STATUT)[number]

const MOTIFS: readonly (readonly [RegExp, SensStatut])[] = [
  [/saisie|brouillon/, 'BROUILLON'],
  [/complement|incomplet|completer/, 'INCOMPLETE'],
  [/instruction .*(terminee?|close|achevee)/, 'EN_INSTRUCTION'],
  [
    /\b(attente|cours|propos\w*|soumis\w*|presente\w*|inscrit\w*|avant|pas)\b.*\b(vote|decision|accord)\b/,
    'EN_INSTRUCTION',
  ],
  [
    /accord|refus|ineligible|irrecevable|sans suite|hors delai|retir|rejet|annul|abandon|desist|vot[e]e?s?\b|notifi|pay|sold|clos|clotur|convention|attribue|octroye|termine|archiv/,
    'TERMINEE',
  ],
  [/instruction|instruit|complet|avis|examen/, 'EN_INSTRUCTION'],
  [/analyse|depos|transmis|valide|recu|soumis|envoye/, 'DEPOSEE'],
]

/** Reads the portal's wording, either apostrophe, any case. Null when it is none we know. */
export function sensDuStatut(mention: string, aUnNumero: boolean): SensStatut | null {
  const texte = plier(mention)
  const sens = texte === '' ? null : (MOTIFS.find(([motif]) => motif.test(texte))?.[1] ?? null)
  return sens === 'BROUILLON' && aUnNumero ? 'REOUVERTE' : sens
}

/** True when the portal's wording went back: a deposited demande that reads as a draft again, an examined one as merely deposited. */
export const recule = (avant: SensStatut | null, apres: SensStatut | null): boolean =>
  avant !== null && apres !== null && SENS_STATUT.indexOf(apres) < SENS_STATUT.indexOf(avant)
