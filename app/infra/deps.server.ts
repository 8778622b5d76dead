import type { Rythme } from '#domain/courriel/suspension'
import type { Antivirus } from '#infra/antivirus'
import type { Db, Tx } from '#infra/db'
import type { Storage } from '#infra/storage'

/** What an act is done with: the database, and the clock that says when. A process builds it once; a test, its own. */
export type Deps = { db: Db; now: () => Date }

/** What an act opens its transaction with: a database, or a transaction already open that it then is a part of. */
export type Transactions = { $transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T> }

/** For an act that reads and writes in its own transaction only, and can so be done as a part of another. */
export type DepsActe = { db: Transactions; now: () => Date }

/** An act done with these is a part of the transaction: kept or taken back with it. */
export const enTransaction = (tx: Tx): Transactions => ({ $transaction: (work) => work(tx) })

/** For what sends mails: how its tries follow one another. */
export type DepsEnvoi = Deps & { rythme: Rythme }

/** For what also reads or writes files. */
export type DepsFichiers = Deps & { storage: Storage }

/** For what reads rows in one transaction, all in one state, and files beside. */
export type DepsLecteur = Omit<DepsFichiers, 'db'> & { tx: Tx }

/** For what also asks the antivirus; null where none is set. */
export type DepsAntivirus = DepsFichiers & { antivirus: Antivirus | null }

/** For what also reads received mail. */
export type DepsLecture = DepsFichiers & {
  /** Told what broke a reader, which the officer only sees as a sentence. */
  signaler?: (err: unknown) => void
}
