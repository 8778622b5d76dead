import { requireDroit, type Agent } from '#domain/acces/droits'
import { droitDuRapport, isTypeExport } from '#domain/rapport/export'
import { isTypeRapport, nomDuMemeFichier, type RefusRapport } from '#domain/rapport/rapport'
import { no, ok, type Result } from '#domain/result'
import { jourDeParis } from '#domain/temps/jour'
import type { Deps } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { promettreRapport } from '#usecases/rapport/promettre-rapport'

/**
 * Asks again for a rapport that failed, of the same campagne, séance, list or entries: another row, and the promise to build it; the one that failed
 * keeps why. Gives the new one. PAS_EN_ECHEC: there is nothing to ask again for. Throws Forbidden for what this agent may not read, NotFound.
 */
export async function redemanderRapport(
  { db, now }: Deps,
  agent: Agent,
  id: string,
): Promise<Result<{ id: string }, RefusRapport>> {
  requireDroit(agent, 'rapport.demander')
  return db.$transaction(async (tx) => {
    const rapport = await tx.rapport.findUnique({
      where: { id },
      select: {
        ...{ type: true, etat: true, nomFichier: true, exportVoulu: true },
        campagne: { select: { id: true, code: true } },
      },
    })
    if (!rapport) throw new NotFound('rapport', id)
    const { type, etat, campagne, exportVoulu } = rapport
    requireDroit(agent, droitDuRapport(type))
    if (!isTypeRapport(type) && !isTypeExport(type)) return no('TYPE_INCONNU')
    if (etat !== 'ECHEC') return no('PAS_EN_ECHEC')
    const le = now()
    const nomFichier = nomDuMemeFichier(rapport.nomFichier, jourDeParis(le))
    const meme = { type, nomFichier, le, campagne, ...(exportVoulu !== null && { exportVoulu }) }
    return ok(await promettreRapport(tx, agent, meme))
  })
}
