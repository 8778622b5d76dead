// `npm test`: everything, from a fresh clone too. Unit, database and architecture tests, then the browser against a started application.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { pinnedNode, prepare, PROJECT, runShown } from './bootstrap.mjs'

const tell = (sentence) => process.stdout.write(`• ${sentence}\n`)
const isCi = process.env.CI === 'true'

/** The variables that tests run with: none of the application's own, so that no test ever meets real data. */
const OURS =
  /^(PORT|HOST|DATA_DIR|DATABASE_URL|REDIS_URL|S3_|SMTP_URL|MAIL_|IMAP_URL|CLAMD_URL|PUBLIC_URL|TRUST_PROXY|PROCONNECT_|METRICS_TOKEN|SESSION_SECRET|LOG_LEVEL|SEED|NODE_ENV)/
const cleanEnv = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !OURS.test(name) || name === 'DATABASE_URL_TEST'),
)

const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0

/** Installs a Debian package without starting what it brings. True when the program is there afterwards. */
function aptInstall(program, packageName) {
  if (process.getuid?.() !== 0 || !has('apt-get')) return false
  tell(`Installation de ${packageName}…`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  const install = () => apt('install', '-y', '--no-install-recommends', packageName)
  return (install() || (apt('update') && install())) && has(program)
}

const hasClamd = () => has('clamd') || existsSync('/usr/sbin/clamd') || aptInstall('clamd', 'clamav-daemon')

const hasDovecot = () => has('dovecot') || existsSync('/usr/sbin/dovecot') || aptInstall('dovecot', 'dovecot-imapd')

const hasRedis = () => has('redis-server') || aptInstall('redis-server', 'redis-server')

/** Debian's Chromium without a window to draw, which takes a third less of the processor, else the machine's whole one, else Playwright's download. */
async function hasBrowser() {
  if (has('chromium-headless-shell') || aptInstall('chromium-headless-shell', 'chromium-headless-shell')) return true
  if (existsSync('/usr/bin/chromium') || aptInstall('chromium', 'chromium')) return true
  tell('Téléchargement de Chromium…')
  const code = await runShown(pinnedNode(), ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], cleanEnv)
  return code === 0
}

/** Ports that systems lend to nobody's outgoing connections (they begin at 32768): one found free stays so until its application takes it. */
const PORTS = { premier: 20_000, dernier: 31_999 }

const estLibre = (port) =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, () => server.close(() => resolve(true)))
  })

/** So many ports that nobody uses, each different, from anywhere in the range: two runs at once seldom look at the same ones. */
async function freePorts(combien) {
  const libres = []
  let port = PORTS.premier + Math.floor(Math.random() * (PORTS.dernier - PORTS.premier))
  for (let vus = 0; libres.length < combien && vus <= PORTS.dernier - PORTS.premier; vus += 1) {
    if (await estLibre(port)) libres.push(port)
    port = port === PORTS.dernier ? PORTS.premier : port + 1
  }
  return libres
}

const readReport = (file) => {
  const absolute = path.join(PROJECT, file)
  return existsSync(absolute) ? JSON.parse(readFileSync(absolute, 'utf8')) : undefined
}

/** A runner that failed without naming a test still failed; in CI a test that did not run did not pass. */
function counted(code, passed, failed, skipped) {
  const wrong = failed + (isCi ? skipped : 0)
  return { passed, failed: code !== 0 && wrong === 0 ? 1 : wrong }
}

/** Where terminals are told of a colour. */
const COULEURS = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g')
/** Lines of a failure that are said again at the end. */
const LIGNES_DITES = 14

/** What failed, as it is said again at the end: the start of a long output is often not kept. */
const echecs = []
const noterEchec = (quoi, pourquoi = '') =>
  echecs.push(`✘ ${quoi}\n${pourquoi.replaceAll(COULEURS, '').split('\n').slice(0, LIGNES_DITES).join('\n')}`)

/** The journeys of a suite of Playwright's report, those of the suites in it too. */
const parcoursDe = ({ suites = [], specs = [] }) => [...specs, ...suites.flatMap(parcoursDe)]

