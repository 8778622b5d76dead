import { LONGUEUR_MIN_MOTIF } from '#domain/dossier/deverrouillage'
import type { Etat } from '#domain/dossier/etat'
import { no, ok, type Result } from '#domain/result'

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

export type RefusDeRefuser = 'DEJA_TRAITEE' | 'MOTIF_TROP_COURT'

/** Refuses a wish; the reason is copied into the mail. */
export function refuserSouhait(
  souhait: { etat: 'EN_ATTENTE' | 'ACCEPTEE' | 'REFUSEE' } | undefined,
  motif: string,
): Result<string, RefusDeRefuser> {
  if (souhait?.etat !== 'EN_ATTENTE') return no('DEJA_TRAITEE')
  return motif.trim().length < LONGUEUR_MIN_MOTIF ? no('MOTIF_TROP_COURT') : ok(motif.trim())
}
