import type { Demandeur } from '#domain/acces/acteur'
import type { Agent } from '#domain/acces/droits'
import { type RefusCompteDemandeur, oterSecondFacteur as oter } from '#domain/demandeur/compte'
import type { RefusSecondFacteur } from '#domain/demandeur/second-facteur'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { limiteDesCodes, prendreCode } from '#infra/stores/demandeur/second-facteur'
import { agirSurDemandeur, type DemandeurVise } from '#usecases/demandeur/agir-sur-demandeur'
import { motDePasseDe } from '#usecases/demandeur/se-connecter'

/**
 * A demandeur turns their second factor off: their password and a code, as at a sign-in, and as many tries. `detail` of TROP_D_ESSAIS is the seconds to
 * wait.
 */
export async function retirerSecondFacteur(
  { db, now }: Deps,
  demandeur: Demandeur,
  { motDePasse, code, ip }: { motDePasse: string; code: string; ip: string },
): Promise<Result<undefined, RefusSecondFacteur>> {
  const { id: demandeurId, courriel } = demandeur
  const reconnu = await motDePasseDe({ db, now }, { courriel, motDePasse, ip })
  if (!reconnu.ok) return reconnu
  const le = now()
  const limite = limiteDesCodes(db, demandeurId, le)
  const attente = await limite.prendre()
  if (attente > 0) return no('TROP_D_ESSAIS', String(attente))
  const retire = await db.$transaction(async (tx) => {
    if ((await prendreCode(tx, { demandeurId, saisi: code, now: le })) === null) return false
    await tx.secondFacteur.deleteMany({ where: { demandeurId } })
    await writeJournal(tx, demandeur, {
      ...{ acte: 'retirerSecondFacteur', objet: 'demandeur', objetId: demandeurId, le },
    })
    return true
  })
  if (!retire) return no('CODE_INCORRECT')
  await limite.oublier()
  return ok()
}

/** An officer takes off the second factor of somebody who lost their telephone and their codes. Throws Forbidden, NotFound, Conflict. */
export const oterSecondFacteur = (
  deps: Deps,
  agent: Agent,
  vise: DemandeurVise,
): Promise<Result<true, RefusCompteDemandeur>> =>
  agirSurDemandeur(deps, agent, {
    ...vise,
    acte: 'oterSecondFacteur',
    decider: oter,
    change: {},
    ensuite: async (tx, demandeurId) => {
      await tx.secondFacteur.deleteMany({ where: { demandeurId } })
      await tx.etapeDeConnexion.deleteMany({ where: { demandeurId } })
    },
  })
