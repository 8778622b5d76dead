import { jourDe, type Jour, parseJour } from '#domain/temps/jour'
import { abreger, plier } from '#domain/texte'
import type { Preuve } from '#domain/piece/signalement'

/** One line read in a file. `page` is absent where the format has no pages; `endroit` says the place for people. */
export type LigneDeTexte = { texte: string; page: number | null; endroit: string }

/** What the text of a file gave. ILLISIBLE: damaged; NON_LUE: a format or a weight that is not read. */
export type LectureDePiece =
  | { etat: 'PROTEGEE' | 'ILLISIBLE' | 'NON_LUE' }
  | {
      etat: 'LUE'
      lignes: readonly LigneDeTexte[]
      pages: number
      /** Numbers of the pages with neither text nor anything painted. */
      blanches: readonly number[]
      /** Pages that hold pictures and no text: a machine reads nothing there. */
      images: readonly number[]
      /** True when some image is in the file, whose words are not read. */
      aImage: boolean
      /** True when only the beginning was read. */
      tronquee: boolean
      /** True when the file bears an electronic signature. */
      signee: boolean
    }

export type LectureLue = Extract<LectureDePiece, { etat: 'LUE' }>

/** The evidence that a line is. */
export const preuveDe = ({ texte, page, endroit }: LigneDeTexte): Preuve => ({
  ...(page !== null && { page }),
  endroit,
  mots: abreger(texte, 140),
})

/** True when nothing of the file escaped the reading: only then may something be called absent. */
export const estEntiere = ({ lignes, images, tronquee }: LectureLue): boolean =>
  lignes.length > 0 && images.length === 0 && !tronquee

/** True when a person reads words there and the machine none. */
export const estScan = ({ lignes, images }: LectureLue): boolean => lignes.length === 0 && images.length > 0

export type DateLue = { jour: Jour; mots: string; ligne: LigneDeTexte }

const MOIS =
  'janv(?:ier)?|f[eé]vr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[uû]t|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|d[eé]c(?:embre)?'

/** A day as a document writes it; the groups of a telephone number are none. */
const DATE = new RegExp(
  [
    '(?<![\\d/.-])(?<iso>(?:19|20)\\d{2}-\\d{2}-\\d{2})(?!\\d)',
    '(?<![\\d/.-])(?<num>\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?(?:\\d{4}|\\d{2}))(?! ?[/.-] ?\\d|\\d)',
    `(?<!\\d)(?<lettres>\\d{1,2}(?: ?er)? (?:${MOIS})\\.? (?:19|20)\\d{2})(?!\\d)`,
    `(?<![\\p{L}\\d])(?<mois>(?:${MOIS})\\.? (?:19|20)\\d{2})(?!\\d)`,
  ].join('|'),
  'giu',
)

/** A date that a text quotes is not the date of the document: a law, a birth. */
const CITEE = /\b(?:loi|decret|arrete|ordonnance|circulaire)\b[^;]{0,45} du$|\b(?:nee?|naissance)\b.{0,20}$/

function jourLu(groupes: Record<string, string | undefined>): Jour | null {
  const { iso, num, lettres, mois } = groupes
  if (mois) {
    const [nom = '', annee = ''] = mois.split(/\.? (?=\d)/)
    const premier = parseJour(`1 ${nom} ${annee}`)
    if (!premier) return null
    const [a, m] = premier.split('-').map(Number)
    return [31, 30, 29, 28].map((jour) => jourDe(a ?? 0, m ?? 0, jour)).find((jour) => jour !== null) ?? null
  }
  const ecrit = (iso ?? num ?? lettres ?? '').replace(/ ?([/.-]) ?/g, '$1').replace(/ ?er /i, ' ')
  return parseJour(ecrit)
}

/** The days a text shows, in reading order, without those it only quotes. A month without a day is its last day. */
export function datesDuTexte(lignes: readonly LigneDeTexte[]): DateLue[] {
  return lignes.flatMap((ligne, rang) =>
    Array.from(ligne.texte.matchAll(DATE)).flatMap((trouvee) => {
      const avant = `${rang > 0 ? (lignes[rang - 1]?.texte ?? '') : ''} ${ligne.texte.slice(0, trouvee.index)}`
      if (CITEE.test(plier(avant.slice(-60)))) return []
      const jour = jourLu(trouvee.groups ?? {})
      return jour ? [{ jour, mots: trouvee[0].trim(), ligne }] : []
    }),
  )
}
