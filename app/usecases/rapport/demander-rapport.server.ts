import { requireDroit, type Agent } from '#domain/acces/droits'
import { demander, nomDuFichier, type RefusRapport } from '#domain/rapport/rapport'
import { ok, type Result } from '#domain/result'
import { jourDeParis } from '#domain/temps/jour'
import type { Deps } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { promettreRapport } from '#usecases/rapport/promettre-rapport'

export type Input = { type: string; campagneCode?: string }

/** Asks for a rapport: the row an officer sees at once, and the promise to build it. Throws NotFound for a campagne that is not there. */
export async function demanderRapport(
  { db, now }: Deps,
  agent: Agent,
  { type, campagneCode }: Input,
): Promise<Result<{ id: string }, RefusRapport>> {
  requireDroit(agent, 'rapport.demander')
  const admis = demander(type, campagneCode ?? null)
  if (!admis.ok) return admis

  return db.$transaction(async (tx) => {
    const campagne = campagneCode
      ? await tx.campagne.findUnique({ where: { code: campagneCode }, select: { id: true, code: true } })
      : null
    if (campagneCode && !campagne) throw new NotFound('campagne', campagneCode)

    const le = now()
    const nomFichier = nomDuFichier(admis.value, campagneCode ?? null, jourDeParis(le))
    return ok(await promettreRapport(tx, agent, { type: admis.value, nomFichier, le, campagne }))
  })
}
