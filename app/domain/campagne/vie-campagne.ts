import { no, ok, type Result } from '#domain/result'
import type { Jour } from '#domain/temps/jour'

/** The life of a campagne (docs/domaine.md § 8.9). */
export const ETATS_CAMPAGNE = ['EN_PREPARATION', 'OUVERTE', 'FERMEE', 'ARCHIVEE'] as const
export type EtatCampagne = (typeof ETATS_CAMPAGNE)[number]

export const ACTES_CAMPAGNE = [
  'ouvrirCampagne',
  'fermerCampagne',
  'rouvrirCampagne',
  'archiverCampagne',
  'desarchiverCampagne',
] as const
export type ActeCampagne = (typeof ACTES_CAMPAGNE)[number]

/** What may follow what: an act missing from a row cannot be done in that state. */
const SUITE: Record<EtatCampagne, Partial<Record<ActeCampagne, EtatCampagne>>> = {
  EN_PREPARATION: { ouvrirCampagne: 'OUVERTE' },
  OUVERTE: { fermerCampagne: 'FERMEE' },
  FERMEE: { rouvrirCampagne: 'OUVERTE', archiverCampagne: 'ARCHIVEE' },
  ARCHIVEE: { desarchiverCampagne: 'FERMEE' },
}

export const actesDeCampagne = (etat: EtatCampagne) => Object.keys(SUITE[etat]) as ActeCampagne[]

/** A dossier may be put under it by hand. */
export const prendDesDossiers = (etat: EtatCampagne): boolean => etat === 'OUVERTE' || etat === 'FERMEE'

/** What it asks, says and plans may be changed: of one that is put away, nothing is. */
export const reglable = (etat: EtatCampagne): boolean => etat !== 'ARCHIVEE'

/** What is looked at before a campagne changes state. */
export type CampagneVivante = {
  etat: EtatCampagne
  echeanceDepot: Jour
  fermeeLe: Jour | null
  /** True when it asks for pièces in a version that is published. */
  exigencesPubliees: boolean
  /** True when a receipt it wants to send would have nobody to sign it. */
  sansSignataire: boolean
  /** Dossiers and fiches that wait for an answer. */
  enCours: number
}

export type RefusVieCampagne =
  'ACTE_IMPOSSIBLE' | 'SANS_PIECES' | 'SANS_SIGNATAIRE' | 'AVANT_ECHEANCE' | 'DOSSIERS_EN_COURS'

/**
 * What an act makes of a campagne, or why not. It opens with what it needs to answer; it closes once the last day to deposit is past; it is put
 * away once nothing of it waits (`detail`: how many do). `fermeeLe` is the last day whose deposits it takes.
 */
export function faireVivre(
  campagne: CampagneVivante,
  acte: ActeCampagne,
  today: Jour,
): Result<{ etat: EtatCampagne; fermeeLe: Jour | null }, RefusVieCampagne> {
  const etat = SUITE[campagne.etat][acte]
  if (!etat) return no('ACTE_IMPOSSIBLE')
  if (acte === 'ouvrirCampagne' && !campagne.exigencesPubliees) return no('SANS_PIECES')
  if (acte === 'ouvrirCampagne' && campagne.sansSignataire) return no('SANS_SIGNATAIRE')
  if (acte === 'fermerCampagne' && today <= campagne.echeanceDepot) return no('AVANT_ECHEANCE', campagne.echeanceDepot)
  if (acte === 'archiverCampagne' && campagne.enCours > 0) return no('DOSSIERS_EN_COURS', String(campagne.enCours))
  return ok({ etat, fermeeLe: etat === 'OUVERTE' ? null : (campagne.fermeeLe ?? today) })
}
