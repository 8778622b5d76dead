import { type ModeleATextes, type RefusTexte, type TextesDeModele, verifierTexte } from '#domain/courriel/textes'
import { no, ok, type Result } from '#domain/result'
import type { Emplacement, Partie } from '#emails/composition'
import { partiesDuModele } from '#emails/rendre'

const estProse = (partie: Partie): partie is Extract<Partie, { genre: 'prose' }> => partie.genre === 'prose'

/** What a campagne may reword of a mail, in reading order. */
export const emplacementsDe = (modele: ModeleATextes): Emplacement[] => partiesDuModele(modele).filter(estProse)

/** A text that is refused: the place where it stands, and the variable it is about, `''` for a reason that names none. */
export type TexteRefuse = { place: string; variable: string }

/** The detail of a refusal: the place, then the variable. */
const detailDe = (place: string, variable = '') => `${place}:${variable}`

export const lireDetail = (detail: string): TexteRefuse => {
  const [place = '', ...reste] = detail.split(':')
  return { place, variable: reste.join(':') }
}

/** The prose typed for one mail, every place of it, as it is kept: only what differs from the house's words. `detail` is read by `lireDetail`. */
export function verifierTextes(
  modele: ModeleATextes,
  saisie: Readonly<Record<string, string | undefined>>,
): Result<TextesDeModele, RefusTexte> {
  const retenus: Record<string, string> = {}
  for (const { cle, maison, ...place } of emplacementsDe(modele)) {
    const lu = verifierTexte(saisie[cle] ?? '', place)
    if (!lu.ok) return no(lu.reason, detailDe(cle, lu.detail))
    if (lu.value !== maison) retenus[cle] = lu.value
  }
  return ok(retenus)
}
