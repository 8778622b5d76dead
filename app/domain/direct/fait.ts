import type { Droit } from '#domain/acces/droits'
import { type ObjetJournal, OBJETS_JOURNAL } from '#domain/journal/entree'

/** What is told of beside the things of the journal: the sessions of an agent ended or their account changed, and who is on a page. */
const OBJETS_DU_DIRECT = [...OBJETS_JOURNAL, 'session', 'presence'] as const
type ObjetDuDirect = (typeof OBJETS_DU_DIRECT)[number]

/** One word of the database on what has just become true. It names nobody and says nothing of the content. */
export type Fait = {
  objet: ObjetDuDirect
  /** Of the thing; of the agent for `session`, the written subject for `presence`. */
  id: string
  /** What the thing was at afterwards, where it has versions. */
  version: number | null
  /** The id of who did it; null for the software itself, and where nobody did. */
  par: string | null
  /** The entry of the journal that tells it; null where there is none. */
  entree: string | null
}

const texte = (valeur: unknown): string | null => (typeof valeur === 'string' ? valeur : null)

/** Reads what the database said; null for what is no such word. */
export function lireFait(dit: string): Fait | null {
  let lu: unknown
  try {
    lu = JSON.parse(dit)
  } catch {
    return null
  }
  if (typeof lu !== 'object' || lu === null) return null
  const { objet, id, version, par, entree } = lu as Record<string, unknown>
  const connu = OBJETS_DU_DIRECT.find((un) => un === objet)
  if (!connu || typeof id !== 'string') return null
  return {
    objet: connu,
    id,
    version: typeof version === 'number' ? version : null,
    par: texte(par),
    entree: texte(entree),
  }
}

/** What may be followed live from a page, and the right without which nothing is told of it: that of the page itself. */
export const DROIT_DE_SUIVRE = {
  dossier: 'dossier.lire',
  'pre-projet': 'pre-projet.lire',
  lot: 'import.lire',
  'lot-actes': 'dossier.lire',
  rapport: 'rapport.lire',
  campagne: 'campagne.regler',
  seance: 'seance.lire',
} as const satisfies Partial<Record<ObjetJournal, Droit>>

type ObjetSuivi = keyof typeof DROIT_DE_SUIVRE

/** What a page shows: one thing, or all of its kind where `id` is empty. */
export type Sujet = { objet: ObjetSuivi; id: string }

/** `dossier:<id>`, as an address and a notification write it. */
export const ecrireSujet = ({ objet, id }: Sujet): string => `${objet}:${id}`

const SUJET = /^([a-z-]+):([0-9a-f-]{36})?$/

/** Null for what is no subject. */
export function lireSujet(dit: string): Sujet | null {
  const [, objet, id = ''] = SUJET.exec(dit) ?? []
  return objet !== undefined && Object.hasOwn(DROIT_DE_SUIVRE, objet) ? { objet: objet as ObjetSuivi, id } : null
}

/** Does this fact change what the page shows? */
export const concerne = (sujet: Sujet, fait: Pick<Fait, 'objet' | 'id'>): boolean =>
  fait.objet === sujet.objet && (sujet.id === '' || fait.id === sujet.id)

/** Officers are shown to each other on one dossier or one fiche. */
export const aDesPresents = ({ objet, id }: Sujet): boolean =>
  id !== '' && (objet === 'dossier' || objet === 'pre-projet')
