import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseEnv, PROJECT_DIR, sessionSecretIn } from '#infra/env'

const reasons = (record: Record<string, string>) => {
  const parsed = parseEnv(record)
  return parsed.ok ? [] : parsed.reason
}

test('nothing set is a good start: port 3000, data beside the project, the demonstration', () => {
  const parsed = parseEnv({})
  expect(parsed).toMatchObject({
    ok: true,
    value: { PORT: 3000, DATA_DIR: path.join(PROJECT_DIR, 'data'), SEED: 'demo', LOG_LEVEL: 'info' },
  })
})

test('an empty variable counts as absent', () => {
  expect(parseEnv({ PORT: '', DATABASE_URL: ' ', SEED: '' })).toEqual(parseEnv({}))
})

test.each(['mcei+jeton@exemple.test', 'r-jeton@retours.exemple.test', 'jeton@exemple.test', 'retours@exemple.test'])(
  'where mails come back: %s',
  (adresse) => {
    expect(parseEnv({ MAIL_RETOUR: adresse })).toMatchObject({ ok: true, value: { MAIL_RETOUR: adresse } })
  },
)

describe('one clear sentence for each bad value', () => {
  test.each([
    [{ PORT: 'abc' }, /^PORT doit être un nombre entier/],
    [{ PORT: '0' }, /^PORT doit/],
    [{ PORT: '70000' }, /^PORT doit/],
    [{ PORT: '30.5' }, /^PORT doit/],
    [{ HOST: 'pas une adresse' }, /^HOST doit/],
    [{ DATABASE_URL: 'mysql://base/mcei' }, /^DATABASE_URL doit être une adresse PostgreSQL/],
    [{ DATABASE_URL: 'postgresql://' }, /^DATABASE_URL doit/],
    [{ REDIS_URL: 'localhost:6379' }, /^REDIS_URL doit être une adresse Redis/],
    [{ SMTP_URL: 'http://courriel.exemple.test' }, /^SMTP_URL doit/],
    [{ MAIL_FROM: 'personne' }, /^MAIL_FROM doit/],
    [{ PUBLIC_URL: 'mcei.exemple.test' }, /^PUBLIC_URL doit/],
    [{ TRUST_PROXY: 'mon-mandataire' }, /^TRUST_PROXY est une liste/],
    [{ TRUST_PROXY: '10.0.0.0/33' }, /^TRUST_PROXY/],
    [{ TRUST_PROXY: 'loopback,' }, /^TRUST_PROXY/],
    [{ SESSION_SECRET: 'court' }, /^SESSION_SECRET doit compter au moins 32 caractères/],
    [{ LOG_LEVEL: 'fort' }, /^LOG_LEVEL vaut/],
    [{ SEED: 'oui' }, /^SEED vaut/],
    [{ IMAP_URL: 'pop://mcei:secret@boite.exemple.test' }, /imap:\/\/ ou imaps:\/\//],
    [{ IMAP_URL: 'imaps://boite.exemple.test' }, /le compte et le mot de passe/],
    [
      { IMAP_URL: 'imaps://mcei:secret@boite.exemple.test/INBOX?effacer=oui' },
      /ne connaît pas l’option «\u00a0effacer\u00a0»/,
    ],
    [{ IMAP_URL: 'imaps://mcei:secret@boite.exemple.test/INBOX?deplacer=INBOX' }, /un autre dossier/],
    [{ MAIL_RETOUR: 'jeton' }, /MAIL_RETOUR doit être une adresse/],
    [{ MAIL_RETOUR: 'mceijeton@exemple.test' }, /«\u00a0jeton\u00a0» est un mot à part/],
    [{ MAIL_RETOUR: 'jeton+jeton@exemple.test' }, /un mot à part/],
    [{ MAIL_RETOUR: `${'x'.repeat(32)}+jeton@exemple.test` }, /32 caractères au plus/],
    [{ PROCONNECT_ISSUER: 'https://fournisseur.exemple.test' }, /vont ensemble\u00a0: donnez les trois/],
    [{ PROCONNECT_CLIENT_ID: 'mcei', PROCONNECT_CLIENT_SECRET: 'secret' }, /vont ensemble/],
    ...[
      'http://fournisseur.exemple.test',
      'https://fournisseur.exemple.test/?a=1',
      'ftp://localhost',
      'ProConnect',
    ].map(
      (PROCONNECT_ISSUER) =>
        [
          { PROCONNECT_ISSUER, PROCONNECT_CLIENT_ID: 'mcei', PROCONNECT_CLIENT_SECRET: 'secret' },
          /^PROCONNECT_ISSUER doit être l’adresse en https/,
        ] as [Record<string, string>, RegExp],
    ),
    [{ PROCONNECT_PKCE: '1' }, /^PROCONNECT_PKCE vaut oui ou non/],
    [{ PROCONNECT_SIGNATURE: 'none' }, /^PROCONNECT_SIGNATURE vaut RS256 ou ES256/],
    [{ S3_BUCKET: 'mcei' }, /stockage S3 n’est pas pris en charge/],
    [
      { NODE_ENV: 'production', DATABASE_URL: 'postgresql://mcei@base.exemple.test/mcei' },
      /^SESSION_SECRET est obligatoire en production/,
    ],
  ])('%o', (record, sentence) => {
    expect(reasons(record)).toEqual([expect.stringMatching(sentence)])
  })
})

test('all that is wrong is said at once', () => {
  expect(reasons({ PORT: 'x', SEED: 'x', LOG_LEVEL: 'x' })).toHaveLength(3)
})

test.each([
  'redis://cache.exemple.test:6379/0',
  'rediss://u:p@cache.exemple.test',
  'redis+sentinel://h1:26379,h2:26379/maitre/0',
  'redis+cluster://h1:6379,h2:6379',
])('%s is a Redis', (REDIS_URL) => {
  expect(reasons({ REDIS_URL })).toEqual([])
})

test.each(['https://fournisseur.exemple.test/api/v2', 'http://localhost:4000', 'http://127.0.0.1:4000'])(
  'a provider of identity: %s',
  (PROCONNECT_ISSUER) => {
    const trois = { PROCONNECT_ISSUER, PROCONNECT_CLIENT_ID: 'mcei', PROCONNECT_CLIENT_SECRET: 'secret' }
    expect(parseEnv(trois)).toMatchObject({ ok: true, value: { ...trois, PROCONNECT_PKCE: 'non' } })
  },
)

test('the secret of the cookies is drawn once, and its owner alone may read it', () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'mcei-env-'))
  const first = sessionSecretIn(dir)
  expect(first.length).toBeGreaterThanOrEqual(32)
  expect(sessionSecretIn(dir)).toBe(first)
  expect(readFileSync(path.join(dir, 'session-secret'), 'utf8')).toBe(first)
  expect(statSync(path.join(dir, 'session-secret')).mode & 0o777).toBe(0o600)
  rmSync(dir, { recursive: true })
})

test('proxies that are believed are addresses, networks, or networks by name', () => {
  expect(parseEnv({ TRUST_PROXY: 'loopback, 10.0.0.0/8,::1' })).toMatchObject({
    ok: true,
    value: { TRUST_PROXY: ['loopback', '10.0.0.0/8', '::1'] },
  })
})

test('compose.yaml gives each process every variable of .env.example', () => {
  const read = (file: string) => readFileSync(path.join(PROJECT_DIR, file), 'utf8')
  const known = [...read('.env.example').matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name)
  const [, variables = ''] = /environment: &variables\n((?: {4}.+\n)+)/.exec(read('compose.yaml')) ?? []
  const given = [...variables.matchAll(/^ {4}([A-Z0-9_]+):/gm)].map(([, name]) => name)
  expect(known.length).toBeGreaterThan(15)
  expect(given.sort()).toEqual(known.sort())
})

test('the image holds the converter of older budgets', () => {
  expect(readFileSync(path.join(PROJECT_DIR, 'Dockerfile'), 'utf8')).toMatch(/apt-get install .*libreoffice-calc-nogui/)
})
