import type { Agent } from '#domain/acces/droits'
import { type Constat, constater, type RefusConstat } from '#domain/dossier/constat'
import { droitDe, type Etat } from '#domain/dossier/etat'
import type { Result } from '#domain/result'
import { jourDeParis } from '#domain/temps/jour'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { cloreDemande } from '#infra/stores/complement/complement'
import { aConstater } from '#infra/stores/dossier/constat'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

/** Closes a dossier past its implicit rejection with what was said of it elsewhere, or the silence; no mail leaves. */
export const constaterDossier = (
  deps: DepsActe,
  agent: Agent,
  { constat, precision, ...vise }: Vise & { constat: Constat; precision: string },
): Promise<Result<Etat, RefusConstat>> =>
  agirSurDossier<Etat, RefusConstat>(deps, agent, {
    ...vise,
    droit: droitDe(constat),
    decider: async ({ tx, dossier, le }) =>
      constater(await aConstater(tx, dossier), constat, { now: le, today: jourDeParis(le) }),
    change: (etat) => ({ etat, rejetImpliciteLe: null }),
    ecrire: async ({ tx, dossier, value, le }) => {
      await cloreDemande(tx, dossier.id, jourDeParis(le))
      await writeJournal(tx, agent, {
        acte: constat,
        objet: 'dossier',
        objetId: dossier.id,
        detail: { avant: dossier.etat, apres: value, precision },
        le,
      })
    },
  })
