import { redirect } from '@remix-run/node'
import { PHRASE_REFUS_LOT } from '#libelles/portail/lot'
import { LIBELLE_REFUS_CLASSEUR } from '#libelles/seance/refus'
import { classeurDeSeance } from '#queries/seance/classeur-seance'
import { deposerVotes } from '#usecases/seance/deposer-votes'
import { agentEnvoi, agentLoader } from '#web/agent-route'
import { sendTableau } from '#web/downloads'
import { uuid } from '#web/params'

/** The list of a séance, as a workbook to write its votes in. */
export const loader = agentLoader(
  { droit: 'seance.lire', params: { id: uuid('seance') } },
  async ({ deps, params: { id } }) => {
    const { nom, contenu } = await classeurDeSeance(deps.db, id)
    return sendTableau(nom, contenu)
  },
)

const LIMITES = { classeur: { octets: 20 * 1024 * 1024, fichiers: 1 } }

/** Takes back the workbook of a séance: its votes are shown as a lot, before any yes. */
export const action = agentEnvoi(
  { droit: 'seance.voter', params: { id: uuid('seance') }, limites: LIMITES },
  async ({ agent, deps, params: { id }, recus, refuser }) => {
    if (!recus.ok) return refuser(PHRASE_REFUS_LOT[recus.reason]?.(recus.detail ?? '') ?? recus.reason)
    const [fichier] = recus.value.fichiers
    if (!fichier) return refuser('Choisissez le classeur des votes.')
    try {
      const answer = await deposerVotes(deps, agent, { seanceId: id, nom: fichier.nom, cle: fichier.cle })
      if (answer.ok) return redirect(`/dossiers/lots/${answer.value.lotId}`)
      return refuser(answer.reason === 'ILLISIBLE' ? (answer.detail ?? '') : LIBELLE_REFUS_CLASSEUR[answer.reason])
    } finally {
      await deps.storage.remove(fichier.cle)
    }
  },
)
