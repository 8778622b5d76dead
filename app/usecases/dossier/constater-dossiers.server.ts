import type { Agent } from '#domain/acces/droits'
import { type Constat, constater, CONSTATS_MAX, type RefusConstat } from '#domain/dossier/constat'
import type { Etat } from '#domain/dossier/etat'
import { no, ok, type Result } from '#domain/result'
import { jourDeParis } from '#domain/temps/jour'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { cloreDemande } from '#infra/stores/complement/complement'
import { aConstater } from '#infra/stores/dossier/constat'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

/** Why one dossier of a selection was left as it is. */
export type RefusDeLigne = RefusConstat | 'CHANGE_ENTRE_TEMPS' | 'INTROUVABLE'

export type Constats = { faits: string[]; refuses: { dossierId: string; raison: RefusDeLigne }[] }

/**
 * Closes the dossiers chosen with one constat and one reason: each in its own transaction, at the version that was on the screen, with its own
 * journal entry, and no mail. Those that cannot be are left, and said with why.
 */
export async function constaterDossiers(
  deps: Deps,
  agent: Agent,
  { constat, precision, vises }: { constat: Constat; precision: string; vises: readonly Vise[] },
): Promise<Result<Constats, 'AUCUN_DOSSIER' | 'TROP_DE_DOSSIERS'>> {
  if (vises.length === 0) return no('AUCUN_DOSSIER')
  if (vises.length > CONSTATS_MAX) return no('TROP_DE_DOSSIERS')
  const dits: Constats = { faits: [], refuses: [] }
  for (const vise of vises) {
    const raison = await constaterUn(deps, agent, { ...vise, constat, precision })
    if (raison === null) dits.faits.push(vise.dossierId)
    else dits.refuses.push({ dossierId: vise.dossierId, raison })
  }
  return ok(dits)
}

type AConstater = Vise & { constat: Constat; precision: string }

async function constaterUn(deps: Deps, agent: Agent, voulu: AConstater): Promise<RefusDeLigne | null> {
  try {
    const answer = await ecrireConstat(deps, agent, voulu)
    return answer.ok ? null : answer.reason
  } catch (error) {
    if (error instanceof Conflict) return 'CHANGE_ENTRE_TEMPS'
    if (error instanceof NotFound) return 'INTROUVABLE'
    throw error
  }
}

const ecrireConstat = (deps: Deps, agent: Agent, { constat, precision, ...vise }: AConstater) =>
  agirSurDossier<Etat, RefusConstat>(deps, agent, {
    ...vise,
    droit: 'dossier.decider',
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
