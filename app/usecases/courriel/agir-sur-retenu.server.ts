import { type Agent, requireDroit } from '#domain/acces/droits'
import type { ActeJournal } from '#domain/journal/entree'
import type { Result } from '#domain/result'
import { sujetDuCourriel } from '#infra/courriels'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import type { Prisma } from '#prisma'
import type { Vise } from '#usecases/courriel/agir-sur-courriel'

type Retenu = Prisma.CourrielGetPayload<object>

type Acte<T, R extends string> = Vise & {
  acte: ActeJournal
  verifier: (courriel: Retenu) => Result<T, R>
  change: (value: T) => Prisma.CourrielUncheckedUpdateManyInput
  ensuite: (tx: Tx, courriel: Retenu, le: Date) => Promise<unknown>
}

/**
 * One act on a courriel that the gate holds: right, rule, the version the officer saw, then the row claimed and the journal told, with the
 * reason it was held for, in one commit. Throws NotFound, Conflict.
 */
export async function agirSurRetenu<T, R extends string>(
  { db, now }: Deps,
  agent: Agent,
  { courrielId, version, acte, verifier, change, ensuite }: Acte<T, R>,
): Promise<Result<T, R>> {
  requireDroit(agent, 'courriel.ecrire')

  return db.$transaction(async (tx) => {
    const courriel = await tx.courriel.findUnique({ where: { id: courrielId } })
    if (!courriel) throw new NotFound('courriel', courrielId)
    const permis = verifier(courriel)
    if (!permis.ok) return permis
    const { count } = await tx.courriel.updateMany({
      where: { id: courrielId, version, etat: 'RETENU' },
      data: { ...change(permis.value), motifRetenue: null, version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict('courriel', courrielId)
    const le = now()
    await ensuite(tx, courriel, le)
    const { detail, ...objet } = await sujetDuCourriel(tx, courrielId)
    await writeJournal(tx, agent, { acte, ...objet, detail: { ...detail, retenue: courriel.motifRetenue }, le })
    return permis
  })
}
