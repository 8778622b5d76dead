import { compter } from '#domain/nombre'
import type { ReglesValidite } from '#domain/piece/regles-validite'
import type { SignalementDePiece } from '#domain/piece/signalement'
import { type DateLue, datesDuTexte, estEntiere, type LectureLue, preuveDe } from '#domain/piece/texte-de-piece'
import { addMonths, addDays, formatJour, type Jour } from '#domain/temps/jour'

type Faits = { regles: ReglesValidite; annee: number; deposeLe: Jour }

/** A date this much older than the deposit is a birth or a foundation, not the day of a justificatif. */
const ANCIEN_MOIS = 60

/** A day or two after the deposit is a slip of the pen; later ones are terms and due dates. */
const TOLERANCE = 3

const derniere = (dates: readonly DateLue[]): DateLue | null =>
  dates.reduce<DateLue | null>((max, date) => (max && max.jour >= date.jour ? max : date), null)

/** The year that the rule wants in the text, when the text shows others only. */
export function signalerAnnee(lecture: LectureLue, { regles, annee }: Faits): SignalementDePiece[] {
  if (regles.anneeDansTexte === null || !estEntiere(lecture)) return []
  const attendue = regles.anneeDansTexte === 'N' ? annee : annee - 1
  const courte = String(attendue).slice(2)
  const montree = new RegExp(
    `(?<!\\d)(${attendue}|20\\d\\d ?[-/] ?${courte}|\\d{1,2}[/.-]\\d{1,2}[/.-]${courte})(?!\\d)`,
  )
  if (lecture.lignes.some(({ texte }) => montree.test(texte))) return []
  const autre = lecture.lignes.find(({ texte }) => /(?<!\d)20[0-4]\d(?!\d)/.test(texte))
  const lues = [...new Set(lecture.lignes.flatMap(({ texte }) => texte.match(/(?<!\d)20[0-4]\d(?!\d)/g) ?? []))]
  const constat = lues.length > 0 ? ` Années lues\u00a0: ${lues.toSorted().slice(0, 5).join(', ')}.` : ''
  const detail = `L’année ${attendue} ne se lit pas dans le texte.${constat}`
  return [{ probleme: 'ANNEE_ABSENTE', detail, ...(autre && { preuve: preuveDe(autre) }) }]
}

/** No date at all, where one is required. */
export function signalerDate(lecture: LectureLue, { regles }: Faits): SignalementDePiece[] {
  if (!regles.dateRequise || !estEntiere(lecture) || datesDuTexte(lecture.lignes).length > 0) return []
  return [{ probleme: 'SANS_DATE', detail: 'Aucune date ne se lit dans le texte.' }]
}

const signalerAge = (date: DateLue, { mois, limite }: { mois: number; limite: Jour }): SignalementDePiece => ({
  probleme: 'PERIMEE',
  detail: `La date lue est le ${formatJour(date.jour)}\u00a0: plus de ${mois} mois avant le dépôt (au plus tôt le ${formatJour(limite)}).`,
  preuve: { ...preuveDe(date.ligne), mots: date.mots },
})

/**
 * A document too old at the deposit: by its latest date; and by the latest of one of its pages, since several justificatifs often come in
 * one file. Dates after the deposit (terms, next reading) do not make it young.
 */
export function signalerPeremption(lecture: LectureLue, { regles, deposeLe }: Faits): SignalementDePiece[] {
  const mois = regles.ancienneteMaxMois
  if (mois === null) return []
  const limite = addMonths(deposeLe, -mois)
  const dates = datesDuTexte(lecture.lignes).filter(({ jour }) => jour <= addDays(deposeLe, TOLERANCE))
  const plusRecente = derniere(dates)
  if (!plusRecente) return []
  if (plusRecente.jour < limite) return [signalerAge(plusRecente, { mois, limite })]
  const pages = new Set(dates.map(({ ligne }) => ligne.page))
  const vieilles = [...pages].flatMap((page) => {
    const date = derniere(dates.filter(({ ligne }) => ligne.page === page))
    return date && date.jour < limite && date.jour > addMonths(deposeLe, -ANCIEN_MOIS) ? [date] : []
  })
  const [premiere] = vieilles
  if (!premiere) return []
  const seule = signalerAge(premiere, { mois, limite })
  const autres = vieilles.length > 1 ? ` ${compter(vieilles.length, 'page est', 'pages sont')} dans ce cas.` : ''
  return [{ ...seule, detail: `${seule.detail}${autres}` }]
}

/** A document older than what it speaks of. */
export function signalerAnteriorite(lecture: LectureLue, { regles }: Faits): SignalementDePiece[] {
  const date = regles.dateAuPlusTot && derniere(datesDuTexte(lecture.lignes))
  if (!date || !regles.dateAuPlusTot || date.jour >= regles.dateAuPlusTot) return []
  const detail = `La date lue est le ${formatJour(date.jour)}\u00a0: ce document ne peut pas dater d’avant le ${formatJour(regles.dateAuPlusTot)}.`
  return [{ probleme: 'DATE_TROP_ANCIENNE', detail, preuve: { ...preuveDe(date.ligne), mots: date.mots } }]
}
