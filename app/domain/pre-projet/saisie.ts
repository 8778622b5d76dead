import { type ChampsEnregistres, confirmer, lireSaisie, type RefusSaisie } from '#domain/pre-projet/champs'
import { CHAMPS, type Champ } from '#domain/pre-projet/fiche'
import { ok, no, type Result } from '#domain/result'
import type { Jour } from '#domain/temps/jour'

/** How a fiche that no mail brought reached the MCEI. */
export const PROVENANCES = ['PAPIER', 'TELEPHONE', 'AUTRE'] as const
export type Provenance = (typeof PROVENANCES)[number]

/** What is asked to open it: the rest is typed on the page of the fiche, field by field, as a fiche that was read. */
export const CHAMPS_D_OUVERTURE = ['structure', 'titre', 'courriel'] as const satisfies readonly Champ[]
export type ChampDOuverture = (typeof CHAMPS_D_OUVERTURE)[number]

export type RefusOuverture = RefusSaisie | 'STRUCTURE_MANQUANTE' | 'JOUR_A_VENIR'

type Ouverture = {
  textes: Record<ChampDOuverture, string>
  recueLe: Jour
  today: Jour
  /** The fields of the fiche it is a copy of; null when it is none. */
  copie: ChampsEnregistres | null
  par: string
  le: Date
}

/** The fields of another fiche, to be looked at again: what was true of one project may not be of the next. */
const aRelire = (champs: ChampsEnregistres): ChampsEnregistres =>
  Object.fromEntries(
    CHAMPS.flatMap((champ) => {
      const valeur = champs[champ]?.valeur ?? null
      return valeur === null ? [] : [[champ, { valeur, texteLu: '', source: null, confiance: 'DOUTEUX' as const }]]
    }),
  )

/**
 * The fields of a fiche that an officer opens by hand: what they typed is sure, what comes from another fiche is to be looked at. A field
 * left empty is not an answer yet. It says whose it is, and it was not received tomorrow.
 */
export function ouvrirALaMain({
  textes,
  recueLe,
  today,
  copie,
  par,
  le,
}: Ouverture): Result<ChampsEnregistres, RefusOuverture> {
  if (textes.structure.trim() === '') return no('STRUCTURE_MANQUANTE')
  if (recueLe > today) return no('JOUR_A_VENIR')
  let champs = copie ? aRelire(copie) : {}
  for (const champ of CHAMPS_D_OUVERTURE) {
    const saisie = lireSaisie(champ, textes[champ])
    if (!saisie.ok) return saisie
    if (saisie.value !== null) champs = confirmer(champs, { champ, valeur: saisie.value, par, le })
  }
  return ok(champs)
}
