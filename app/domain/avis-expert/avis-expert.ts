import type { Etat } from '#domain/dossier/etat'
import { EN_CONTROLE } from '#domain/dossier/etat'
import type { AvisProposition } from '#domain/proposition/proposition'
import { no, ok, type Result } from '#domain/result'
import { parseCourriel } from '#domain/structure/coordonnees'
import { addDays, compareJours, type Jour, jourDeParis } from '#domain/temps/jour'
import { longueur, nettoyer } from '#domain/texte'

/** Days proposed to answer, counted from the day of the request. */
export const JOURS_D_AVIS = 15
/** Days after which no link opens, whatever is asked. */
export const JOURS_MAX_D_AVIS = 90
/** Days before the last one from which an avis that did not come is asked for again, once. */
export const JOURS_AVANT_RAPPEL = 3
export const QUESTION_MIN = 10
export const QUESTION_MAX = 2_000
export const MOTS_D_AVIS_MIN = 10
export const MOTS_D_AVIS_MAX = 5_000
export const NOM_D_EXPERT_MAX = 80
/** Requests that one dossier may hold. */
export const AVIS_PAR_DOSSIER = 20

/** Deposited, and neither voted nor decided: an avis may still be asked for and given. */
export const ETATS_D_AVIS = [...EN_CONTROLE, 'EN_INSTRUCTION'] as const satisfies Etat[]

const attendAvis = (etat: Etat): boolean => ETATS_D_AVIS.some((un) => un === etat)

export type SaisieAvisExpert = {
  prenom: string
  nom: string
  courriel: string
  question: string
  confidentiel: boolean
  jusquAu: Jour
}

type RefusJourDAvis = 'JOUR_PASSE' | 'JOUR_TROP_LOIN'

export type RefusDemandeAvis =
  | 'DOSSIER_FERME'
  | 'TROP_D_AVIS'
  | 'NOM_A_DONNER'
  | 'NOM_TROP_LONG'
  | 'COURRIEL_ILLISIBLE'
  | 'QUESTION_TROP_COURTE'
  | 'QUESTION_TROP_LONGUE'
  | 'PIECE_NON_OUVRABLE'
  | RefusJourDAvis

const jourDonne = (jusquAu: Jour, today: Jour): RefusJourDAvis | null => {
  if (compareJours(jusquAu, today) < 0) return 'JOUR_PASSE'
  return compareJours(jusquAu, addDays(today, JOURS_MAX_D_AVIS)) > 0 ? 'JOUR_TROP_LOIN' : null
}

/** An avis that is asked of somebody outside, as it is kept; or why it may not be. `demandes`: those the dossier has already. */
export function demanderAvis(
  { etat, demandes }: { etat: Etat; demandes: number },
  saisie: SaisieAvisExpert,
  today: Jour,
): Result<SaisieAvisExpert, RefusDemandeAvis> {
  if (!attendAvis(etat)) return no('DOSSIER_FERME')
  if (demandes >= AVIS_PAR_DOSSIER) return no('TROP_D_AVIS')
  const [prenom, nom, question] = [nettoyer(saisie.prenom), nettoyer(saisie.nom), saisie.question.trim()]
  if (prenom === '' || nom === '') return no('NOM_A_DONNER')
  if (longueur(prenom) > NOM_D_EXPERT_MAX || longueur(nom) > NOM_D_EXPERT_MAX) return no('NOM_TROP_LONG')
  const courriel = parseCourriel(saisie.courriel)
  if (!courriel.ok) return no('COURRIEL_ILLISIBLE')
  if (longueur(question) < QUESTION_MIN) return no('QUESTION_TROP_COURTE')
  if (longueur(question) > QUESTION_MAX) return no('QUESTION_TROP_LONGUE')
  const refus = jourDonne(saisie.jusquAu, today)
  return refus ? no(refus) : ok({ ...saisie, prenom, nom, question, courriel: courriel.value })
}

/** What a link depends on. */
export type LienDAvis = { revoqueLe: Date | null; jusquAu: Jour; etat: Etat }

/** REVOQUE: taken back. DOSSIER_FERME: voted, decided or withdrawn. EXPIRE: its last day is over. Nobody opens any of these. */
export type EtatLienDAvis = 'OUVERT' | 'REVOQUE' | 'DOSSIER_FERME' | 'EXPIRE'

/** Whether the link opens on this day, its last day included. */
export function etatDuLien({ revoqueLe, jusquAu, etat }: LienDAvis, today: Jour): EtatLienDAvis {
  if (revoqueLe !== null) return 'REVOQUE'
  if (!attendAvis(etat)) return 'DOSSIER_FERME'
  return compareJours(today, jusquAu) > 0 ? 'EXPIRE' : 'OUVERT'
}

export type RefusProlongation = 'REVOQUE' | 'DOSSIER_FERME' | 'JOUR_DEJA_DONNE' | RefusJourDAvis

/** Until which later day the link opens; it may have expired since. */
export function prolongerAvis(lien: LienDAvis, jusquAu: Jour, today: Jour): Result<Jour, RefusProlongation> {
  const etat = etatDuLien(lien, today)
  if (etat === 'REVOQUE' || etat === 'DOSSIER_FERME') return no(etat)
  const refus = jourDonne(jusquAu, today)
  if (refus) return no(refus)
  return compareJours(jusquAu, lien.jusquAu) <= 0 ? no('JOUR_DEJA_DONNE') : ok(jusquAu)
}

export type RefusRevocation = 'REVOQUE'

/** The link opens nothing any more, at once; what was answered by it stays. */
export const revoquerAvis = ({ revoqueLe }: Pick<LienDAvis, 'revoqueLe'>): Result<true, RefusRevocation> =>
  revoqueLe === null ? ok(true) : no('REVOQUE')

export type AvisRendu = { avis: AvisProposition; mots: string }

export type RefusAvisRendu = 'MOTS_TROP_COURTS' | 'MOTS_TROP_LONGS'

/** What an expert answers, in their words. */
export function rendreAvis({ avis, mots }: AvisRendu): Result<AvisRendu, RefusAvisRendu> {
  const dits = mots.trim()
  if (longueur(dits) < MOTS_D_AVIS_MIN) return no('MOTS_TROP_COURTS')
  return longueur(dits) > MOTS_D_AVIS_MAX ? no('MOTS_TROP_LONGS') : ok({ avis, mots: dits })
}

export type AvisARappeler = LienDAvis & { demandeLe: Date; rappeleLe: Date | null; renduLe: Date | null }

/**
 * Whether the avis is asked for again on this day: once, from three days before the last one, of who had more than that and did not answer.
 */
export function rappelDAvisDu(avis: AvisARappeler, today: Jour): boolean {
  if (etatDuLien(avis, today) !== 'OUVERT' || avis.rappeleLe !== null || avis.renduLe !== null) return false
  const depuis = addDays(avis.jusquAu, -JOURS_AVANT_RAPPEL)
  return compareJours(today, depuis) >= 0 && compareJours(jourDeParis(avis.demandeLe), depuis) < 0
}
