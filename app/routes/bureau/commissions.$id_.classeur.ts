import { redirect } from '@remix-run/node'
import { LIBELLE_REFUS_CLASSEUR } from '#libelles/seance/refus'
import { classeurDeSeance } from '#queries/seance/classeur-seance'
import { deposerVotes } from '#usecases/seance/deposer-votes'
import { agentEnvoi, agentLoader } from '#web/agent-route'
import { sendTableau } from '#web/downloads'
import { lireDePassage, LIMITES_DE_PASSAGE } from '#web/fichier-de-passage'
import { uuid } from '#web/params'

/** The list of a séance, as a workbook to write its votes in. */
export const loader = agentLoader(
  { droit: 'seance.lire', params: { id: uuid('seance') } },
  async ({ deps, params: { id } }) => {
    const { nom, contenu } = await classeurDeSeance(deps.db, id)
    return sendTableau(nom, contenu)
  },
)

/** Takes back the workbook of a séance: its votes are shown as a lot, before any yes. */
export const action = agentEnvoi(
  { droit: 'seance.voter', params: { id: uuid('seance') }, limites: { classeur: LIMITES_DE_PASSAGE } },
  ({ agent, deps, params: { id }, recus, refuser }) =>
    lireDePassage({ deps, recus, refuser }, 'Choisissez le classeur des votes.', async (fichier) => {
      const answer = await deposerVotes(deps, agent, { seanceId: id, ...fichier })
      if (answer.ok) return redirect(`/dossiers/lots/${answer.value.lotId}`)
      return refuser(answer.reason === 'ILLISIBLE' ? (answer.detail ?? '') : LIBELLE_REFUS_CLASSEUR[answer.reason])
    }),
)
