import { budgetARemplir } from '#queries/extranet/budget-a-remplir'
import { demandeurLoader, uuid } from '#web/demandeur-route'
import { sendTableau } from '#web/downloads'

/** The budget of a demande as a workbook to fill in, with what the form already says. */
export const loader = demandeurLoader(
  { params: { id: uuid('demande-en-ligne') } },
  async ({ deps, demandeur, params }) => {
    const { nom, contenu } = await budgetARemplir(deps.db, demandeur, params.id)
    return sendTableau(nom, contenu)
  },
)
