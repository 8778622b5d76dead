import type { Montant } from '#domain/budget/montant'
import { CHAMPS, type ChampReglement, CHAMPS_REGLEMENT } from '#domain/campagne/champs-reglement'
import { aplatir, type Plat, type Reglement, relever } from '#domain/campagne/reglement-a-plat'
import { estAdresse, type RefusSaisie, type Touche } from '#domain/campagne/saisie-reglage'
import { no, ok, type Result } from '#domain/result'

/** What a form says, field by field, as typed. */
export type SaisieReglement = Record<ChampReglement, string>

export type RefusReglement =
  RefusSaisie | 'DATES_EN_DESORDRE' | 'AVANT_OUVERTURE' | 'BORNES_EN_DESORDRE' | 'ENVELOPPE_DEJA_ENGAGEE'

const montrer = <K extends ChampReglement>(champ: K, valeur: Plat[K]): string => CHAMPS[champ].montrer(valeur)

/** Amounts and days as a form shows them back. */
export function saisirReglement(reglement: Reglement): SaisieReglement {
  const plat = aplatir(reglement)
  return Object.fromEntries(CHAMPS_REGLEMENT.map((champ) => [champ, montrer(champ, plat[champ])])) as SaisieReglement
}

/**
 * What a form makes of the settings of a campagne: every field is read, then held against the others. Each refusal names its field in
 * `detail`. `engageCents` is what is granted already: an enveloppe may not be smaller, unless it is 0, which sets none.
 */
export function lireReglement(saisie: SaisieReglement, engageCents: Montant): Result<Reglement, RefusReglement> {
  const lus: Record<string, unknown> = {}
  for (const champ of CHAMPS_REGLEMENT) {
    const result = CHAMPS[champ].lire(saisie[champ])
    if (!result.ok) return no(result.reason, champ)
    lus[champ] = result.value
  }
  const lu = lus as Plat
  const refus = desaccord(lu, engageCents)
  return refus ? no(refus[0], refus[1]) : ok(relever(lu))
}

type Desaccord = readonly [reason: RefusReglement, champ: ChampReglement]

const enDesordre = (min: number | bigint | null, max: number | bigint | null) =>
  min !== null && max !== null && max < min

/** The first field that contradicts another, or null. */
function desaccord(p: Plat, engageCents: Montant): Desaccord | null {
  const avant = (le: string | null) => le !== null && le < p.ouverteLe
  const cas: (readonly [boolean, ...Desaccord])[] = [
    [p.echeanceFiche < p.ouverteLe, 'DATES_EN_DESORDRE', 'echeanceFiche'],
    [p.echeanceDepot < p.echeanceFiche, 'DATES_EN_DESORDRE', 'echeanceDepot'],
    [avant(p.commissionLe), 'AVANT_OUVERTURE', 'commissionLe'],
    [p.seancesCp.some(avant), 'AVANT_OUVERTURE', 'seancesCp'],
    [p.projetDu !== null && p.projetAu !== null && p.projetAu < p.projetDu, 'DATES_EN_DESORDRE', 'projetAu'],
    [enDesordre(p.deverrouillageMin, p.deverrouillageDefaut), 'BORNES_EN_DESORDRE', 'deverrouillageDefaut'],
    [enDesordre(p.deverrouillageDefaut, p.deverrouillageMax), 'BORNES_EN_DESORDRE', 'deverrouillageDefaut'],
    [enDesordre(p.ageMin, p.ageMax), 'BORNES_EN_DESORDRE', 'ageMax'],
    [enDesordre(p.montantMin, p.montantMax), 'BORNES_EN_DESORDRE', 'montantMax'],
    [!estAdresse(p.signataireCourriel), 'COURRIEL_ILLISIBLE', 'signataireCourriel'],
    [p.enveloppe > 0n && p.enveloppe < engageCents, 'ENVELOPPE_DEJA_ENGAGEE', 'enveloppe'],
  ]
  const premier = cas.find(([faux]) => faux)
  return premier ? [premier[1], premier[2]] : null
}

/** One field that is no longer what it was, as the form shows it. */
export type DifferenceReglement = { champ: ChampReglement; avant: string; apres: string }

/** What differs between two règlements, in the order of the form. */
export function comparerReglements(avant: Reglement, apres: Reglement): DifferenceReglement[] {
  const [a, b] = [saisirReglement(avant), saisirReglement(apres)]
  return CHAMPS_REGLEMENT.filter((champ) => a[champ] !== b[champ]).map((champ) => ({
    champ,
    avant: a[champ],
    apres: b[champ],
  }))
}

/** What of the dossiers in course such changes may move. */
export const ceQueTouchent = (differences: readonly Pick<DifferenceReglement, 'champ'>[]): Set<Touche> =>
  new Set(differences.flatMap(({ champ }) => [...CHAMPS[champ].touche]))
