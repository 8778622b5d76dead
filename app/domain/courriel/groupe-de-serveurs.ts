import { no, ok, type Result } from '#domain/result'
import { nettoyer } from '#domain/texte'

export const NOM_GROUPE_MAX = 80
export const SIMULTANES_MAX = 50
export const PAR_HEURE_MAX = 100_000
const DOMAINES_MAX = 200

/** `detail` names the domains that cannot be read, or those that are elsewhere and where. */
export type RefusGroupe =
  | 'SANS_NOM'
  | 'NOM_TROP_LONG'
  | 'NOM_PRIS'
  | 'SANS_DOMAINE'
  | 'TROP_DE_DOMAINES'
  | 'DOMAINES_ILLISIBLES'
  | 'DOMAINE_AILLEURS'
  | 'SIMULTANES_HORS_BORNES'
  | 'PAR_HEURE_HORS_BORNES'

/** How many mails are on their way at once, and how many begin in an hour; null for as many as go. */
export type Allure = { simultanes: number; parHeure: number | null }
export type GroupeSaisi = Allure & { nom: string; domaines: readonly string[] }

/** A name of host: labels of letters, digits and hyphens, a top one of letters. */
const DOMAINE = /^(?=.{1,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/

/** What is typed of a domain: with its @ or without, and no dot at its end. */
const lireDomaine = (dit: string): string => dit.trim().toLowerCase().replace(/^@/, '').replace(/\.$/, '')

const entier = (dit: string): number => (/^\d{1,6}$/.test(dit.trim()) ? Number(dit) : Number.NaN)

const dans = (n: number, max: number): boolean => n >= 1 && n <= max

type Saisi = { nom: string; domaines: string; simultanes: string; parHeure: string }

/** A group of servers as it is typed: its domains one a line or between commas, each kept once; an hour without a bound is left empty. */
export function lireGroupe(saisi: Saisi): Result<GroupeSaisi, RefusGroupe> {
  const nom = nettoyer(saisi.nom)
  if (nom === '') return no('SANS_NOM')
  if (nom.length > NOM_GROUPE_MAX) return no('NOM_TROP_LONG')
  const dits = saisi.domaines.split(/[\s,;]+/).filter((dit) => dit !== '')
  const domaines = [...new Set(dits.map(lireDomaine))]
  const illisibles = domaines.filter((domaine) => !DOMAINE.test(domaine))
  if (illisibles.length > 0) return no('DOMAINES_ILLISIBLES', illisibles.slice(0, 10).join(', '))
  if (domaines.length === 0) return no('SANS_DOMAINE')
  if (domaines.length > DOMAINES_MAX) return no('TROP_DE_DOMAINES', String(DOMAINES_MAX))
  const simultanes = entier(saisi.simultanes)
  if (!dans(simultanes, SIMULTANES_MAX)) return no('SIMULTANES_HORS_BORNES')
  const parHeure = saisi.parHeure.trim() === '' ? null : entier(saisi.parHeure)
  if (parHeure !== null && !dans(parHeure, PAR_HEURE_MAX)) return no('PAR_HEURE_HORS_BORNES')
  return ok({ nom, domaines, simultanes, parHeure })
}

/** How many more mails may begin towards these servers now; `commences`: in the last hour. */
export const placesLibres = (
  { simultanes, parHeure }: Allure,
  { enRoute, commences }: { enRoute: number; commences: number },
): number => Math.max(0, Math.min(simultanes - enRoute, parHeure === null ? Infinity : parHeure - commences))