async function runVitest() {
  const file = 'test-results/vitest.json'
  rmSync(path.join(PROJECT, file), { force: true })
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]
  const code = await runShown(pinnedNode(), args, cleanEnv)
  const report = readReport(file)
  if (!report) return { passed: 0, failed: 1 }
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((t) => t.status === 'failed'),
  )
  for (const { name, message } of broken) noterEchec(path.relative(PROJECT, name), message)
  for (const { name, assertionResults } of report.testResults)
    for (const { fullName, failureMessages } of assertionResults.filter(({ status }) => status === 'failed'))
      noterEchec(`${path.relative(PROJECT, name)}: ${fullName}`, failureMessages[0])
  return counted(code, report.numPassedTests, report.numFailedTests + broken.length, report.numPendingTests)
}

/** Journeys at once, each before an application of its own: one leaves half of two cores to wait. */
const APPLICATIONS = 2

async function runPlaywright() {
  const file = 'test-results/e2e.json'
  rmSync(path.join(PROJECT, file), { force: true })
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'mcei-e2e-'))
  // Run by root, the database has an account of its own, which must be able to enter.
  chmodSync(dataDir, 0o755)
  // Its own, its proxy's, and its mail server's.
  const libres = await freePorts(3 * APPLICATIONS)
  const ports = Array.from({ length: APPLICATIONS }, (_, rang) => libres.slice(3 * rang, 3 * rang + 3).join(':'))
  const env = { ...cleanEnv, E2E_PORTS: ports.join(' '), E2E_DATA_ROOT: dataDir }
  try {
    const code = await runShown(pinnedNode(), ['node_modules/@playwright/test/cli.js', 'test'], env)
    const report = readReport(file)
    for (const { file: spec, line, title, ok, tests } of report ? parcoursDe(report) : [])
      if (!ok) noterEchec(`${spec}:${line}: ${title}`, tests[0]?.results[0]?.error?.message)
    const stats = report?.stats
    return stats
      ? counted(code, stats.expected, stats.unexpected + stats.flaky, stats.skipped)
      : { passed: 0, failed: 1 }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

await prepare({ tell, withBuild: true })
// npm puts the pinned Node first for its own scripts; this does the same when the file is run by hand.
for (const env of [cleanEnv, process.env])
  env.PATH = `${path.join(PROJECT, 'node_modules', '.bin')}${path.delimiter}${env.PATH}`

const missing = []
if (!hasRedis())
  missing.push(
    'redis-server\u00a0: les tests de la file sur Redis échouent. Installez-le (apt-get install redis-server).',
  )
if (!hasClamd())
  missing.push('clamd\u00a0: les tests de l’antivirus échouent. Installez-le (apt-get install clamav-daemon).')
if (!hasDovecot())
  missing.push(
    'dovecot\u00a0: les tests de la boîte de messagerie échouent. Installez-le (apt-get install dovecot-imapd).',
  )
const browser = await hasBrowser()
if (!browser)
  missing.push(
    'Chromium\u00a0: les tests dans un navigateur ne peuvent pas tourner. Installez-le (apt-get install chromium).',
  )

if (!has('soffice') && !aptInstall('soffice', 'libreoffice-calc-nogui'))
  missing.push(
    'LibreOffice\u00a0: les tests de conversion des .xls et .ods échouent. Installez-le (apt-get install libreoffice-calc-nogui).',
  )

if (!has('pdfinfo') && !aptInstall('pdfinfo', 'poppler-utils'))
  missing.push(
    'pdfinfo\u00a0: les tests de la structure des PDF échouent. Installez-le (apt-get install poppler-utils).',
  )

mkdirSync(path.join(PROJECT, 'test-results'), { recursive: true })
const results = [await runVitest()]
if (browser) results.push(await runPlaywright())
else if (isCi) results.push({ passed: 0, failed: 1 })

for (const echec of echecs) process.stdout.write(`\n${echec}\n`)
for (const sentence of missing) process.stdout.write(`\n⚠ Introuvable sur cette machine\u00a0: ${sentence}\n`)
const passed = results.reduce((sum, result) => sum + result.passed, 0)
const failed = results.reduce((sum, result) => sum + result.failed, 0)
writeFileSync(path.join(PROJECT, 'test-results', 'total.txt'), `${passed} ${failed}\n`)
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
