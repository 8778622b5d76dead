import { compter } from '#domain/nombre'
import type { Bloquant } from '#domain/dossier/bloquants'
import { LONGUEUR_MIN_MOTIF_PASSER_OUTRE, type RefusPasserOutre } from '#domain/dossier/passer-outre'
import { formatJour, jourDeParis } from '#domain/temps/jour'
import { phraseConstat } from '#libelles/budget/constat-budget'
import { nomDePiece } from '#libelles/piece/piece'

/** « RIB (rib.pdf) »: a pièce and its file; the file alone where nobody said what it is. */
const nommer = ({ code, nomFichier }: { code: string | null; nomFichier: string }) =>
  code === null ? `«\u00a0${nomFichier}\u00a0»` : `${nomDePiece(code)} («\u00a0${nomFichier}\u00a0»)`

/** What blocks, by its name and its fact. */
export function direBloquant(bloquant: Bloquant): string {
  switch (bloquant.nature) {
    case 'DEVERROUILLAGE_OUVERT':
      return `Dossier ouvert à modification jusqu’au ${formatJour(jourDeParis(bloquant.echeance))}`
    case 'MODIFICATION_A_EXAMINER':
      return 'Des modifications du demandeur attendent votre examen'
    case 'BUDGET': {
      const [premier, ...autres] = bloquant.constats.map(phraseConstat)
      const suite = autres.length > 0 ? ` (et ${compter(autres.length, 'autre')})` : ''
      return `Budget, contrôle ${bloquant.regle}\u00a0: ${premier ?? ''}${suite}`
    }
    case 'BUDGET_ILLISIBLE':
      return `Budget illisible\u00a0: ${bloquant.motif}`
    case 'BUDGET_A_CHOISIR':
      return `Budget à choisir\u00a0: ${bloquant.motif}`
    case 'BUDGET_NON_LU':
      return 'Le budget n’est pas encore lu\u00a0: revenez dans quelques instants'
    case 'FICHIER_INFECTE':
      return `Fichier infecté\u00a0: ${nommer(bloquant)}`
    case 'FICHIER_NON_ANALYSE':
      return `Fichier pas encore analysé par l’antivirus\u00a0: ${nommer(bloquant)}`
    case 'PIECE_ILLISIBLE':
      return `Pièce que personne ne peut lire\u00a0: ${nommer(bloquant)}`
  }
}

/** The next step, on the page of the dossier: where in it (`lieu`, after its address), and what to do there. */
export function suiteDuBloquant(bloquant: Bloquant): { lieu: string; faire: string } {
  switch (bloquant.nature) {
    case 'DEVERROUILLAGE_OUVERT':
      return { lieu: '/deverrouillage', faire: 'Attendre l’échéance ou refermer la modification' }
    case 'MODIFICATION_A_EXAMINER':
      return { lieu: '/deverrouillage', faire: 'Accepter ou écarter les modifications' }
    case 'BUDGET':
      return { lieu: '/budget', faire: 'Demander un budget corrigé' }
    case 'BUDGET_ILLISIBLE':
      return { lieu: '/complements', faire: 'Redemander le budget au format .xlsx' }
    case 'BUDGET_A_CHOISIR':
      return { lieu: '/budget', faire: 'Choisir la feuille du budget du projet' }
    case 'BUDGET_NON_LU':
      return { lieu: '/budget', faire: 'Voir le budget' }
    case 'FICHIER_INFECTE':
    case 'PIECE_ILLISIBLE':
      return { lieu: `/pieces?piece=${bloquant.pieceId}`, faire: 'La dire non conforme et la redemander' }
    case 'FICHIER_NON_ANALYSE':
      return { lieu: `/pieces?piece=${bloquant.pieceId}`, faire: 'Attendre l’analyse' }
  }
}

export const LIBELLE_REFUS_PASSER_OUTRE: Record<RefusPasserOutre, string> = {
  PAS_ENCORE_DEPOSE: 'Ce dossier n’est pas encore déposé.',
  DECISION_DEJA_PRISE: 'Une décision a déjà été prise.',
  RESERVE_AU_RESPONSABLE: 'Seul un responsable peut passer outre dans cette campagne.',
  BLOQUANT_INCONNU: 'Ce point ne bloque plus, ou a changé\u00a0: rechargez la page.',
  DEJA_PASSE_OUTRE: 'Quelqu’un a déjà passé outre ce point.',
  PAS_PASSE_OUTRE: 'Personne n’a passé outre ce point.',
  MOTIF_TROP_COURT: `Dites pourquoi en ${compter(LONGUEUR_MIN_MOTIF_PASSER_OUTRE, 'caractère')} au moins\u00a0: ce motif reste au dossier et dans le rapport.`,
}
