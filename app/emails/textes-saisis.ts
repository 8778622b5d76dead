import {
  detailDuRefus,
  type ModeleATextes,
  type RefusTexte,
  type TextesDeModele,
  type TextesSaisis,
  verifierTexte,
} from '#domain/courriel/textes'
import { no, ok, type Result } from '#domain/result'
import type { Emplacement, Partie } from '#emails/composition'
import { partiesDuModele } from '#emails/rendre'

const estProse = (partie: Partie): partie is Extract<Partie, { genre: 'prose' }> => partie.genre === 'prose'

/** What a campagne may reword of a mail, in reading order. */
export const emplacementsDe = (modele: ModeleATextes): Emplacement[] => partiesDuModele(modele).filter(estProse)

/** The prose typed for one mail, every place of it, as it is kept: only what differs from the house's words. `detail` says where. */
export function verifierTextes({ modele, saisie }: TextesSaisis): Result<TextesDeModele, RefusTexte> {
  const retenus: Record<string, string> = {}
  for (const { cle, maison, ...place } of emplacementsDe(modele)) {
    const lu = verifierTexte(saisie[cle] ?? '', place)
    if (!lu.ok) return no(lu.reason, detailDuRefus({ place: cle, variable: lu.detail ?? '' }))
    if (lu.value !== maison) retenus[cle] = lu.value
  }
  return ok(retenus)
}
