import { NOM_DU_BUDGET_A_REMPLIR } from '#libelles/budget/budget-a-remplir'
import { adresseDuBudget } from '#libelles/demande-en-ligne/verification'

/** The workbook of the budget of this demande, to be filled in and given back here. */
export const ModeleDeBudget = ({ id }: { id: string }) => (
  <p>
    Partez de ce classeur{'\u00a0'}: il porte déjà votre structure, l’intitulé du projet et le montant demandé, tels que
    l’étape «{'\u00a0'}Votre projet{'\u00a0'}» les dit maintenant. Remplissez les cellules colorées, enregistrez-le,
    puis choisissez-le ici.{' '}
    <a href={adresseDuBudget(id)} download={NOM_DU_BUDGET_A_REMPLIR}>
      Télécharger {NOM_DU_BUDGET_A_REMPLIR}
    </a>
  </p>
)
