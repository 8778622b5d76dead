import { redirect } from '@remix-run/node'
import { LIBELLE_REFUS_CLASSEUR_DE_VERSEMENTS } from '#libelles/suite-accord/classeur-de-versements'
import { deposerVersements } from '#usecases/suite-accord/deposer-versements'
import { agentEnvoi, agentRemonte } from '#web/agent-route'
import { lireDePassage, LIMITES_DE_PASSAGE } from '#web/fichier-de-passage'

/** Takes the accountants’ file: its payments are shown as a lot, before any yes. */
export const action = agentEnvoi(
  { droit: 'versement.enregistrer', limites: { versements: LIMITES_DE_PASSAGE } },
  ({ agent, deps, recus, refuser }) =>
    lireDePassage({ deps, recus, refuser }, 'Choisissez le fichier des versements.', async (fichier) => {
      const answer = await deposerVersements(deps, agent, fichier)
      if (answer.ok) return redirect(`/dossiers/lots/${answer.value.lotId}`)
      return refuser(
        answer.reason === 'ILLISIBLE' ? (answer.detail ?? '') : LIBELLE_REFUS_CLASSEUR_DE_VERSEMENTS[answer.reason],
      )
    }),
)

export { agentRemonte as loader }
