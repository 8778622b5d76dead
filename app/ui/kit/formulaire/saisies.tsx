import type { NomFormulaire } from '#libelles/formulaire'

/** Which form, about what: with the agent, the place where what is typed is kept. */
export type Identite = {
  nom: NomFormulaire
  /** Address or id of the thing; where the page bears the same form many times, with what tells them apart. */
  objet: string
}

/** What was typed in one form and not sent, as this device keeps it. Never a password, never a hidden field, never a file. */
export type Saisie = Identite & {
  agent: string
  /** First key pressed, in ms; the last one. */
  debut: number
  le: number
  /** Address of the page it was typed on. */
  page: string
  /** By field, only what differs from what the page showed. */
  champs: Record<string, string>
  /** Of those, what the server had answered when they were typed over. */
  bases?: Record<string, string>
  /** What a form holds beside its fields: lines added, their order. */
  reste?: unknown
}

const PREFIXE = 'mcei:saisie:'
const JOUR_MS = 24 * 60 * 60 * 1000
/** Older is no longer what somebody has in mind. */
const AGE_MAX_MS = 14 * JOUR_MS
const NOMBRE_MAX = 60
/** In characters, all together: far under what a browser gives to a site. */
const TAILLE_MAX = 1_000_000

export const cleDe = (agent: string, { nom, objet }: Identite): string => `${PREFIXE}${agent}:${nom}:${objet}`

const estSaisie = (lu: unknown): lu is Saisie =>
  typeof lu === 'object' &&
  lu !== null &&
  'nom' in lu &&
  typeof lu.nom === 'string' &&
  'le' in lu &&
  typeof lu.le === 'number' &&
  'champs' in lu &&
  typeof lu.champs === 'object'

/** A browser may refuse to keep anything: the words then live as long as the page. */
function surAppareil(geste: (appareil: Storage) => void) {
  try {
    geste(window.localStorage)
  } catch {
    // Full, or closed to this site: nothing else is lost by it.
  }
}

function lireTout(): Map<string, Saisie> {
  const lues = new Map<string, Saisie>()
  surAppareil((appareil) => {
    for (const cle of Object.keys(appareil).filter((une) => une.startsWith(PREFIXE))) {
      const lu: unknown = JSON.parse(appareil.getItem(cle) ?? 'null')
      if (estSaisie(lu) && Date.now() - lu.le < AGE_MAX_MS) lues.set(cle, lu)
      else appareil.removeItem(cle)
    }
  })
  return lues
}

/** The words of this device, read once; null where there is no browser. */
const memoire: { gardees: Map<string, Saisie> | null; liste: readonly [string, Saisie][] } = {
  gardees: null,
  liste: [],
}
const ecoutes = new Set<() => void>()
/** The forms that are on the page now. */
const montes = new Map<string, number>()

function dire() {
  memoire.liste = [...gardees()].filter(([cle]) => !montes.has(cle)).sort(([, a], [, b]) => b.le - a.le)
  for (const ecoute of ecoutes) ecoute()
}

function gardees(): Map<string, Saisie> {
  if (memoire.gardees === null) {
    memoire.gardees = lireTout()
    window.addEventListener('storage', (event) => {
      if (event.key !== null && !event.key.startsWith(PREFIXE)) return
      memoire.gardees = lireTout()
      dire()
    })
  }
  return memoire.gardees
}

/** The oldest words go first when there are too many of them. */
function borner() {
  const parAge = [...gardees()].sort(([, a], [, b]) => b.le - a.le)
  let taille = 0
  parAge.forEach(([cle, saisie], rang) => {
    taille += JSON.stringify(saisie).length
    if (rang >= NOMBRE_MAX || taille > TAILLE_MAX) effacer(cle)
  })
}

export const lire = (cle: string): Saisie | undefined => gardees().get(cle)

export function garder(cle: string, tapee: Omit<Saisie, 'debut'>) {
  const avant = gardees().get(cle)
  const saisie = { ...tapee, debut: avant?.debut ?? tapee.le }
  const nouvelle = avant === undefined
  gardees().set(cle, saisie)
  surAppareil((appareil) => appareil.setItem(cle, JSON.stringify(saisie)))
  if (nouvelle) borner()
  dire()
}

export function effacer(cle: string) {
  if (!gardees().delete(cle)) return
  surAppareil((appareil) => appareil.removeItem(cle))
  dire()
}

export const aDesMots = (agent: string): boolean => [...gardees().values()].some((saisie) => saisie.agent === agent)

/** Whoever leaves the post leaves nothing on it. */
export function effacerDe(agent: string) {
  for (const [cle, saisie] of [...gardees()]) if (saisie.agent === agent) effacer(cle)
}

/** The form is on the page; gives how to say that it no longer is. */
export function monter(cle: string): () => void {
  montes.set(cle, (montes.get(cle) ?? 0) + 1)
  dire()
  return () => {
    const reste = (montes.get(cle) ?? 1) - 1
    if (reste > 0) montes.set(cle, reste)
    else montes.delete(cle)
    dire()
  }
}

/** The keys of forms on the page that hold words not sent. */
export const nonEnvoyees = (): string[] => [...montes.keys()].filter((cle) => gardees().has(cle))

export function ecouter(ecoute: () => void): () => void {
  ecoutes.add(ecoute)
  return () => ecoutes.delete(ecoute)
}

/** The words kept whose form is not on the page, the newest first. */
export function orphelines(): readonly [string, Saisie][] {
  if (memoire.gardees === null) dire()
  return memoire.liste
}

/** Asked once for the same words: those who said that they leave have been told. */
const demandees = new Set<string>()
const depart = { libre: false }

/** The page is about to be drawn again, and the words are kept: nothing to ask. */
export const partirSansDemander = () => {
  depart.libre = true
}

/** The words not sent of which nobody was told yet that the page is left. */
export const aDemander = () => (depart.libre ? [] : nonEnvoyees().filter((cle) => !demandees.has(cle)))

/** Somebody was told, and leaves. */
export const demander = () => {
  for (const cle of aDemander()) demandees.add(cle)
}
