import { no, ok, type Result } from '#domain/result'
import type { Avis } from '#domain/pre-projet/avis'

/**
 * The life of a fiche pré-projet (docs/domaine.md § 8.3). A fiche sent back for more work returns to A_TRAITER when its new
 * version arrives; one that has its avis may still be examined again, and is CLOS when nothing more is expected of it.
 */
export type EtatPreProjet = 'A_TRAITER' | 'A_RETRAVAILLER' | 'AVIS_RENDU' | 'CLOS'

export type ActePreProjet = 'rendreAvis' | 'demanderReprise' | 'recevoirVersion' | 'clore' | 'rouvrir'

const SUITE: Record<EtatPreProjet, Partial<Record<ActePreProjet, EtatPreProjet>>> = {
  A_TRAITER: {
    rendreAvis: 'AVIS_RENDU',
    demanderReprise: 'A_RETRAVAILLER',
    recevoirVersion: 'A_TRAITER',
    clore: 'CLOS',
  },
  A_RETRAVAILLER: { recevoirVersion: 'A_TRAITER', rendreAvis: 'AVIS_RENDU', clore: 'CLOS' },
  AVIS_RENDU: {
    recevoirVersion: 'A_TRAITER',
    rendreAvis: 'AVIS_RENDU',
    demanderReprise: 'A_RETRAVAILLER',
    clore: 'CLOS',
  },
  CLOS: { rouvrir: 'A_TRAITER' },
}

export const ETATS_PRE_PROJET = Object.keys(SUITE) as EtatPreProjet[]

export const suitePreProjet = (etat: EtatPreProjet, acte: ActePreProjet): EtatPreProjet | undefined => SUITE[etat][acte]

export const actesPossiblesPreProjet = (etat: EtatPreProjet) => Object.keys(SUITE[etat]) as ActePreProjet[]

export type MotifExamen = 'FICHE_CLOSE' | 'AVIS_TROP_COURT'

/** An avis is read by the structure: fewer characters than this say nothing. */
export const LONGUEUR_MIN_AVIS = 10

/** Gives an avis on a fiche. A_RETRAVAILLER hands it back to the structure; the others are an answer. */
export function examiner(
  fiche: { etat: EtatPreProjet },
  { avis, texte }: { avis: Avis; texte: string },
): Result<{ etat: EtatPreProjet; avis: Avis; texte: string }, MotifExamen> {
  const acte = avis === 'A_RETRAVAILLER' ? 'demanderReprise' : 'rendreAvis'
  const etat =
    avis === 'A_RETRAVAILLER' && fiche.etat === 'A_RETRAVAILLER' ? fiche.etat : suitePreProjet(fiche.etat, acte)
  if (!etat) return no('FICHE_CLOSE')
  if (avis !== 'FAVORABLE' && texte.trim().length < LONGUEUR_MIN_AVIS) return no('AVIS_TROP_COURT')
  return ok({ etat, avis, texte: texte.trim() })
}
