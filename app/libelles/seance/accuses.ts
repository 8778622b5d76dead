import { accorder, compter } from '#domain/nombre'
import type { AccuseJuge, RefusDAccuse } from '#domain/seance/accuses-de-prefecture'
import type { RefusExecutoire } from '#domain/seance/deliberation'
import { formatJour } from '#domain/temps/jour'
import { LIBELLE_REFUS_EXECUTOIRE } from '#libelles/seance/refus'

const MOTS: Record<Exclude<RefusDAccuse, 'DEJA_CE_JOUR' | 'DEJA_EXECUTOIRE'>, string> = {
  NUMERO_ILLISIBLE: 'Ce numéro n’est pas celui d’une délibération\u00a0: il s’écrit comme 2026-007.',
  INCONNUE: 'Délibération inconnue\u00a0: aucune séance n’a ce numéro.',
  EN_ATTENTE: 'Aucun jour de réception\u00a0: la préfecture n’en a pas accusé réception.',
  DATE_ILLISIBLE: 'La date ne se lit pas\u00a0: écrivez JJ/MM/AAAA.',
  LIGNES_DIFFERENTES: 'Une autre ligne dit un autre jour de la même délibération\u00a0: corrigez le fichier.',
  EN_DOUBLE: 'Cette délibération est déjà sur une ligne plus haut, du même jour.',
  AVANT_LA_DELIBERATION: 'La préfecture n’a pas pu la recevoir avant qu’elle soit prise\u00a0: vérifiez la date.',
  JOUR_A_VENIR: 'Ce jour est à venir\u00a0: vérifiez la date.',
}

/** What a row of the file would write, or why it writes nothing. */
export function phraseAccuse({ refus, deliberation, recueLe }: AccuseJuge): string {
  const depuis = deliberation?.executoireLe ? formatJour(deliberation.executoireLe) : ''
  const dit = recueLe ? formatJour(recueLe) : ''
  if (refus === null) return `Sera exécutoire depuis le ${dit}.`
  if (refus === 'DEJA_CE_JOUR') return `Déjà exécutoire depuis le ${depuis}\u00a0: rien à faire.`
  if (refus === 'DEJA_EXECUTOIRE') return `Déjà exécutoire depuis le ${depuis}, et non le ${dit}\u00a0: rien ne change.`
  return MOTS[refus]
}

/** « 2 délibérations à enregistrer, 3 lignes sans effet. » */
export function phraseApercu(lignes: readonly AccuseJuge[]): string {
  const aEcrire = lignes.filter(({ refus }) => refus === null).length
  const reste = lignes.length - aEcrire
  const quoi = aEcrire > 0 ? compter(aEcrire, 'délibération') : 'Aucune délibération'
  return `${quoi} à enregistrer${reste > 0 ? `, ${compter(reste, 'ligne')} sans effet` : ''}.`
}

/** Why the file is not looked at; `ILLISIBLE` says it in its own words. */
export const LIBELLE_REFUS_ACCUSES = {
  AUCUNE_LIGNE: 'Ce fichier n’a aucune ligne sous ses titres de colonnes\u00a0: vérifiez-le et redéposez-le.',
} as const

type Refusee = { numero: string; reason: RefusExecutoire | 'CHANGEE' }

/** Why the day of one délibération was not written after the yes. */
export const phraseAccuseRefuse = ({ numero, reason }: Refusee): string => {
  const pourquoi =
    reason === 'CHANGEE'
      ? 'Sa séance a changé depuis que le fichier a été lu\u00a0: redonnez-le.'
      : LIBELLE_REFUS_EXECUTOIRE[reason]
  return `${numero ? `Délibération n°\u00a0${numero}` : 'Une délibération'}, non enregistrée. ${pourquoi}`
}

/** « 2 délibérations sont exécutoires : 2026-007, 2026-008. » */
export const phraseAccusesFaits = (faites: readonly string[]): string =>
  faites.length === 0
    ? 'Rien n’est enregistré.'
    : `${compter(faites.length, 'délibération')} ${accorder(faites.length, 'est exécutoire', 'sont exécutoires')}\u00a0: ${faites.join(', ')}.`
