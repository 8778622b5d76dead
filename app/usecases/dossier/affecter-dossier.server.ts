import { type Agent, peutSuivre } from '#domain/acces/droits'
import { affecter, type RefusAffectation } from '#domain/dossier/instruction'
import { ok, type Result } from '#domain/result'
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
      const suivi = agentId === null ? null : await tx.agent.findUnique({ where: { id: agentId } })
      const answer = affecter(dossier, { agentId, message }, suivi !== null && peutSuivre(suivi))
      return answer.ok ? ok(suivi && { id: suivi.id, nom: `${suivi.prenom} ${suivi.nom}` }) : answer
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
      const note = { sujet: { dossierId: dossier.id }, texte }
      const ecrite = await ecrireNote({ db: enTransaction(tx), now: () => le }, agent, note)
      // A word that fits the message fits the note: were it not so, neither is kept, rather than the dossier without the word.
      if (!ecrite.ok) throw new Error(`the message is no note: ${ecrite.reason}`)
    },
  })
