import type { LigneBudget } from '#domain/budget/budget'
import { somme, type Montant } from '#domain/budget/montant'
import { isLibelleDeGroupe } from '#domain/budget/lecture/nature-ligne'

/** Forms say no cents: one euro of difference is rounding (docs/domaine.md § 4.3). */
export const TOLERANCE: Montant = 100n

export const ecart = (a: Montant, b: Montant): Montant => (a > b ? a - b : b - a)

const isGroupeParCode = ({ code }: LigneBudget) => /^\d{2}$/.test(code)

/** A line opens a group by a two-figure code that is not the one already open, or, without a code, by its name. */
function ouvreGroupe(ligne: LigneBudget, courant: LigneBudget | undefined): boolean {
  if (isGroupeParCode(ligne)) return courant?.code !== ligne.code
  return ligne.code === '' && isLibelleDeGroupe(ligne)
}

/** A detail belongs to the open group when its code continues the group's, or when it has none. */
const appartient = (ligne: LigneBudget, groupe: LigneBudget): boolean =>
  ligne.code === '' || groupe.code === '' || ligne.code.startsWith(groupe.code)

/**
 * Tells groups from details on one side, in reading order. A first line of a code that is followed by others of the same code is a
 * group only if it adds them up, carries a formula or bears the group's name: else the side is a plain list. When it may be read both
 * ways, the total of the side decides.
 */
export function grouper(lignes: readonly LigneBudget[]): LigneBudget[] {
  const liees = lier(lignes)
  const rangsOu = (verdict: Verdict) =>
    liees.flatMap((ligne, rang) => {
      const membres = liees.filter((l) => l.groupe === rang)
      return ligne.nature === 'GROUPE' && juger(ligne, membres) === verdict ? [rang] : []
    })
  const faux = rangsOu('FAUX')
  const douteux = rangsOu('DOUTEUX')
  const prudente = defaire(liees, faux)
  const plate = defaire(liees, [...faux, ...douteux])
  const retenues = douteux.length > 0 && !tombeJuste(prudente) && tombeJuste(plate) ? plate : prudente
  return estListePlate(retenues) ? retenues.map(aplatir) : retenues
}

/** The same lines where these groups are plain lines. */
function defaire(lignes: readonly LigneBudget[], rangs: readonly number[]): LigneBudget[] {
  const defaits = new Set(rangs)
  return lignes.map((ligne, rang): LigneBudget => {
    if (defaits.has(rang)) return { ...ligne, nature: 'DETAIL', groupe: null }
    return ligne.groupe !== null && defaits.has(ligne.groupe) ? { ...ligne, groupe: null } : ligne
  })
}

/** True when groups and lonely lines add up to the total of the side. */
function tombeJuste(lignes: readonly LigneBudget[]): boolean {
  const total = lignes.find((l) => l.nature === 'TOTAL')?.montantCents ?? null
  const premieres = lignes.filter((l) => l.nature === 'GROUPE' || (l.nature === 'DETAIL' && l.groupe === null))
  return total !== null && ecart(total, totalDe(premieres)) <= TOLERANCE
}

function lier(lignes: readonly LigneBudget[]): LigneBudget[] {
  let courant: number | null = null
  const liees: LigneBudget[] = []
  for (const [rang, ligne] of lignes.entries()) {
    const groupe: LigneBudget | undefined = courant === null ? undefined : liees[courant]
    if (ligne.nature !== 'DETAIL') {
      liees.push(ligne)
      if (ligne.nature !== 'SOUS_TOTAL') courant = null
    } else if (ouvreGroupe(ligne, groupe)) {
      courant = rang
      liees.push({ ...ligne, nature: 'GROUPE', groupe: null })
    } else {
      if (groupe && !appartient(ligne, groupe)) courant = null
      liees.push({ ...ligne, groupe: courant })
    }
  }
  return liees
}

const totalDe = (lignes: readonly LigneBudget[]): Montant => somme(lignes.map((l) => l.montantCents ?? 0n))

type Verdict = 'SUR' | 'DOUTEUX' | 'FAUX'

/** Whether a line that looks like a group is one; DOUTEUX when only its amount says so. */
function juger(groupe: LigneBudget, membres: readonly LigneBudget[]): Verdict {
  if (membres.length === 0 || groupe.montantCents === null || groupe.formule !== undefined) return 'SUR'
  if (isLibelleDeGroupe(groupe)) return 'SUR'
  if (!membres.some((l) => l.code === groupe.code)) return 'SUR'
  return ecart(groupe.montantCents, totalDe(membres)) <= TOLERANCE ? 'DOUTEUX' : 'FAUX'
}

/** Without a code or a formula, a name alone does not make a group: if all lines together give the total, they are a plain list. */
function estListePlate(lignes: readonly LigneBudget[]): boolean {
  const courantes = lignes.filter((l) => l.nature === 'GROUPE' || l.nature === 'DETAIL')
  if (courantes.some((l) => l.nature === 'GROUPE' && (l.code !== '' || l.formule !== undefined))) return false
  const total = lignes.find((l) => l.nature === 'TOTAL')?.montantCents ?? null
  return total !== null && ecart(total, totalDe(courantes)) <= TOLERANCE
}

const aplatir = (ligne: LigneBudget): LigneBudget =>
  ligne.nature === 'GROUPE' || ligne.nature === 'DETAIL' ? { ...ligne, nature: 'DETAIL', groupe: null } : ligne
