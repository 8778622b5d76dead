import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import path from 'node:path'
import { z } from 'zod'
import { lireAdresseBoite } from '#infra/boite'

/** The folder of package.json at or above this one. The same file runs from `app/` and, bundled, from `build/`. */
const projectAbove = (dir: string): string =>
  existsSync(path.join(dir, 'package.json')) || dir === path.dirname(dir) ? dir : projectAbove(path.dirname(dir))

/** Where the project stands on this machine: relative paths of variables start here, whatever the current folder. */
export const PROJECT_DIR = projectAbove(import.meta.dirname)

/** The version of the application that runs, as its package.json says it. */
export const versionDeLApplication = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(path.join(PROJECT_DIR, 'package.json'), 'utf8')))
    .version

/** Whether this is an address of one of these schemes that names a host; `,` parts the hosts of one Redis. */
function isAddress(value: string, schemes: string[]): boolean {
  const first = value.split(',', 1).join()
  if (!URL.canParse(first)) return false
  const { protocol, hostname, searchParams } = new URL(first)
  return schemes.includes(protocol.slice(0, -1)) && (hostname !== '' || searchParams.has('host'))
}

const url = (schemes: string[], sentence: string) => z.string().refine((value) => isAddress(value, schemes), sentence)

/** A proxy that is believed: an address, a network, or one of the names that Express gives to networks of one's own. */
function estMandataire(value: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(value)) return true
  const [adresse = '', prefixe, ...reste] = value.split('/')
  const bits = { 4: 32, 6: 128 }[isIP(adresse)]
  return (
    bits !== undefined &&
    reste.length === 0 &&
    (prefixe === undefined || (/^\d+$/.test(prefixe) && Number(prefixe) <= bits))
  )
}

/** An issuer of OpenID Connect: in https, but on this machine itself, and with nothing after its path (OpenID Connect Discovery 1.0, section 3). */
function estFournisseur(value: string): boolean {
  if (!isAddress(value, ['https', 'http'])) return false
  const { protocol, hostname, search, hash, username } = new URL(value)
  const sure = protocol === 'https:' || ['localhost', '127.0.0.1'].includes(hostname)
  return sure && !search && !hash && !username
}

/** In MAIL_RETOUR, stands for the word of each mail: 32 characters, of the 64 that the left part of an address may have (RFC 5321 § 4.5.3.1.1). */
export const JETON_DE_RETOUR = 'jeton'

/** An address whose left part holds the word once and by itself, and leaves room for what takes its place; or does not hold it. */
function estAdresseDeRetour(value: string): boolean {
  const [gauche = '', domaine = '', ...reste] = value.split('@')
  if (reste.length > 0 || !/^[a-z\d.-]+$/i.test(domaine) || !/^[a-z\d.+_=-]{1,64}$/i.test(gauche)) return false
  const mots = gauche.split(/[^a-z\d]/i)
  const place = gauche.replace(JETON_DE_RETOUR, '').length
  return gauche.includes(JETON_DE_RETOUR)
    ? mots.filter((mot) => mot === JETON_DE_RETOUR).length === 1 && place <= 32
    : true
}

const REDIS = ['redis', 'rediss'].flatMap((scheme) => [scheme, `${scheme}+sentinel`, `${scheme}+cluster`])

