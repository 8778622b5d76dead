import { type Agent, hasDroit } from '#domain/acces/droits'
import { estDecide } from '#domain/dossier/etat'
import { MESSAGE_AFFECTATION_MAX, type RefusAffectation } from '#domain/dossier/instruction'
import { no, ok, type Result } from '#domain/result'
import { type DepsActe, enTransaction } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'
import { ecrireNote } from '#usecases/note/ecrire-note'

type Suivi = { id: string; nom: string } | null

/**
 * Gives the dossier to the agent who follows it, or to nobody (`agentId` null). Only somebody who may instruct can follow. A message, where there
 * is one, becomes a note of the dossier that names them: they find it on their first page.
 */
export const affecterDossier = (
  deps: DepsActe,
  agent: Agent,
  { agentId, message, ...vise }: Vise & { agentId: string | null; message: string },
): Promise<Result<Suivi, RefusAffectation>> =>
  agirSurDossier<Suivi, RefusAffectation>(deps, agent, {
    ...vise,
    droit: 'dossier.affecter',
    decider: async ({ tx, dossier }) => {
      if (estDecide(dossier.etat)) return no('DECISION_DEJA_PRISE')
      if (dossier.agentId === agentId) return no('DEJA_AFFECTE')
      if (message.length > MESSAGE_AFFECTATION_MAX) return no('MESSAGE_TROP_LONG')
      if (agentId === null) return ok(null)
      const suivi = await tx.agent.findUnique({ where: { id: agentId } })
      if (!suivi?.actif || !hasDroit(suivi, 'dossier.instruire')) return no('AGENT_INCONNU')
      return ok({ id: suivi.id, nom: `${suivi.prenom} ${suivi.nom}` })
    },
    change: (suivi) => ({ agentId: suivi?.id ?? null }),
    ecrire: async ({ tx, dossier, value, le }) => {
      const avant = dossier.agentId ? await tx.agent.findUnique({ where: { id: dossier.agentId } }) : null
      await writeJournal(tx, agent, {
        acte: 'affecter',
        objet: 'dossier',
        objetId: dossier.id,
        detail: { avant: avant ? `${avant.prenom} ${avant.nom}` : null, apres: value?.nom ?? null },
        le,
      })
      const mots = message.trim()
      if (mots === '') return
      const texte = value ? `@${value.nom} ${mots}` : mots
      await ecrireNote({ db: enTransaction(tx), now: () => le }, agent, { sujet: { dossierId: dossier.id }, texte })
    },
  })
