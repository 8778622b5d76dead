/**
 * What becomes of mails under each fault of the mail server, of the worker, of the queue and of the database, on both stores of the queue:
 * `npm run fiabilite`, or a part of it by `-- --courriels=50 --seulement=FLUSHALL`; and of the decisions of one séance, with their
 * letters, under all of them: `-- --decisions=2000`.
 */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { PROJECT_DIR } from '#infra/env'
import type { Bilan } from '#support/pannes/bilan'
import { eprouver } from '#support/pannes/eprouver'
import { ouvrirBanc } from '#support/pannes/banc'
import { type BilanDeDecisions, eprouverDecisions } from '#support/pannes/decisions'
import { ECHELLE, type Panne, PANNES } from '#support/pannes/pannes'

const PAGE = path.join(PROJECT_DIR, 'docs/fiabilite.md')

/** Twelve minutes, at the pace of the trial. */
const DURE = (12 * 60_000) / ECHELLE

/** The nets pass every minute or five: at the pace of the trial, every second or so. */
const CADENCE = 1_500

/** How long the last mail may wait, in ms. */
const PATIENCE = 120_000

const FILES = { postgres: 'PostgreSQL', redis: 'Redis' } as const
type Kind = keyof typeof FILES

const COLONNES: [string, keyof Bilan][] = [
  ['promis', 'promis'],
  ['partis', 'envoyes'],
  ['en double', 'doubles'],
  ['perdus', 'perdus'],
  ['abandonnés', 'abandonnes'],
  ['refusés pour eux-mêmes', 'refuses'],
  ['à vérifier par un agent', 'aVerifier'],
  ['durée (s)', 'secondes'],
]

const COLONNES_DE_DECISIONS: [string, keyof BilanDeDecisions][] = [
  ['pannes traversées', 'pannes'],
  ['lettres composées avant le départ', 'lettres'],
  ['décisions', 'decisions'],
  ...COLONNES.slice(0, 2),
  ['avec leur lettre jointe', 'jointes'],
  ['où le montant n’est pas celui du vote', 'faux'],
  ...COLONNES.slice(2),
]

const ligne = (cellules: readonly (string | number)[]) => `| ${cellules.join(' | ')} |`

/** Writes a table in its place of the page, between its two marks. */
async function publier(marque: string, entete: readonly string[], lignes: readonly string[]) {
  const [debut, fin] = [`<!-- ${marque} -->`, `<!-- /${marque} -->`]
  const tableau = [ligne(entete), ligne(entete.map(() => '---')), ...lignes].join('\n')
  const page = await readFile(PAGE, 'utf8')
  const [i, j] = [page.indexOf(debut), page.indexOf(fin)]
  if (i < 0 || j < i) throw new Error(`docs/fiabilite.md has no place for ${marque}`)
  await writeFile(PAGE, `${page.slice(0, i + debut.length)}\n\n${tableau}\n\n${page.slice(j)}`)
}

type Ligne = { kind: Kind; panne: Panne }

/** Tries the lines that are left, one after the other, on applications of its own: one for each store, opened when it is first asked for. */
async function essayer(restent: Iterator<Ligne>, n: number, dire: (ligne: Ligne, bilan: Bilan) => void) {
  const bancs: Partial<Record<Ligne['kind'], Awaited<ReturnType<typeof ouvrirBanc>>>> = {}
  try {
    for (let suivante = restent.next(); !suivante.done; suivante = restent.next()) {
      const { kind, panne } = suivante.value
      const { banc } = (bancs[kind] ??= await ouvrirBanc(kind))
      dire(suivante.value, await eprouver(banc, panne, { n, dure: DURE, patience: PATIENCE, cadence: CADENCE }))
    }
  } finally {
    for (const { fermer } of Object.values(bancs)) await fermer()
  }
}

/** Tells `n` decisions on each store, each on an application of its own; gives how many faults of ours were seen. */
async function essayerDecisions(n: number): Promise<number> {
  const lignes: string[] = []
  let fautes = 0
  for (const kind of ['postgres', 'redis'] as const) {
    const { banc, fermer } = await ouvrirBanc(kind)
    const bilan = await eprouverDecisions(banc, { n, dure: DURE, cadence: CADENCE }).finally(fermer)
    fautes += bilan.doubles + bilan.perdus + bilan.abandonnes + bilan.faux
    lignes.push(ligne([FILES[kind], ...COLONNES_DE_DECISIONS.map(([, cle]) => Math.round(bilan[cle]))]))
    process.stdout.write(`${lignes.at(-1)}\n`)
  }
  await publier('decisions', ['file', ...COLONNES_DE_DECISIONS.map(([nom]) => nom)], lignes)
  return fautes
}

async function main() {
  const { values } = parseArgs({
    options: {
      courriels: { type: 'string', default: '300' },
      seulement: { type: 'string', default: '' },
      ensemble: { type: 'string', default: '3' },
      decisions: { type: 'string', default: '0' },
    },
  })
  const [n, ensemble] = [Number(values.courriels), Number(values.ensemble)]
  if (!(n >= 10) || !(ensemble >= 1))
    throw new Error('npm run fiabilite -- [--courriels=300] [--seulement=TEXTE] [--ensemble=3]')
  if (Number(values.decisions) > 0) {
    if ((await essayerDecisions(Number(values.decisions))) > 0) process.exitCode = 1
    return
  }
  const lignes = (['postgres', 'redis'] as const).flatMap((kind): Ligne[] =>
    PANNES.filter(({ nom, sur }) => nom.includes(values.seulement) && (!sur || sur === kind)).map((panne) => ({
      kind,
      panne,
    })),
  )
  const faites = new Map<Ligne, string>()
  let fautes = 0
  const dire = (essayee: Ligne, bilan: Bilan) => {
    fautes += bilan.doubles + bilan.perdus + bilan.abandonnes
    const { kind, panne } = essayee
    const faite = ligne([panne.nom, FILES[kind], ...COLONNES.map(([, cle]) => Math.round(bilan[cle]))])
    process.stdout.write(`${faite}\n`)
    faites.set(essayee, faite)
  }
  const restent = lignes.values()
  await Promise.all(Array.from({ length: ensemble }, () => essayer(restent, n, dire)))
  const entete = ['panne', 'file', ...COLONNES.map(([nom]) => nom)]
  if (values.seulement === '')
    await publier(
      'pannes',
      entete,
      lignes.map((une) => faites.get(une) ?? ''),
    )
  if (fautes > 0) process.exitCode = 1
}

await main()
