import { type Agent, requireDroit } from '#domain/acces/droits'
import { type Grille, type RefusGrille, verifierGrille } from '#domain/pre-projet/grille'
import { ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { Conflict } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { campagneARegler } from '#infra/stores/campagne/version-exigences'

type Input = {
  /** Of the campagne. */
  code: string
  version: number
  grille: Grille
}

/**
 * Sets the questions of a campagne, their paragraphs and their order. Answers already given keep the question they answered. Throws
 * NotFound, Conflict, Forbidden.
 */
export async function reglerGrille(
  { db, now }: Deps,
  agent: Agent,
  { code, version, grille }: Input,
): Promise<Result<undefined, RefusGrille | 'CAMPAGNE_ARCHIVEE'>> {
  requireDroit(agent, 'campagne.regler')
  const permise = verifierGrille(grille)
  if (!permise.ok) return permise

  return db.$transaction(async (tx) => {
    const visee = await campagneARegler(tx, code)
    if (!visee.ok) return visee
    const campagne = visee.value
    const { count } = await tx.campagne.updateMany({
      where: { id: campagne.id, version },
      data: { grille, version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict('campagne', campagne.id)
    const actives = grille.filter(({ actif }) => actif).length
    const detail = { code, questions: grille.length, actives }
    await writeJournal(tx, agent, { acte: 'reglerGrille', objet: 'campagne', objetId: campagne.id, detail, le: now() })
    return ok()
  })
}
