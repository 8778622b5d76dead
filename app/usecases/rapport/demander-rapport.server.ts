import { requireDroit, type Agent } from '#domain/acces/droits'
import { demander, nomDuFichier, type RapportVoulu, type RefusRapport } from '#domain/rapport/rapport'
import { ok, type Result } from '#domain/result'
import { jourDeParis } from '#domain/temps/jour'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { loadSeance } from '#infra/stores/seance/seance'
import { promettreRapport } from '#usecases/rapport/promettre-rapport'

export type Input = { type: string; campagneCode?: string | undefined; seanceId?: string | undefined }

/** Asks for a rapport: the row an officer sees at once, and the promise to build it. Throws NotFound for a campagne or a séance that is not there. */
export async function demanderRapport(
  { db, now }: Deps,
  agent: Agent,
  { type, campagneCode, seanceId }: Input,
): Promise<Result<{ id: string }, RefusRapport>> {
  requireDroit(agent, 'rapport.demander')
  const admis = demander(type, { campagneCode: campagneCode ?? null, seanceId: seanceId ?? null })
  if (!admis.ok) return admis
  const voulu = admis.value

  return db.$transaction(async (tx) => {
    const le = now()
    const campagne = await campagneDe(tx, voulu)
    if (voulu.type === 'budget') {
      const nomFichier = nomDuFichier(voulu.type, campagne?.code ?? null, jourDeParis(le))
      return ok(await promettreRapport(tx, agent, { type: voulu.type, nomFichier, le, campagne }))
    }
    const { jour } = await loadSeance(tx, voulu.seanceId)
    const nomFichier = nomDuFichier(voulu.type, jour, jourDeParis(le))
    const exportVoulu = { seanceId: voulu.seanceId }
    return ok(await promettreRapport(tx, agent, { type: voulu.type, nomFichier, le, campagne, exportVoulu }))
  })
}

async function campagneDe(tx: Tx, { campagneCode }: RapportVoulu): Promise<{ id: string; code: string } | null> {
  if (!campagneCode) return null
  const campagne = await tx.campagne.findUnique({ where: { code: campagneCode }, select: { id: true, code: true } })
  if (!campagne) throw new NotFound('campagne', campagneCode)
  return campagne
}
