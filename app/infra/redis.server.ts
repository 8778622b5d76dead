import { Cluster, Redis, type RedisOptions } from 'ioredis'

/** What a connection is for: a producer is told at once that Redis is away, a worker waits for it to come back. */
export type Usage = 'producer' | 'worker'

const OPTIONS = {
  producer: { maxRetriesPerRequest: 1, connectTimeout: 2_000, commandTimeout: 5_000, enableOfflineQueue: true },
  worker: { maxRetriesPerRequest: null, connectTimeout: 5_000 },
} as const satisfies Record<Usage, RedisOptions>

/** Tries again for ever, every two seconds at most: what is lost meanwhile is told to the one who asked. */
const retryStrategy = (times: number) => Math.min(times * 100, 2_000)

type Address = { host: string; port: number }

function addressesOf(hosts: string, defaultPort: number): Address[] {
  return hosts.split(',').map((address) => {
    const { hostname, port } = new URL(`redis://${address}`)
    return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || defaultPort) }
  })
}

/** The parts of `redis[s]+sentinel://user:pass@h1,h2/master/db` that the URL parser, which knows one host, cannot give. */
function partsOf(url: string) {
  const [, tls, kind, user, password, hosts = '', path = ''] =
    /^redis(s?)\+(sentinel|cluster):\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([^/?]+)\/?([^?]*)/.exec(url) ?? []
  const [master, db] = path.split('/')
  return {
    kind,
    hosts,
    master,
    redisOptions: {
      ...(user && { username: decodeURIComponent(user) }),
      ...(password && { password: decodeURIComponent(password) }),
      ...(tls && { tls: {} }),
      ...(db && { db: Number(db) }),
    } satisfies RedisOptions,
  }
}

/**
 * Opens a connection to the address of REDIS_URL, without waiting for it:
 * `redis://` and `rediss://` (one server), `redis+sentinel://h1:26379,h2:26379/master[/db]`,
 * `redis+cluster://h1:6379,h2:6379`, each also with `rediss+` and `user:password@`. The caller listens to `error` and closes.
 */
export function connectRedis(url: string, usage: Usage): Redis | Cluster {
  const options: RedisOptions = { ...OPTIONS[usage], retryStrategy, enableReadyCheck: true }
  const { kind, hosts, master, redisOptions } = partsOf(url)
  if (kind === 'cluster') {
    const { maxRetriesPerRequest, ...rest } = options
    return new Cluster(addressesOf(hosts, 6379), {
      redisOptions: { ...rest, ...redisOptions, maxRetriesPerRequest },
      clusterRetryStrategy: retryStrategy,
      enableOfflineQueue: true,
    })
  }
  if (kind === 'sentinel') {
    return new Redis({
      ...options,
      ...redisOptions,
      sentinels: addressesOf(hosts, 26379),
      name: master || 'mymaster',
      ...(redisOptions.tls && { enableTLSForSentinelMode: true, sentinelTLS: {} }),
    })
  }
  return new Redis(url, options)
}
