import { type Agent, requireDroit } from '#domain/acces/droits'
import { type RefusRetouche, retoucher } from '#domain/courriel/depart'
import type { ActeJournal } from '#domain/journal/entree'
import { no, ok, type Result } from '#domain/result'
import { retirerPromesse, sujetDuCourriel } from '#infra/courriels'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import type { Prisma } from '#prisma'

/** Which courriel, and the version of it the officer's page was made from. */
export type Vise = { courrielId: string; version: number }

type Lu = { id: string; cleUnique: string; modele: string; preProjetId: string | null }

type Acte<R extends string> = Vise & {
  acte: ActeJournal
  /** Another reason to refuse than the courriel itself. */
  verifier?: (le: Date) => Result<unknown, R>
  change: Prisma.CourrielUncheckedUpdateManyInput
  /** What the act does once the old promise is taken away. */
  ensuite?: (tx: Tx, lu: Lu & { le: Date }) => Promise<unknown>
  detail?: Prisma.InputJsonObject
}

/**
 * One act on a courriel that waits for its hour: right, rule, the version the officer saw, then the promise is taken away, the row
 * claimed and the journal told in one commit. When the relay carried the promise first, the mail is on its way and nothing changes.
 * Throws NotFound, Conflict.
 */
export async function agirSurCourriel<R extends string = never>(
  { db, now }: Deps,
  agent: Agent,
  { courrielId, version, acte, verifier, change, ensuite, detail }: Acte<R>,
): Promise<Result<undefined, RefusRetouche | R>> {
  requireDroit(agent, 'courriel.ecrire')

  return db.$transaction(async (tx) => {
    const courriel = await tx.courriel.findUnique({ where: { id: courrielId } })
    if (!courriel) throw new NotFound('courriel', courrielId)
    const le = now()
    const permis = retoucher(courriel)
    if (!permis.ok) return permis
    const verifie = verifier?.(le)
    if (verifie && !verifie.ok) return verifie
    if (courriel.version !== version) throw new Conflict('courriel', courrielId)
    if (!(await retirerPromesse(tx, courrielId))) return no('COURRIEL_DEJA_PARTI')

    const { count } = await tx.courriel.updateMany({
      where: { id: courrielId, version, etat: 'A_ENVOYER', tentatives: 0 },
      data: { ...change, version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict('courriel', courrielId)
    await ensuite?.(tx, { ...courriel, le })
    const sujet = await sujetDuCourriel(tx, courrielId)
    await writeJournal(tx, agent, { acte, ...sujet, detail: { ...sujet.detail, ...detail }, le })
    return ok()
  })
}
