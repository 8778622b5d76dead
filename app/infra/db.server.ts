import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient, type Prisma } from '#prisma'

export type Db = PrismaClient
export type Tx = Prisma.TransactionClient

/**
 * Prisma over node-postgres; `max` connections at most. The caller disconnects. The session is in UTC whatever the server's own
 * zone: the adapter writes and reads instants without their offset.
 */
export function makeDb(url: string, max = 10): Db {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max, options: '-c TimeZone=UTC' }),
    transactionOptions: { maxWait: 10_000, timeout: 30_000 },
  })
}
