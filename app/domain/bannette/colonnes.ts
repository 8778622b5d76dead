import { type Bannette, BANNETTES } from '#domain/bannette/vue-enregistree'

/** How close the rows of a list stand, closest first. */
export const DENSITES = ['serree', 'aeree'] as const
export type Densite = (typeof DENSITES)[number]

/**
 * The columns an officer hid or widened and how close the rows stand, as their browser holds them. `de` is whose they are (absent on those of
 * before they were kept for an agent), `garde` that the server has them too.
 */
export type ChoixDeColonnes = {
  visibles: Record<string, boolean>
  largeurs: Record<string, number>
  densite: Densite
  de?: string
  garde?: boolean
}

const RIEN: ChoixDeColonnes = { visibles: {}, largeurs: {}, densite: 'serree' }

const UN_AN_S = 31_536_000

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const only = <T>(value: unknown, isRight: (v: unknown) => v is T): Record<string, T> =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).flatMap(([nom, v]) => (isRight(v) ? [[nom, v]] : []))) : {}

/** What is understood of a choice that comes from a browser or from the database; the rest is as if nothing had been chosen. */
export function lireChoix(lu: unknown): ChoixDeColonnes {
  if (!isRecord(lu)) return RIEN
  return {
    visibles: only(lu['visibles'], (v): v is boolean => typeof v === 'boolean'),
    largeurs: only(lu['largeurs'], (v): v is number => typeof v === 'number' && v >= 40 && v <= 2000),
    densite: DENSITES.find((une) => une === lu['densite']) ?? RIEN.densite,
    ...(typeof lu['de'] === 'string' && { de: lu['de'] }),
    ...(lu['garde'] === true && { garde: true }),
  }
}

const nomDuCookie = (bannette: Bannette) => `mcei_colonnes_${bannette}`

/** The choice among the cookies of a browser (the header as it came); null where it holds none. */
function choixDuCookie(cookies: string | null, bannette: Bannette): ChoixDeColonnes | null {
  const debut = `${nomDuCookie(bannette)}=`
  const cookie = cookies?.split('; ').find((un) => un.startsWith(debut))
  if (!cookie) return null
  try {
    return lireChoix(JSON.parse(decodeURIComponent(cookie.slice(debut.length))))
  } catch {
    return null
  }
}

/** The same, nothing chosen where there is none, so that the page comes with the right columns at once. */
export const choixDeColonnes = (cookies: string | null, bannette: Bannette): ChoixDeColonnes =>
  choixDuCookie(cookies, bannette) ?? RIEN

/** The cookie that keeps a choice in a browser. */
export const cookieDeColonnes = (bannette: Bannette, choix: ChoixDeColonnes): string =>
  `${nomDuCookie(bannette)}=${encodeURIComponent(JSON.stringify(choix))}; path=/; max-age=${UN_AN_S}; samesite=lax`

/** What to do when an agent signs in: keep for them what this browser holds, or give this browser what is kept for them. */
export type Reprise = { bannette: Bannette; garder: ChoixDeColonnes } | { bannette: Bannette; donner: ChoixDeColonnes }

/**
 * The choices of an agent who signs in, `gardes` being what is kept for them: what they changed in this browser while it could not be told
 * wins, and what a browser held before choices were kept for anyone is theirs if they have none. What is another's is not.
 */
export const reprendreColonnes = (
  agentId: string,
  cookies: string | null,
  gardes: Partial<Record<Bannette, ChoixDeColonnes>>,
): Reprise[] =>
  BANNETTES.flatMap((bannette): Reprise[] => {
    const [ici, garde] = [choixDuCookie(cookies, bannette), gardes[bannette]]
    const mien = ici && (ici.de === agentId || (ici.de === undefined && !garde))
    if (mien && !ici.garde) return [{ bannette, garder: { ...ici, de: agentId, garde: true } }]
    if (garde) return [{ bannette, donner: { ...garde, de: agentId, garde: true } }]
    return ici && !mien ? [{ bannette, donner: { ...RIEN, de: agentId } }] : []
  })
