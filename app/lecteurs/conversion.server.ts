import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { MAX_OCTETS } from '#domain/piece/depot'
import { no, ok, type Result } from '#domain/result'

export type FormatAncien = 'xls' | 'ods'
/** ABSENT: LibreOffice is not on this machine. ECHEC: it could not read the file, took too long, or wrote too much. */
export type MotifConversion = 'ABSENT' | 'ECHEC'

const DELAI_MS = 60_000
/** Memory a conversion may take, in KiB of address space: LibreOffice reserves far more than it touches. */
const MEMOIRE_KIO = 4 * 1024 * 1024
/** Size of a file it may write, in blocks of 512 bytes. */
const ECRIT_BLOCS = (3 * MAX_OCTETS) / 512

/** No macro, no link followed, no network: the profile of every conversion, made anew each time. */
const REGLAGES = [
  ['/org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'DisableActiveContent', 'true'],
  ['/org.openoffice.Office.Calc/Content/Update', 'Link', '2'],
  ['/org.openoffice.Inet/Settings', 'ooInetProxyType', '2'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPProxyName', '127.0.0.1'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPProxyPort', '9'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPSProxyName', '127.0.0.1'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPSProxyPort', '9'],
] as const

const PROFIL = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">${REGLAGES.map(([chemin, nom, valeur]) => `<item oor:path="${chemin}"><prop oor:name="${nom}" oor:op="fuse"><value>${valeur}</value></prop></item>`).join('')}</oor:items>`

/** What the file is read as, whatever LibreOffice would guess: broken, it is no text full of columns. */
const FILTRES: Record<FormatAncien, string> = { xls: 'MS Excel 97', ods: 'calc8' }

let enCours: Promise<unknown> = Promise.resolve()

/**
 * Turns an old .xls or an .ods into an .xlsx with LibreOffice, one at a time: a private profile without macros or network, a limit of
 * time, of memory and of what is written. What comes out is as untrusted as what went in, and goes through the same guards.
 */
export function convertirClasseur(contenu: Buffer, format: FormatAncien): Promise<Result<Buffer, MotifConversion>> {
  const suite = enCours.then(() => convertir(contenu, format))
  enCours = suite.catch(() => undefined)
  return suite
}

async function convertir(contenu: Buffer, format: FormatAncien): Promise<Result<Buffer, MotifConversion>> {
  const dossier = await mkdtemp(path.join(os.tmpdir(), 'mcei-conversion-'))
  try {
    const source = path.join(dossier, `classeur.${format}`)
    const profil = path.join(dossier, 'profil')
    await mkdir(path.join(profil, 'user'), { recursive: true })
    await writeFile(path.join(profil, 'user', 'registrymodifications.xcu'), PROFIL)
    await writeFile(source, contenu)
    const sortie = path.join(dossier, 'sortie')
    const code = await lancer(dossier, [
      `-env:UserInstallation=${pathToFileURL(profil).href}`,
      '--headless',
      '--norestore',
      '--nolockcheck',
      '--nodefault',
      '--nofirststartwizard',
      `--infilter=${FILTRES[format]}`,
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      sortie,
      source,
    ])
    if (code === 127) return no('ABSENT')
    const converti = path.join(sortie, 'classeur.xlsx')
    const { size } = await stat(converti).catch(() => ({ size: 0 }))
    return code === 0 && size > 0 && size <= MAX_OCTETS ? ok(await readFile(converti)) : no('ECHEC')
  } finally {
    await rm(dossier, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Of our environment LibreOffice gets the path only: no address of a database, no secret. */
const COMMANDE = [
  'command -v soffice >/dev/null || exit 127',
  `ulimit -c 0; ulimit -v ${MEMOIRE_KIO}; ulimit -f ${ECRIT_BLOCS}; ulimit -t ${DELAI_MS / 1000}`,
  'exec env -i PATH="$PATH" HOME="$PWD" TMPDIR="$PWD" LANG=C.UTF-8 soffice "$@"',
].join('\n')

/** The exit code of LibreOffice; its whole group is ended when it takes too long. */
function lancer(dossier: string, args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const enfant = spawn('sh', ['-c', COMMANDE, 'sh', ...args], {
      cwd: dossier,
      detached: true,
      stdio: 'ignore',
    })
    const finir = () => {
      try {
        if (enfant.pid) process.kill(-enfant.pid, 'SIGKILL')
      } catch {
        // Its group is gone already.
      }
    }
    const minuterie = setTimeout(finir, DELAI_MS)
    enfant.once('error', () => {
      clearTimeout(minuterie)
      resolve(127)
    })
    enfant.once('close', (code) => {
      clearTimeout(minuterie)
      finir()
      resolve(code ?? 1)
    })
  })
}
