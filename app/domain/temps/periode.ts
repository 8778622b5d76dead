import { compareJours, type Jour } from '#domain/temps/jour'

/** The days a project of a campagne may take; `fixe`: the règlement says so, and not the calendar. */
export type PeriodeDeCampagne = { du: Jour; au: Jour; fixe: { du: boolean; au: boolean } }

/** The one period of a campagne (docs/domaine.md § 2.4): what the règlement does not say is its year and the next. */
export const periodeDeCampagne = (
  { projetDu, projetAu }: { projetDu: Jour | null; projetAu: Jour | null },
  annee: number,
): PeriodeDeCampagne => ({
  du: projetDu ?? `${annee}-01-01`,
  au: projetAu ?? `${annee + 1}-12-31`,
  fixe: { du: projetDu !== null, au: projetAu !== null },
})

/** Which end of the period a project goes past, and the day that does; null inside it. A project that gives no end ends as it starts. */
export function sortieDePeriode(
  { debut, fin }: { debut: Jour; fin: Jour | null },
  periode: PeriodeDeCampagne,
): { borne: 'DU' | 'AU'; jour: Jour; limite: Jour; fixe: boolean } | null {
  if (compareJours(debut, periode.du) < 0)
    return { borne: 'DU', jour: debut, limite: periode.du, fixe: periode.fixe.du }
  const dernier = fin ?? debut
  return compareJours(dernier, periode.au) > 0
    ? { borne: 'AU', jour: dernier, limite: periode.au, fixe: periode.fixe.au }
    : null
}
