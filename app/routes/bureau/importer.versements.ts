import { redirect } from '@remix-run/node'
import { PHRASE_REFUS_LOT } from '#libelles/portail/lot'
import { LIBELLE_REFUS_CLASSEUR_DE_VERSEMENTS } from '#libelles/suite-accord/classeur-de-versements'
import { deposerVersements } from '#usecases/suite-accord/deposer-versements'
import { agentEnvoi, agentRemonte } from '#web/agent-route'

const LIMITES = { versements: { octets: 20 * 1024 * 1024, fichiers: 1 } }

/** Takes the accountants’ file: its payments are shown as a lot, before any yes. */
export const action = agentEnvoi(
  { droit: 'versement.enregistrer', limites: LIMITES },
  async ({ agent, deps, recus, refuser }) => {
    if (!recus.ok) return refuser(PHRASE_REFUS_LOT[recus.reason]?.(recus.detail ?? '') ?? recus.reason)
    const [fichier] = recus.value.fichiers
    if (!fichier) return refuser('Choisissez le fichier des versements.')
    try {
      const answer = await deposerVersements(deps, agent, { nom: fichier.nom, cle: fichier.cle })
      if (answer.ok) return redirect(`/dossiers/lots/${answer.value.lotId}`)
      return refuser(
        answer.reason === 'ILLISIBLE' ? (answer.detail ?? '') : LIBELLE_REFUS_CLASSEUR_DE_VERSEMENTS[answer.reason],
      )
    } finally {
      await deps.storage.remove(fichier.cle)
    }
  },
)

export { agentRemonte as loader }
