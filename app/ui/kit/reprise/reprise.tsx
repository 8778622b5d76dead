import type * as Tour from '#ui/kit/acte/tour'
import { effacer } from '#ui/kit/formulaire/saisies'

/** What a request waits for before it is made again: a new sign-in, the network, the server. */
export type Manque = 'SESSION' | 'RESEAU' | 'SERVEUR'

/** What is told of a sending that nobody asked for and that did not go. */
export type Echec = { phrase: string; seReconnecter: boolean }

/** Done again, or given up: the words stay and the page with them. */
type Suite = 'REPRENDRE' | 'RENONCER'

type Attente = { manque: Manque; estEnvoi: boolean; promesse: Promise<Suite>; repondre: (suite: Suite) => void }

/** One question at a time, however many requests wait for its answer. */
const etat: { attente: Attente | null } = { attente: null }
const ecoutes = new Set<() => void>()
/** The acts on their way: the key of each submission, and where the words it carries are kept. */
const enCours = new Map<string, string | null>()

/** The acts that left this page, and those of them that came to nothing: what the next one looks at. */
export const actes = { partis: 0, manques: 0 }

/** An act was refused, or given up. */
export const manquer = () => {
  actes.manques += 1
}

function poser(attente: Attente | null) {
  etat.attente = attente
  for (const ecoute of ecoutes) ecoute()
}

export const attenteCourante = () => etat.attente

export function ecouterAttente(ecoute: () => void): () => void {
  ecoutes.add(ecoute)
  return () => ecoutes.delete(ecoute)
}

function attendre(manque: Manque, estEnvoi: boolean): Promise<Suite> {
  if (etat.attente) return etat.attente.promesse
  let repondre: (suite: Suite) => void = () => undefined
  const promesse = new Promise<Suite>((resolve) => {
    repondre = (suite) => {
      poser(null)
      resolve(suite)
    }
  })
  poser({ manque, estEnvoi, promesse, repondre })
  return promesse
}

/** Waits until the network is tried again, or given up on. */
export const attendreLeReseau = (): Promise<Suite> => attendre('RESEAU', false)

/** The network is back: what waited for it goes on by itself. */
const reseauRevenu = () => {
  if (etat.attente?.manque === 'RESEAU') etat.attente.repondre('REPRENDRE')
}

/** This submission leaves; once it is done, the words kept under `cleSaisie` are no longer needed. */
export const suivre = (cleEnvoi: string, cleSaisie: string | null) => {
  enCours.set(cleEnvoi, cleSaisie)
  actes.partis += 1
}

/** True until the server said that this submission is over. */
export const estEnCours = (cleEnvoi: string) => enCours.has(cleEnvoi)

export const finir = (cleEnvoi: string) => {
  enCours.delete(cleEnvoi)
}

/** The fields by which a form says what was on the screen and that another act of the same page may change. */
export const VUS = ['version', 'versionPiece', 'etat', 'filVu', 'exigencesId']

/** Drawn by this page: it need not be secret, only never drawn twice. */
export function nouvelleCle(): string {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((octet) => octet.toString(16).padStart(2, '0'))
    .join('')
  return [8, 12, 16, 20].reduceRight((mots, rang) => `${mots.slice(0, rang)}-${mots.slice(rang)}`, hex)
}

const VERS_AUTRE_PAGE = 202

/** An act that is refused by the word of the next page says so here (#web/agent-route). */
const REFUS = 'X-Refus'

function cleDuCorps(corps: unknown): string | null {
  if (!(corps instanceof URLSearchParams || corps instanceof FormData)) return null
  const cle = corps.get('cleEnvoi')
  return typeof cle === 'string' ? cle : null
}

/** The act answered by sending to another page: it is done, and its words are no longer kept. */
function faire(cleEnvoi: string | null) {
  const cleSaisie = cleEnvoi === null ? null : enCours.get(cleEnvoi)
  if (cleEnvoi !== null) finir(cleEnvoi)
  if (cleSaisie) effacer(cleSaisie)
}

/**
 * The same answer, read to its end: one that is given up half-way is given up whole, and nobody complains of a half that does not come.
 * Nothing in our data comes later than the rest.
 */
