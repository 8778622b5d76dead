import type { Demandeur } from '#domain/acces/acteur'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import { accepterAdhesion as accepter, type RefusReponse } from '#domain/ouverture-de-compte/reponse'
import { ok, type Result } from '#domain/result'
import { NotFound } from '#infra/errors'
import type { Deps } from '#infra/deps'
import { rattacher } from '#usecases/ouverture-de-compte/rattacher'
import { type OuvertureVisee, repondreOuverture } from '#usecases/ouverture-de-compte/repondre-ouverture'

/**
 * A représentant légal lets somebody join their structure, as an officer may: the same answer, kept and written the same. Throws NotFound for a request
 * that is not of a structure they may sign for, Conflict where somebody was first.
 */
export const accepterAdhesion = (
  deps: Deps,
  demandeur: Demandeur,
  { role, ...visee }: OuvertureVisee & { role: RoleMembre },
): Promise<Result<undefined, RefusReponse>> =>
  repondreOuverture(deps, demandeur, visee, async (tx, lue, { le, chez }) => {
    if (!chez) throw new NotFound('ouverture-de-compte', lue.id)
    const { structure, role: mien } = chez
    const deja = await tx.membreDeStructure.findFirst({
      where: { structureId: structure.id, demandeur: { courriel: lue.courriel } },
      select: { role: true },
    })
    const answer = accepter(lue.etat, { mien, sien: deja?.role ?? null, role })
    return answer.ok ? ok(await rattacher(tx, lue, { structure, role: answer.value, genre: null, le })) : answer
  })
