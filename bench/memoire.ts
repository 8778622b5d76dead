import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import autocannon from 'autocannon'
import { PROJECT_DIR } from '#infra/env'
import { diskStorage, newKey } from '#infra/storage'
import { recevoirCourriel } from '#usecases/courriel-recu/recevoir-courriel'
import type { Monde } from './monde'
import { lancerTravaux, lancerWeb, seConnecter } from './serveurs'

/** What one kind of process holds, in MB: at the start, at its most (as the system counts it), half way and at the end. */
type Tenu = { processus: string; depart: number; maximum: number; milieu: number; fin: number }
export type Memoire = { volume: number; secondes: number; messages: number; apercus: number; tenus: Tenu[] }

const CONNEXIONS = 20
/** A message arrives, and a file is looked at, each so many milliseconds. */
const CADENCE_MS = 2_000

/** What is asked over and over: pages and their data, gzipped as a browser asks for them. */
const ADRESSES = [
  '/dossiers?vue=a-faire',
  '/dossiers.data?vue=a-faire',
  '/',
  '/pre-projets',
  '/dossiers?q=jumelage',
  '/dossiers.data?page=19',
]

type Vu = { resident: number; sommet: number; parent: number }

/** A process as the system tells it, in MB; null when it has gone, or where there is no /proc. */
function voir(pid: number | string): Vu | null {
  try {
    const statut = readFileSync(`/proc/${pid}/status`, 'utf8')
    const lire = (nom: string) => Number(new RegExp(`^${nom}:\\s+(\\d+)`, 'm').exec(statut)?.[1] ?? 0)
    return { resident: lire('VmRSS') / 1024, sommet: lire('VmHWM') / 1024, parent: lire('PPid') }
  } catch {
    return null
  }
}

const estUnLecteur = (pid: string): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('tinypool')
  } catch {
    return false
  }
}

/** The readers that these processes started. */
const lecteursDe = (parents: readonly (number | undefined)[]): Vu[] =>
  readdirSync('/proc')
    .filter((nom) => /^\d+$/.test(nom) && estUnLecteur(nom))
    .flatMap((pid) => voir(pid) ?? [])
    .filter(({ parent }) => parents.includes(parent))

/** Puts a message of the samples among those to read, as the mailbox does: a worker opens it with its files. */
async function recevoir({ db, dossier }: Monde, contenu: Buffer, rang: number) {
  const cle = newKey('courriels', 'eml')
  const unique = Buffer.concat([Buffer.from(`X-Banc: ${rang}\r\n`), contenu])
  await diskStorage(path.join(dossier, 'fichiers')).put(cle, unique)
  const sha256 = createHash('sha256').update(unique).digest('hex')
  const [recuLe, le] = [new Date(), new Date()]
  const arrive = { cle, nomFichier: `${rang}.eml`, taille: unique.length, sha256, recuLe, le }
  await db.$transaction((tx) => recevoirCourriel(tx, arrive, { promettre: true }))
}

/**
 * Twenty connections for so many seconds on the web process, while messages arrive and are read by the worker, and their files are looked at on the
 * web: memory is read each second. Throws when an answer is not the page.
 */
export async function mesurerMemoire(monde: Monde, secondes: number): Promise<Memoire> {
  const exemples = path.join(PROJECT_DIR, 'tests/fixtures/courriels')
  const mails = readdirSync(exemples).map((nom) => readFileSync(path.join(exemples, nom)))
  const web = await lancerWeb(monde.url, monde.dossier)
  const travaux = lancerTravaux(monde.url, monde.dossier)
  let [messages, apercus] = [0, 0]
  let enCours: Promise<void> = Promise.resolve()
  try {
    const headers = { cookie: await seConnecter(web.base), 'accept-encoding': 'gzip' }
    const vus: { web: Vu | null; travaux: Vu | null; lecteurs: Vu[] }[] = []
    const montre = setInterval(
      () => vus.push({ web: voir(web.pid ?? 0), travaux: voir(travaux.pid ?? 0), lecteurs: lecteursDe([web.pid, travaux.pid]) }), // prettier-ignore
      1_000,
    )
    const unTour = async () => {
      await recevoir(monde, mails[messages % mails.length] ?? Buffer.alloc(0), messages)
      messages += 1
      const piece = await monde.db.pieceJointe.findFirst({
        orderBy: { id: 'desc' },
        skip: apercus % 10,
        select: { id: true, courrielRecuId: true },
      })
      if (!piece) return
      const vers = `${web.base}/courriels/recus/${piece.courrielRecuId}/pieces/${piece.id}`
      for (const suite of ['apercu', 'pages/1'])
        await fetch(`${vers}/${suite}`, { headers }).then((r) => r.arrayBuffer())
      apercus += 1
    }
    const arrivees = setInterval(() => {
      enCours = enCours.then(unTour)
    }, CADENCE_MS)
    const requests = ADRESSES.map((chemin) => ({ path: chemin, headers }))
    const charge = { url: web.base, connections: CONNEXIONS, duration: secondes, timeout: 60, requests }
    const { non2xx, errors } = await autocannon(charge)
    for (const minuterie of [montre, arrivees]) clearInterval(minuterie)
    await enCours
    if (!voir(travaux.pid ?? 0)) throw new Error('Les travaux de fond se sont arrêtés.')
    if (non2xx > 0 || errors > 0) throw new Error(`${non2xx} réponses en erreur, ${errors} pannes`)
    const tenu = (processus: string, residents: number[], sommets: number[]): Tenu => {
      const [milieu, fin] = [residents[Math.floor(residents.length / 2)], residents.at(-1)]
      const [depart, maximum] = [residents[0], Math.max(0, ...sommets)]
      const enMo = (n: number | undefined) => Math.round(n ?? 0)
      return { processus, depart: enMo(depart), maximum: enMo(maximum), milieu: enMo(milieu), fin: enMo(fin) }
    }
    const un = (nom: string, lire: (vu: (typeof vus)[number]) => Vu | null) =>
      tenu(nom, vus.map((vu) => lire(vu)?.resident ?? 0), vus.map((vu) => lire(vu)?.sommet ?? 0)) // prettier-ignore
    const somme = vus.map(({ lecteurs }) => lecteurs.reduce((total, { resident }) => total + resident, 0))
    const gros = (mesure: 'resident' | 'sommet') =>
      vus.map(({ lecteurs }) => Math.max(0, ...lecteurs.map((un_) => un_[mesure])))
    const tenus = [
      un('web', (vu) => vu.web),
      un('travaux', (vu) => vu.travaux),
      tenu('lecteurs, ensemble', somme, somme),
      tenu('le plus gros lecteur', gros('resident'), gros('sommet')),
    ]
    return { volume: monde.volume, secondes, messages, apercus, tenus }
  } finally {
    await web.fermer()
    await travaux.fermer()
  }
}

/** The table for people. */
export const tableauMemoire = (mesures: readonly Memoire[]): string =>
  [
    '| dossiers | minutes | messages lus | fichiers regardés | processus | au départ (Mo) | au plus (Mo) | à mi-chemin (Mo) | à la fin (Mo) |',
    '|---|---|---|---|---|---|---|---|---|',
    ...mesures.flatMap(({ volume, secondes, messages, apercus, tenus }) =>
      tenus.map(
        ({ processus, depart, maximum, milieu, fin }) =>
          `| ${volume} | ${Math.round(secondes / 6) / 10} | ${messages} | ${apercus} | ${processus} | ${depart} | ${maximum} | ${milieu} | ${fin} |`,
      ),
    ),
  ].join('\n')
