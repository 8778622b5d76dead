import { PHRASE_REFUS_LOT } from '#libelles/portail/lot'
import { LIBELLE_REFUS_ACCUSES } from '#libelles/seance/accuses'
import { deposerAccuses } from '#usecases/seance/deposer-accuses'
import { agentEnvoi, agentRemonte } from '#web/agent-route'

const LIMITES = { accuses: { octets: 20 * 1024 * 1024, fichiers: 1 } }

/** Looks at a file of acknowledgements of the préfecture: what each row would write is shown, and recorded by the page of séances after a yes. */
export const action = agentEnvoi(
  { droit: 'seance.voter', limites: LIMITES },
  async ({ agent, deps, recus, refuser }) => {
    if (!recus.ok) return refuser(PHRASE_REFUS_LOT[recus.reason]?.(recus.detail ?? '') ?? recus.reason)
    const [fichier] = recus.value.fichiers
    if (!fichier) return refuser('Choisissez le fichier des accusés de réception.')
    try {
      const answer = await deposerAccuses(deps, agent, { nom: fichier.nom, cle: fichier.cle })
      if (answer.ok) return { soumission: {}, apercu: answer.value }
      return refuser(answer.reason === 'ILLISIBLE' ? (answer.detail ?? '') : LIBELLE_REFUS_ACCUSES[answer.reason])
    } finally {
      await deps.storage.remove(fichier.cle)
    }
  },
)

export { agentRemonte as loader }
