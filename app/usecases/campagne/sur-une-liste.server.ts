import { type Agent, requireDroit } from '#domain/acces/droits'
import type { ActeJournal } from '#domain/journal/entree'
import { ok, type Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { campagneARegler } from '#infra/stores/campagne/version-exigences'
import type { Prisma } from '#prisma'

/** What a campagne offers its dossiers, one beside the other: its étiquettes, the fields of its service. `D` is what may be written of one. */
export type Liste<T, D> = {
  /** What the journal calls every act on it, and one of its elements. */
  acte: ActeJournal
  objet: string
  lire: (tx: Tx, campagneId: string) => Promise<T[]>
  /** Writes the element at this version, and gives how many there were. */
  ecrire: (tx: Tx, vise: { id: string; version: number }, data: D) => Promise<{ count: number }>
}

/** The list as it is while the campagne is held. */
export type Vue<T> = { tx: Tx; campagneId: string; tous: T[]; le: Date }

type Fait<R extends string> = Result<Prisma.InputJsonObject, R>

/**
 * One act on a list of a campagne: right, the campagne held, what is there, then the fact and the journal in one commit. `faire` gives what the
 * journal keeps. Throws NotFound, Forbidden.
 */
export function surLaListe<T, D, R extends string>(
  { db, now }: Deps,
  agent: Agent,
  { code, liste }: { code: string; liste: Liste<T, D> },
  faire: (vue: Vue<T>) => Promise<Fait<R>>,
): Promise<Result<undefined, R | 'CAMPAGNE_ARCHIVEE'>> {
  requireDroit(agent, 'campagne.regler')
  return db.$transaction(async (tx) => {
    const visee = await campagneARegler(tx, code)
    if (!visee.ok) return visee
    const campagneId = visee.value.id
    const le = now()
    const answer = await faire({ tx, campagneId, tous: await liste.lire(tx, campagneId), le })
    if (!answer.ok) return answer
    const detail = { code, ...answer.value }
    await writeJournal(tx, agent, { acte: liste.acte, objet: 'campagne', objetId: campagneId, detail, le })
    return ok()
  })
}

/** One element of a list, at the version that was seen. */
type Vise = { code: string; id: string; version: number }

/** What becomes of it, and what the journal keeps of that. */
export type Suite<D, R extends string> = Result<{ data: D; detail: Prisma.InputJsonObject }, R>

/** The same on one of its elements. Throws NotFound, Conflict, Forbidden. */
export const surUnElement = <T extends { id: string }, D, R extends string>(
  deps: Deps,
  agent: Agent,
  { code, id, version, liste }: Vise & { liste: Liste<T, D> },
  decider: (un: T, vue: Vue<T>) => Suite<D, R> | Promise<Suite<D, R>>,
): Promise<Result<undefined, R | 'CAMPAGNE_ARCHIVEE'>> =>
  surLaListe<T, D, R>(deps, agent, { code, liste }, async (vue) => {
    const un = vue.tous.find((autre) => autre.id === id)
    if (!un) throw new NotFound(liste.objet, id)
    const answer = await decider(un, vue)
    if (!answer.ok) return answer
    const { count } = await liste.ecrire(vue.tx, { id, version }, answer.value.data)
    if (count === 0) throw new Conflict(liste.objet, id)
    return ok(answer.value.detail)
  })