async function entiere(reponse: Response): Promise<Response> {
  if (!reponse.body) return reponse
  const { status, statusText, headers } = reponse
  return new Response(await reponse.arrayBuffer(), { status, statusText, headers })
}

const enRoute = () => window.__remixRouter.state.navigation.state === 'loading'

type Secours = {
  reponseDe: (manque: Manque, deSoiMeme: boolean) => Response
  retourDuReseau: () => Promise<void>
  resterSurLaPage: () => void
  revenir: <M>(charger: () => Promise<M>) => Promise<M>
  /** What is told of a sending that nobody asked for, and when it is tried again. */
  plusTard: (vise: { manque: Manque; fois: number }, essayer: () => void, dire: (echec: Echec) => void) => () => void
  /** Of an act that waits for the one before it: whether it goes, and what is said. */
  tour: typeof Tour
}

/** What is needed once something failed, or waits: it comes with the page at rest, so that it is there when the network is not. */
export const secours: Partial<Secours> = {}

/** The field of a sending that nobody asked for (#ui/kit/reprise/de-soi-meme). */
export const DE_SOI_MEME = 'deSoiMeme'

/** Which routes an act goes through is looked up when it is asked: the only thing that is read for an officer and is no page. */
const DECOUVERTE = '/__manifest'

async function garantir(cible: URL, partir: () => Promise<Response>, init: RequestInit): Promise<Response> {
  const estEnvoi = (init.method ?? 'GET').toUpperCase() !== 'GET'
  const deSoiMeme = init.body instanceof URLSearchParams && init.body.has(DE_SOI_MEME)
  // What a page reads again by itself was asked by nobody, and nobody is asked: it goes on when the network is back.
  let enSilence = !estEnvoi && !(cible.pathname === DECOUVERTE && init.signal)
  for (;;) {
    const [reponse, erreur] = await partir()
      .then(entiere)
      .then(
        (une): [Response, null] => [une, null],
        (une: unknown): [null, unknown] => [null, une],
      )
    if (init.signal?.aborted) {
      if (reponse) return reponse
      throw erreur
    }
    const manque: Manque | null = !reponse
      ? 'RESEAU'
      : reponse.status === 401
        ? 'SESSION'
        : estEnvoi && reponse.status >= 500
          ? 'SERVEUR'
          : null
    if (reponse && manque === null) {
      if (estEnvoi && reponse.status === VERS_AUTRE_PAGE) faire(cleDuCorps(init.body))
      if (estEnvoi && (reponse.status >= 400 || reponse.headers.has(REFUS))) manquer()
      return reponse
    }
    const seul = !reponse && !estEnvoi && !enRoute()
    if (seul && enSilence && secours.retourDuReseau) {
      await secours.retourDuReseau()
      continue
    }
    if (deSoiMeme && secours.reponseDe) return secours.reponseDe(manque ?? 'RESEAU', true)
    if ((await attendre(manque ?? 'RESEAU', estEnvoi)) === 'REPRENDRE') continue
    if (estEnvoi && secours.reponseDe) return secours.reponseDe(manque ?? 'RESEAU', deSoiMeme)
    enSilence = true
    if (seul) continue
    if (enRoute()) secours.resterSurLaPage?.()
    if (reponse) return reponse
    throw erreur
  }
}

/** What the router asks of the server: the data of a page, an act, or which routes an address not seen yet goes through. */
const estDuRouteur = (cible: RequestInfo | URL): cible is URL =>
  cible instanceof URL && cible.origin === window.location.origin && /\.data$|^\/__manifest$/.test(cible.pathname)

/**
 * Every request of the router goes through here, whoever makes it: a form, a link, a button, a page that refreshes itself. One that finds
 * the session ended, no network or a server that fails waits, page and words in place, and is made again as it was. Remix has no
 * place of its own for this: its router only knows `fetch`.
 */
export function surveillerLesRequetes() {
  const partir = window.fetch.bind(window)
  window.fetch = (cible, init = {}) =>
    estDuRouteur(cible) ? garantir(cible, () => partir(cible, init), init) : partir(cible, init)
  window.addEventListener('online', reseauRevenu)
}
