import { LIBELLE_REFUS_ACCUSES } from '#libelles/seance/accuses'
import { deposerAccuses } from '#usecases/seance/deposer-accuses'
import { agentEnvoi, agentRemonte } from '#web/agent-route'
import { lireDePassage, LIMITES_DE_PASSAGE } from '#web/fichier-de-passage'

/** Looks at a file of acknowledgements of the préfecture: what each row would write is shown, and recorded by the page of séances after a yes. */
export const action = agentEnvoi(
  { droit: 'seance.voter', limites: { accuses: LIMITES_DE_PASSAGE } },
  ({ agent, deps, recus, refuser }) =>
    lireDePassage({ deps, recus, refuser }, 'Choisissez le fichier des accusés de réception.', async (fichier) => {
      const answer = await deposerAccuses(deps, agent, fichier)
      if (answer.ok) return { soumission: {}, apercu: answer.value }
      return refuser(answer.reason === 'ILLISIBLE' ? (answer.detail ?? '') : LIBELLE_REFUS_ACCUSES[answer.reason])
    }),
)

export { agentRemonte as loader }