const Variables = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], 'NODE_ENV vaut production, development ou test.')
    .default('development'),
  PORT: z.coerce
    .number('PORT doit être un nombre entier entre 1 et 65535.')
    .int('PORT doit être un nombre entier entre 1 et 65535.')
    .min(1, 'PORT doit être un nombre entier entre 1 et 65535.')
    .max(65535, 'PORT doit être un nombre entier entre 1 et 65535.')
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'HOST doit être un nom ou une adresse de cette machine, par exemple 127.0.0.1.')
    .optional(),
  DATA_DIR: z
    .string()
    .default('./data')
    .transform((dir) => path.resolve(PROJECT_DIR, dir)),
  DATABASE_URL: url(
    ['postgres', 'postgresql'],
    'DATABASE_URL doit être une adresse PostgreSQL, par exemple postgresql://mcei:secret@base.exemple.test:5432/mcei.',
  ).optional(),
  REDIS_URL: url(
    REDIS,
    'REDIS_URL doit être une adresse Redis, par exemple redis://cache.exemple.test:6379/0 (voir .env.example).',
  ).optional(),
  S3_ENDPOINT: z.string().optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  SMTP_URL: url(['smtp', 'smtps'], 'SMTP_URL doit être une adresse en smtp:// ou smtps://.').optional(),
  MAIL_FROM: z
    .string()
    .default('MCEI <mcei@mcei.test>')
    .transform((value) => /^(?:"?([^"<>\r\n]{0,200}?)"?\s{0,9}<)?([^\s<>@]+@[^\s<>@]+)>?$/.exec(value.trim()))
    .refine(
      (parts) => parts !== null,
      'MAIL_FROM doit être une adresse, par exemple MCEI <mcei@departement.exemple.test>.',
    )
    .transform((parts) => ({ name: parts[1] ?? '', address: parts[2] ?? '' })),
  MAIL_REPLY_TO: z.email('MAIL_REPLY_TO doit être une adresse, par exemple mcei@departement.exemple.test.').optional(),
  MAIL_RETOUR: z
    .string()
    .refine(
      estAdresseDeRetour,
      'MAIL_RETOUR doit être une adresse où «\u00a0jeton\u00a0» est un mot à part, par exemple mcei+jeton@departement.exemple.test, avec 32 caractères au plus avant le @ en plus de lui.',
    )
    .optional(),
  IMAP_URL: z.string().optional(),
  CLAMD_URL: z
    .string()
    .refine(
      (value) => /^unix:\/./.test(value) || isAddress(value, ['tcp']),
      'CLAMD_URL doit être l’adresse de clamd, par exemple tcp://127.0.0.1:3310 ou unix:/run/clamav/clamd.ctl.',
    )
    .optional(),
  PUBLIC_URL: url(
    ['http', 'https'],
    'PUBLIC_URL doit être l’adresse publique de l’application, en http:// ou https://.',
  )
    .transform((value) => value.replace(/(?<!\/)\/+$/, ''))
    .optional(),
  TRUST_PROXY: z
    .string()
    .transform((value) => value.split(',').map((one) => one.trim()))
    .refine(
      (ones) => ones.every(estMandataire),
      'TRUST_PROXY est une liste d’adresses ou de réseaux séparés par des virgules, par exemple loopback, 10.0.0.0/8.',
    )
    .optional(),
  EXTRANET_PREMIER_NUMERO: z.coerce
    .number('EXTRANET_PREMIER_NUMERO doit être un nombre entier entre 1 et 99999.')
    .int('EXTRANET_PREMIER_NUMERO doit être un nombre entier entre 1 et 99999.')
    .min(1, 'EXTRANET_PREMIER_NUMERO doit être un nombre entier entre 1 et 99999.')
    .max(99_999, 'EXTRANET_PREMIER_NUMERO doit être un nombre entier entre 1 et 99999.')
    .default(60_001),
  HEBERGEUR: z
    .string()
    .max(300, 'HEBERGEUR dit en 300 caractères au plus le nom, l’adresse et le téléphone de l’hébergeur.')
    .optional(),
  DPO_COURRIEL: z.email('DPO_COURRIEL doit être une adresse, par exemple dpo@departement.exemple.test.').optional(),
  PROCONNECT_ISSUER: z
    .string()
    .refine(
      estFournisseur,
      'PROCONNECT_ISSUER doit être l’adresse en https:// d’un fournisseur d’identité, par exemple https://fournisseur.exemple.test/api/v2.',
    )
    .optional(),
  PROCONNECT_CLIENT_ID: z.string().optional(),
  PROCONNECT_CLIENT_SECRET: z.string().optional(),
  PROCONNECT_PKCE: z.enum(['oui', 'non'], 'PROCONNECT_PKCE vaut oui ou non.').default('non'),
  PROCONNECT_SIGNATURE: z.enum(['RS256', 'ES256'], 'PROCONNECT_SIGNATURE vaut RS256 ou ES256.').default('RS256'),
  METRICS_TOKEN: z.string().min(16, 'METRICS_TOKEN doit compter au moins 16 caractères.').optional(),
  SESSION_SECRET: z.string().min(32, 'SESSION_SECRET doit compter au moins 32 caractères.').optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'LOG_LEVEL vaut fatal, error, warn, info, debug, trace ou silent.',
    )
    .default('info'),
  SEED: z
    .enum(['demo', 'none'], 'SEED vaut demo (campagnes de démonstration dans une base vide) ou none.')
    .default('demo'),
})

