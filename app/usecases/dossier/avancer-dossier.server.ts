import type { Agent } from '#domain/acces/droits'
import { droitDe, type Etat } from '#domain/dossier/etat'
import { type ActeInstruction, avancer, type RefusInstruction } from '#domain/dossier/instruction'
import type { Result } from '#domain/result'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { examinerDossier } from '#infra/stores/piece/completude'
import { situationDuDossier } from '#infra/stores/dossier/situation'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

/** What the three acts of the examination share: the state moves, and the journal keeps what was missing that day. */
export const avancerDossier = (
  deps: DepsActe,
  agent: Agent,
  { acte, ...vise }: Vise & { acte: ActeInstruction },
): Promise<Result<Etat, RefusInstruction>> =>
  agirSurDossier(deps, agent, {
    ...vise,
    droit: droitDe(acte),
    decider: async ({ tx, dossier, le }) => avancer(await situationDuDossier(tx, dossier, le), acte),
    change: (etat) => ({ etat }),
    ecrire: async ({ tx, dossier, value, le }) => {
      const { manquantes, nonConformes } = await examinerDossier(tx, dossier.id)
      await writeJournal(tx, agent, {
        acte,
        objet: 'dossier',
        objetId: dossier.id,
        detail: { avant: dossier.etat, apres: value, manquantes, nonConformes },
        le,
      })
    },
  })
