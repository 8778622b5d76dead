import type { Demandeur } from '#domain/acces/acteur'
import { montantDemandeDit } from '#domain/demande-en-ligne/reponses'
import { LIGNE_DU_DEPARTEMENT } from '#domain/budget/plan'
import { formatSiret } from '#domain/structure/identifiants'
import { ecrireBudgetARemplir } from '#fichiers/classeur/budget-a-remplir'
import type { Db } from '#infra/db'
import { demandeDuMembre, reponsesDe } from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { NOM_DU_BUDGET_A_REMPLIR } from '#libelles/budget/budget-a-remplir'

/** The budget of a demande as a workbook to fill in, with what the form already says of it. Throws NotFound for a demande that is not theirs. */
export async function budgetARemplir(db: Db, demandeur: Demandeur, id: string) {
  const lue = await demandeDuMembre(db, demandeur.id, id)
  const reponses = reponsesDe(lue)
  const { dateDebut = '', dateFin = '' } = reponses
  const montant = montantDemandeDit(reponses)
  const identite = {
    structure: lue.structure.nom,
    siret: lue.structure.siret ? formatSiret(lue.structure.siret) : '',
    titre: reponses.objet ?? '',
    periode: dateDebut && dateFin ? `du ${dateDebut} au ${dateFin}` : '',
    exercice: lue.campagne.annee,
  }
  const contenu = await ecrireBudgetARemplir(identite, (_, ligne) =>
    ligne.code === LIGNE_DU_DEPARTEMENT.code ? montant : null,
  )
  return { nom: NOM_DU_BUDGET_A_REMPLIR, contenu }
}