const Env = Variables.superRefine((env, ctx) => {
  const boite = env.IMAP_URL ? lireAdresseBoite(env.IMAP_URL) : null
  if (typeof boite === 'string') ctx.addIssue({ code: 'custom', message: boite })
  if (Object.entries(env).some(([name, value]) => name.startsWith('S3_') && value)) {
    ctx.addIssue({
      code: 'custom',
      message:
        'Le stockage S3 n’est pas pris en charge\u00a0: retirez les variables S3_…, les fichiers vont dans DATA_DIR.',
    })
  }
  const { PROCONNECT_ISSUER, PROCONNECT_CLIENT_ID, PROCONNECT_CLIENT_SECRET } = env
  const donnees = [PROCONNECT_ISSUER, PROCONNECT_CLIENT_ID, PROCONNECT_CLIENT_SECRET].filter(Boolean).length
  if (donnees === 1 || donnees === 2) {
    ctx.addIssue({
      code: 'custom',
      message:
        'PROCONNECT_ISSUER, PROCONNECT_CLIENT_ID et PROCONNECT_CLIENT_SECRET vont ensemble\u00a0: donnez les trois, ou aucune.',
    })
  }
  if (env.NODE_ENV === 'production' && env.DATABASE_URL && !env.SESSION_SECRET) {
    ctx.addIssue({
      code: 'custom',
      message:
        'SESSION_SECRET est obligatoire en production avec une base extérieure\u00a0: au moins 32 caractères tirés au hasard.',
    })
  }
})

/** Every variable of the application, checked; `DATA_DIR` is absolute. `.env.example` explains each. */
export type Env = z.infer<typeof Variables>

type Parsed = { ok: true; value: Env } | { ok: false; reason: string[] }

/** Reads the variables. An empty one counts as absent; each bad one gives one French sentence. */
export function parseEnv(record: Record<string, string | undefined>): Parsed {
  const given = Object.fromEntries(Object.entries(record).filter(([, value]) => value?.trim()))
  const answer = Env.safeParse(given)
  if (answer.success) return { ok: true, value: answer.data }
  return { ok: false, reason: [...new Set(answer.error.issues.map(({ message }) => message))] }
}

/** The secret that signs the cookies, drawn once per DATA_DIR; processes that start together agree on the first one written. */
export function sessionSecretIn(dataDir: string): string {
  const secretFile = path.join(dataDir, 'session-secret')
  mkdirSync(dataDir, { recursive: true })
  try {
    writeFileSync(secretFile, randomBytes(48).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(secretFile, 'utf8').trim()
}

let env: (Env & { SESSION_SECRET: string }) | undefined

/** The variables of this process, read at the first call. Throws their French sentences when one is wrong. */
export function getEnv() {
  if (env) return env
  const parsed = parseEnv(process.env)
  if (!parsed.ok) throw new Error(parsed.reason.join('\n'))
  env = { ...parsed.value, SESSION_SECRET: parsed.value.SESSION_SECRET ?? sessionSecretIn(parsed.value.DATA_DIR) }
  return env
}

/** True where an antivirus is set: then no received file opens before it was scanned. */
export const antivirusVoulu = (): boolean => Boolean(process.env['CLAMD_URL']?.trim())

/** What a program we start receives: our variables, with these changed. */
export const variablesWith = (changes: Record<string, string>): NodeJS.ProcessEnv => ({ ...process.env, ...changes })
