import { conventionASigner } from '#queries/suite-accord/convention-a-signer'
import { agentLoader } from '#web/agent-route'
import { sendPapier } from '#web/downloads'
import { dossierDuNumero } from '#web/params'

/** The convention of a grant, shown in the page to be read again, printed and signed. */
export const loader = agentLoader(
  { droit: 'dossier.lire', params: { dossier: dossierDuNumero } },
  async ({ agent, deps, params: { dossier } }) =>
    sendPapier(await conventionASigner(deps, agent, dossier.id), `convention-${dossier.nom}.pdf`),
)
