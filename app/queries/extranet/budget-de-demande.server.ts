import { constatsDits } from '#libelles/budget/constats-dits'
import { lectureDeJson } from '#domain/budget/lecture/lecture-gardee'
import type { Db } from '#infra/db'
import { ouvertureActuelle } from '#infra/fichier-recu'
import type { DemandeChargee } from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { attentesDeDemande, dernierFichier } from '#infra/stores/demande-en-ligne/verification'
import { phraseRemarque } from '#libelles/budget/budget'
import { phraseSansLecture } from '#libelles/demande-en-ligne/verification'

/**
 * What was read in the budget given last, and what is found in it by today's answers; null where none is given. ILLISIBLE is said in a sentence, and is
 * never a budget of nothing.
 */
export async function budgetDeDemande(db: Db, lue: DemandeChargee) {
  const fichier = dernierFichier(lue, 'BUDGET_PROJET')
  if (!fichier) return null
  const { nomFichier } = fichier
  if (ouvertureActuelle(fichier.analyse) === 'VERROUILLE') return { etat: 'VERROUILLE' as const, nomFichier }
  const lecture = lectureDeJson(fichier.budget)
  if (!lecture) return { etat: 'EN_ATTENTE' as const, nomFichier }
  if (!lecture.lisible) return { etat: 'ILLISIBLE' as const, nomFichier, motif: phraseSansLecture(lecture) }
  const { budget } = lecture
  const constats = constatsDits(budget, await attentesDeDemande(db, lue))
  return {
    etat: 'LU' as const,
    nomFichier,
    remarques: budget.remarques.map((remarque) => phraseRemarque(remarque, budget.feuille)),
    constats: constats.map(({ cle, gravite, cellule, message, aFaire }) => ({
      cle,
      gravite,
      cellule,
      message,
      aFaire,
    })),
  }
}
