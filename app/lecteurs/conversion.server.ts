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

/** What is turned into pages to be looked at, by its type. */
const A_CONVERTIR = {
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/msword': 'doc',
  'application/vnd.oasis.opendocument.text': 'odt',
} as const

export type FormatAPages = (typeof A_CONVERTIR)[keyof typeof A_CONVERTIR]

/** What LibreOffice makes pages of, by the type of a file; null for any other. */
export const formatAConvertir = (typeMime: string): FormatAPages | null =>
  Object.hasOwn(A_CONVERTIR, typeMime) ? A_CONVERTIR[typeMime as keyof typeof A_CONVERTIR] : null

/** What the file is read as, whatever LibreOffice would guess: broken, it is no text full of columns. */
const FILTRES: Record<FormatAPages, string> = {
  xls: 'MS Excel 97',
  ods: 'calc8',
  xlsx: 'Calc MS Excel 2007 XML',
  doc: 'MS Word 97',
  odt: 'writer8',
  docx: 'MS Word 2007 XML',
}

const DE_TEXTE: readonly FormatAPages[] = ['doc', 'odt', 'docx']

let enCours: Promise<unknown> = Promise.resolve()

/**
 * Turns an old .xls or an .ods into an .xlsx with LibreOffice, one at a time: a private profile without macros or network, a limit of
 * time, of memory and of what is written. What comes out is as untrusted as what went in, and goes through the same guards.
 */
export const convertirClasseur = (contenu: Buffer, format: FormatAncien): Promise<Result<Buffer, MotifConversion>> =>
  aSonTour({ contenu, format, vers: 'xlsx', filtre: 'Calc MS Excel 2007 XML' })

/** The pages of a letter or a workbook as LibreOffice prints them, under the same limits. */
export const convertirEnPdf = (contenu: Buffer, format: FormatAPages): Promise<Result<Buffer, MotifConversion>> =>
  aSonTour({
    contenu,
    format,
    vers: 'pdf',
    filtre: DE_TEXTE.includes(format) ? 'writer_pdf_Export' : 'calc_pdf_Export',
  })

type AConvertir = { contenu: Buffer; format: FormatAPages; vers: 'xlsx' | 'pdf'; filtre: string }

function aSonTour(voulu: AConvertir): Promise<Result<Buffer, MotifConversion>> {
  const suite = enCours.then(() => convertir(voulu))
  enCours = suite.catch(() => undefined)
  return suite
}

async function convertir({ contenu, format, vers, filtre }: AConvertir): Promise<Result<Buffer, MotifConversion>> {
  const dossier = await mkdtemp(path.join(os.tmpdir(), 'mcei-conversion-'))
  try {
    const source = path.join(dossier, `classeur.${format}`)
    const profil = path.join(dossier, 'profil')
    await mkdir(path.join(profil, 'user'), { recursive: true })
    await writeFile(path.join(profil, 'user', 'registrymodifications.xcu'), PROFIL)
    await writeFile(source, contenu)
    const sortie = path.join(dossier, 'sortie')
    const code = await lancer(dossier, partieDe(format), [
      `-env:UserInstallation=${pathToFileURL(profil).href}`,
      '--headless',
      '--norestore',
      '--nolockcheck',
      '--nodefault',
      '--nofirststartwizard',
      `--infilter=${FILTRES[format]}`,
      '--convert-to',
      `${vers}:${filtre}`,
      '--outdir',
      sortie,
      source,
    ])
    if (code === 127) return no('ABSENT')
    const converti = path.join(sortie, `classeur.${vers}`)
    const { size } = await stat(converti).catch(() => ({ size: 0 }))
    return code === 0 && size > 0 && size <= MAX_OCTETS ? ok(await readFile(converti)) : no('ECHEC')
  } finally {
    await rm(dossier, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** The part of LibreOffice that a format needs: Calc is often installed without Writer. */
const partieDe = (format: FormatAPages): string => (DE_TEXTE.includes(format) ? 'libswlo.so' : 'libsclo.so')

/** Of our environment LibreOffice gets the path only: no address of a database, no secret. */
const commande = (partie: string) =>
  [
    'command -v soffice >/dev/null || exit 127',
    `[ -e "$(dirname "$(readlink -f "$(command -v soffice)")")/${partie}" ] || exit 127`,
    `ulimit -c 0; ulimit -v ${MEMOIRE_KIO}; ulimit -f ${ECRIT_BLOCS}; ulimit -t ${DELAI_MS / 1000}`,
    'exec env -i PATH="$PATH" HOME="$PWD" TMPDIR="$PWD" LANG=C.UTF-8 soffice "$@"',
  ].join('\n')

/** The exit code of LibreOffice; its whole group is ended when it takes too long. */
function lancer(dossier: string, partie: string, args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const enfant = spawn('sh', ['-c', commande(partie), 'sh', ...args], {
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
