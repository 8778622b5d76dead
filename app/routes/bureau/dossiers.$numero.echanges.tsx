import { useLoaderData } from '@remix-run/react'
import { hasDroit } from '#domain/acces/droits'
import { filCourriels } from '#queries/courriel/fil-courriels'
import { formulaireMessage } from '#queries/courriel/message-libre'
import { FilCourriels } from '#ui/courriel/fil-courriels'
import { MessageForm } from '#ui/courriel/message-form'
import { agentLoader } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'

export const loader = agentLoader(
  { droit: 'courriel.lire', params: { dossier: dossierDuNumero } },
  async ({ agent, deps, params }) => {
    const dossierId = params.dossier.id
    const [fil, message] = await Promise.all([
      filCourriels(deps.db, { dossierId }),
      formulaireMessage(deps.db, { dossierId }),
    ])
    return {
      dossierId,
      fil,
      message: { ...message, jeton: crypto.randomUUID() },
      peut: { ecrire: hasDroit(agent, 'courriel.ecrire'), relancer: hasDroit(agent, 'courriel.relancer') },
    }
  },
)

/** The thread of the dossier, both ways, and a message to add to it. */
export default function Echanges() {
  const { dossierId, fil, message, peut } = useLoaderData<typeof loader>()
  return (
    <>
      <FilCourriels
        fil={fil}
        peut={peut}
        vide="Aucun courriel n’a encore été échangé sur ce dossier. Ils apparaîtront ici dès leur envoi ou leur réception."
      />
      {peut.ecrire && <MessageForm key={message.fil} {...message} sujet={{ dossierId }} />}
    </>
  )
}
