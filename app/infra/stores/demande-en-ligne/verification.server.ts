import type { Attentes } from '#domain/budget/constat'
import { lectureDeJson } from '#domain/budget/lecture/lecture-gardee'
import { totauxDe } from '#domain/budget/totaux'
import { montantDemandeDit } from '#domain/demande-en-ligne/reponses'
import { faitsDeDemande, participantsDits, projetDit, type SignalementDit, signalementsDits } from '#domain/demande-en-ligne/verification' // prettier-ignore
import { lireGenre } from '#domain/structure/genre'
import { jourDeParis } from '#domain/temps/jour'
import type { Db, Tx } from '#infra/db'
import { attentesDuReglement, voisinsDuBudget } from '#infra/stores/budget/contexte-budget'
import { reglementDe } from '#infra/stores/campagne/version-exigences'
import { type DemandeChargee, reponsesDe } from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { voisinsAuDepot } from '#infra/stores/dossier/recevabilite'

/** The file that would be read as the budget of this kind: the one given last, as on a dossier. */
export const dernierFichier = ({ pieces }: Pick<DemandeChargee, 'pieces'>, code: string) =>
  pieces.filter((une) => une.code === code).toSorted((a, b) => b.recueLe.getTime() - a.recueLe.getTime())[0] ?? null

/** What the rules of a budget compare with, as the answers and the files of a demande say it now. The budgets of others are not looked at. */
export async function attentesDeDemande(db: Db | Tx, lue: DemandeChargee): Promise<Required<Attentes>> {
  const { campagne, structure, structureId, dossierId } = lue
  const { reglages } = reglementDe(campagne)
  const reponses = reponsesDe(lue)
  const { dateDebut, dateFin } = projetDit(reponses)
  const lecture = lectureDeJson(dernierFichier(lue, 'BUDGET_STRUCTURE_N')?.budget)
  const totaux = lecture?.lisible ? totauxDe(lecture.budget) : null
  return {
    montantDemandeCents: montantDemandeDit(reponses),
    ...attentesDuReglement(reglages, campagne.annee),
    projet: {
      dispositif: campagne.dispositif,
      titre: reponses.objet ?? '',
      debut: dateDebut,
      fin: dateFin,
      participants: participantsDits(reponses),
    },
    structure: {
      nom: structure.nom,
      sigle: structure.sigle,
      siret: structure.siret,
      genre: lireGenre(structure.genre),
    },
    // Nobody has looked yet at the vote that is given with it.
    voteDuCa: lue.pieces.some(({ code }) => code === 'DELIBERATION'),
    voisins: await voisinsDuBudget(db, { id: dossierId, structureId, annee: campagne.annee }),
    // What others budget is the service's own.
    coutMedianCents: null,
    budgetStructure: totaux && { charges: totaux.charges, departement: totaux.departement },
  }
}

/** What the règlement would say of a demande, were it deposited now. */
export async function signalementsDeDemande(db: Db | Tx, lue: DemandeChargee, now: Date): Promise<SignalementDit[]> {
  const { campagne, campagneId, structure, structureId, dossierId, deposeeLe } = lue
  const { reglages, echeanceDepot } = reglementDe(campagne)
  const lecture = lectureDeJson(dernierFichier(lue, 'BUDGET_PROJET')?.budget)
  return signalementsDits(
    faitsDeDemande(reponsesDe(lue), {
      genre: lireGenre(structure.genre),
      siret: structure.siret,
      voisins: await voisinsAuDepot(db, { id: dossierId, structureId, campagneId }),
      reglages,
      // Opened again, it keeps the day of its deposit.
      aujourdhui: jourDeParis(deposeeLe ?? now),
      siretDuBudget: (lecture?.lisible && lecture.budget.identification.siret) || null,
      campagne: { annee: campagne.annee, echeanceDepot },
    }),
  )
}
