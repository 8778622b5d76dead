import { type EtatDit, estRendu } from '#domain/demandeur/etat-dit'
import { compter } from '#domain/nombre'
import { formatJour, type Jour } from '#domain/temps/jour'
import { type BilanConnu, phraseBilan } from '#libelles/demandeur/bilan-du'
import { SUIVI_DE_L_ETAT } from '#libelles/demandeur/suivi'
import { formatInstant } from '#libelles/temps'

/** What became of the last changes that were made to a dossier that was opened again. */
export const PHRASE_MODIFICATION = {
  EN_COURS: 'Vos modifications sont enregistrées. Le dossier s’est refermé\u00a0: la mission les examine.',
  REDEPOSEE: 'Vos modifications sont transmises. La mission les examine.',
  ACCEPTEE: 'Vos dernières modifications ont été prises en compte.',
  ECARTEE: 'Vos dernières modifications n’ont pas été retenues\u00a0: la demande reste telle que vous l’avez déposée.',
} as const

type Complement = { limite: Jour; elements: readonly { recuLe: Jour | null }[] }

/** How many elements of a request for compléments have not come. */
export const attendusDe = ({ elements }: Complement): number => elements.filter(({ recuLe }) => recuLe === null).length

/** What is still awaited of a request for compléments, and until when. */
export function phraseComplement(complement: Complement): string {
  const attendus = attendusDe(complement)
  return attendus === 0
    ? 'Tout ce qui était demandé est reçu\u00a0: la mission l’examine.'
    : `${compter(attendus, 'élément attendu', 'éléments attendus')}, jusqu’au ${formatJour(complement.limite)} inclus.`
}

/** The next séance, for what is deposited and whose end is not told; nothing otherwise. */
export function phraseSeance({ etat, prochaineSeance }: { etat: EtatDit; prochaineSeance: Jour | null }): string {
  if (estRendu(etat) || etat === 'BROUILLON') return ''
  return prochaineSeance
    ? `Prochaine séance annoncée\u00a0: ${formatJour(prochaineSeance)}.`
    : 'La date de la prochaine séance n’est pas encore annoncée.'
}

/** All that a structure knows of what comes next of a dossier. */
export type SuiteConnue = {
  etat: EtatDit
  surLePortail: boolean
  /** The last day to deposit it, where it is a draft of the portal. */
  dernierJour: Jour | null
  prochaineSeance: Jour | null
  complement: Complement | null
  ouverture: { echeance: Date } | null
  modification: keyof typeof PHRASE_MODIFICATION | null
  bilan: BilanConnu | null
}

/** What happens next of a dossier and when, in one breath: the page of the dossier tells the same at length, with the same words. */
export function direSuite(connue: SuiteConnue): string {
  const { etat, surLePortail, dernierJour, complement, ouverture, modification, bilan } = connue
  const enAttente = !ouverture && (modification === 'EN_COURS' || modification === 'REDEPOSEE')
  const dites = [
    ouverture &&
      `Vous pouvez la modifier${surLePortail ? ' sur le portail' : ''} jusqu’au ${formatInstant(ouverture.echeance)}.`,
    enAttente && PHRASE_MODIFICATION[modification],
    complement && `${phraseComplement(complement)} Le délai de réponse est suspendu en attendant.`,
    !complement && !ouverture && SUIVI_DE_L_ETAT[etat].suite,
    dernierJour && `Dernier jour pour la déposer\u00a0: ${formatJour(dernierJour)}.`,
    bilan && phraseBilan(bilan),
    !complement && !ouverture && phraseSeance(connue),
  ]
  return dites.filter(Boolean).join(' ')
}
