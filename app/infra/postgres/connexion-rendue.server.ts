import { PrismaPg } from '@prisma/adapter-pg'

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>
type Transaction = Awaited<ReturnType<Adapter['startTransaction']>>

/** The last word of a transaction, as Prisma says it. */
const DERNIERS = new Set(['COMMIT', 'ROLLBACK'])

/**
 * Prisma's own adapter gives back the connection of a transaction once its COMMIT or its ROLLBACK was heard. When the server refuses it, or has
 * gone, the connection would be missing from the pool for as long as the process lives: a few restarts of Postgres take them all, and a pool that
 * waits for one to come back never closes. Here it is given back in that case too; the pool drops it when it is dead.
 */
export class PrismaQuiRend extends PrismaPg {
  override async connect(): Promise<Adapter> {
    const adapter = await super.connect()
    const commencer = adapter.startTransaction.bind(adapter)
    return Object.assign(adapter, {
      startTransaction: async (isolation?: Parameters<typeof commencer>[0]) => rendue(await commencer(isolation)),
    })
  }
}

function rendue(tx: Transaction): Transaction {
  const executer = tx.executeRaw.bind(tx)
  return Object.assign(tx, {
    executeRaw: async (requete: Parameters<typeof executer>[0]) => {
      try {
        return await executer(requete)
      } catch (error) {
        // Says nothing to the server: it only lets go of the connection.
        if (DERNIERS.has(requete.sql)) await tx.rollback()
        throw error
      }
    },
  })
}
