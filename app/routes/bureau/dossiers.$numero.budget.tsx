import { Typography } from '@mui/material'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { hasDroit } from '#domain/acces/droits'
import { LIBELLE_REFUS_BUDGET } from '#libelles/budget/choix-budget'
import { budgetDossier } from '#queries/budget/budget-dossier'
import { elementsRetenus } from '#queries/complement/elements-retenus'
import { BudgetDossier, BudgetEnAttente, BudgetIllisible } from '#ui/budget/budget-dossier'
import { choisirBudget } from '#usecases/budget/choisir-budget'
import { agentAction, agentLoader } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'

export const loader = agentLoader(
  { droit: 'piece.lire', params: { dossier: dossierDuNumero } },
  async ({ agent, deps, params }) => {
    const { id, adresse } = params.dossier
    const [lu, retenus] = await Promise.all([budgetDossier(deps, id), elementsRetenus(deps.db, id)])
    return { adresse, lu, retenus: retenus.map(({ cle }) => cle), peut: hasDroit(agent, 'dossier.instruire') }
  },
)

/** The budget of the project among those of a workbook. */
const ChoixForm = z.object({
  versionId: z.uuid(),
  choisie: z
    .string()
    .max(100)
    .transform((nom) => nom || null),
  feuille: z.string().min(1, 'Choisissez un budget.').max(100),
})

export const action = agentAction(
  { params: { dossier: dossierDuNumero }, form: ChoixForm },
  async ({ agent, deps, params, form, refuser }) => {
    const answer = await choisirBudget(deps, agent, { dossierId: params.dossier.id, ...form })
    return answer.ok ? {} : refuser(LIBELLE_REFUS_BUDGET[answer.reason])
  },
)

export default function Budget() {
  const { adresse, lu, retenus, peut } = useLoaderData<typeof loader>()
  if (!lu) return <Typography>Aucun budget de projet n’a été déposé. Il apparaîtra ici dès sa réception.</Typography>
  const { id, nomFichier: nom, recueLe } = lu.fichier
  const vers = `${adresse}/pieces/${id}/fichier?telecharger`
  if (lu.etat === 'EN_ATTENTE') return <BudgetEnAttente nom={nom} vers={vers} />
  const choix =
    peut && lu.choix ? { ...lu.choix, versionId: id, lue: lu.etat === 'LU' ? lu.budget.feuille : null } : null
  if (lu.etat === 'ILLISIBLE') return <BudgetIllisible motif={lu.motif} nom={nom} vers={vers} choix={choix} />
  return (
    <BudgetDossier
      budget={lu.budget}
      constats={lu.constats}
      chiffres={lu.chiffres}
      comparaison={lu.comparaison}
      nom={nom}
      recueLe={recueLe}
      vers={vers}
      retenir={peut ? { adresse, retenus } : null}
      choix={choix}
    />
  )
}
