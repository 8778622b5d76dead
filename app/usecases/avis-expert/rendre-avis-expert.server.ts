import { type AvisRendu, type RefusAvisRendu, rendreAvis } from '#domain/avis-expert/avis-expert'
import { no, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { attenteDEnvoi } from '#infra/stores/acces/limite-envoi'
import { avisDuJeton, expertDe } from '#infra/stores/avis-expert/avis-expert'

const RENDRE = 'avis d’expert'

type Reponse = AvisRendu & { jeton: string; version: number; ip: string }

/**
 * Who holds the link answers, or changes what they answered, until its last day. The token is the only right, asked again here; of two answers at once
 * the second is told so. Officers who follow the dossier are told. Throws NotFound where the link opens nothing.
 */
export async function rendreAvisExpert(
  { db, now }: Deps,
  { jeton, version, ip, ...saisie }: Reponse,
): Promise<Result<AvisRendu, RefusAvisRendu | 'CHANGE_DEPUIS' | 'TROP_D_ESSAIS'>> {
  const { id, dossierId } = await avisDuJeton(db, jeton, now())
  const answer = rendreAvis(saisie)
  if (!answer.ok) return answer
  const attente = await attenteDEnvoi({ db, now }, { quoi: RENDRE, courriel: id, ip })
  if (attente > 0) return no('TROP_D_ESSAIS', String(attente))
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM dossier WHERE id = ${dossierId}::uuid FOR SHARE`
    await tx.$queryRaw`SELECT id FROM avis_d_expert WHERE id = ${id}::uuid FOR UPDATE`
    const le = now()
    const avis = await avisDuJeton(tx, jeton, le)
    if (avis.version !== version) return no('CHANGE_DEPUIS')
    await tx.avisDExpert.update({
      where: { id },
      data: { ...answer.value, renduLe: le, version: { increment: 1 } },
      select: { id: true },
    })
    await writeJournal(tx, expertDe(avis), {
      ...{ acte: 'rendreAvisExpert', objet: 'dossier', objetId: avis.dossierId, le },
      detail: avis.confidentiel ? {} : { avis: answer.value.avis },
    })
    return answer
  })
}
