import { beforeEach, expect, test, vi } from 'vitest'

const demande = (authorization?: string) =>
  new Request('http://mcei.exemple.test/metriques', authorization ? { headers: { authorization } } : {})

/** What is asked of a process started with this token. */
async function avecJeton(METRICS_TOKEN: string) {
  vi.stubEnv('METRICS_TOKEN', METRICS_TOKEN)
  vi.resetModules()
  const { surveille } = await import('#web/supervision/supervision')
  return surveille
}

beforeEach(() => vi.unstubAllEnvs())

test.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])(
  '%s is this machine: no token is asked',
  async (ip) => {
    const surveille = await avecJeton('')
    expect(surveille(demande(), ip)).toBe(true)
  },
)

test.each(['10.0.0.4', '203.0.113.7', '1127.0.0.1', '::2', undefined])(
  '%s shows the token, or is told nothing',
  async (ip) => {
    const surveille = await avecJeton('un-jeton-de-supervision')
    expect(surveille(demande(), ip)).toBe(false)
    expect(surveille(demande('Bearer un-jeton-de-supervisio'), ip)).toBe(false)
    expect(surveille(demande('Bearer un-jeton-de-supervision'), ip)).toBe(true)
    const sansJeton = await avecJeton('')
    expect(sansJeton(demande('Bearer '), ip)).toBe(false)
    expect(sansJeton(demande('Bearer undefined'), ip)).toBe(false)
  },
)
