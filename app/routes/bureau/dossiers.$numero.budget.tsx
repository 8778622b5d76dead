import { Typography } from '@mui/material'
import { useLoaderData } from '@remix-run/react'
import { hasDroit } from '#domain/acces/droits'
import { budgetDossier } from '#queries/budget/budget-dossier'
import { elementsRetenus } from '#queries/complement/elements-retenus'
import { BudgetDossier, BudgetEnAttente, BudgetIllisible } from '#ui/budget/budget-dossier'
import { agentLoader } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'

export const loader = agentLoader(
  { droit: 'piece.lire', params: { dossier: dossierDuNumero } },
  async ({ agent, deps, params }) => {
    const { id, adresse } = params.dossier
    const [lu, retenus] = await Promise.all([budgetDossier(deps, id), elementsRetenus(deps.db, id)])
    return { adresse, lu, retenus: retenus.map(({ cle }) => cle), peut: hasDroit(agent, 'dossier.instruire') }
  },
)

export default function Budget() {
  const { adresse, lu, retenus, peut } = useLoaderData<typeof loader>()
  if (!lu) return <Typography>Aucun budget de projet n’a été déposé. Il apparaîtra ici dès sa réception.</Typography>
  const { id, nomFichier: nom, recueLe } = lu.fichier
  const vers = `${adresse}/pieces/${id}/fichier?telecharger`
  if (lu.etat === 'EN_ATTENTE') return <BudgetEnAttente nom={nom} vers={vers} />
  if (lu.etat === 'ILLISIBLE') return <BudgetIllisible motif={lu.motif} nom={nom} vers={vers} />
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
    />
  )
}
