import { Typography } from '@mui/material'
import { useLoaderData } from '@remix-run/react'
import { dossierDeLAdresse } from '#queries/adresse-dossier'
import { budgetDossier } from '#queries/budget-dossier'
import { BudgetDossier, BudgetIllisible } from '#ui/budget-dossier'
import { agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'

export const loader = agentLoader('piece.lire', async ({ params }) => {
  const { id, adresse } = await dossierDeLAdresse(deps.db, params.numero)
  return { adresse, lu: await budgetDossier(deps, id) }
})

export default function Budget() {
  const { adresse, lu } = useLoaderData<typeof loader>()
  if (!lu) return <Typography>Aucun budget de projet n’a été déposé. Il apparaîtra ici dès sa réception.</Typography>
  const { fichier, controle, montantDemandeCents } = lu
  const telechargement = `${adresse}/pieces/${fichier.id}/fichier?telecharger`
  if (!controle.lisible)
    return <BudgetIllisible motif={controle.motif} nom={fichier.nomFichier} vers={telechargement} />
  return (
    <BudgetDossier
      {...controle}
      montantDemandeCents={montantDemandeCents}
      nom={fichier.nomFichier}
      recueLe={fichier.recueLe}
      vers={telechargement}
    />
  )
}
