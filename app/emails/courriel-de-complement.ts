import type { ElementDemande } from '#domain/complement/complement'
import type { RefusRelance, Relance } from '#domain/complement/relance'
import { no, ok, type Result } from '#domain/result'
import { compareJours, type Jour, jourDeParis } from '#domain/temps/jour'
import {
  communs,
  composer,
  type CourrielCompose,
  type DossierEcrit,
  type Ecriture,
  reglagesDe,
} from '#emails/courriel-de-dossier'

/** The date of rejection is told while it is to come: once passed, silence has answered. */
const aVenir = (rejetLe: Jour | null, now: Date): Jour | null =>
  rejetLe && compareJours(rejetLe, jourDeParis(now)) >= 0 ? rejetLe : null

/** M04. `rejetLe` is the day of rejection if nothing comes. Null when nobody can be written to. */
export const courrielDeComplements = (
  dossier: DossierEcrit,
  { elements, limite, rejetLe }: { elements: readonly ElementDemande[]; limite: Jour; rejetLe: Jour | null },
  ecriture: Ecriture,
): CourrielCompose | null =>
  composer(dossier, 'pieces_manquantes', {
    ...communs(dossier, ecriture),
    elements,
    limite,
    rejetLe: aVenir(rejetLe, ecriture.now),
  })

type ARelancer = { elements: readonly ElementDemande[]; limite: Jour; du: Jour; genre: Relance; rejetLe: Jour | null }

/** M05, about what is still awaited. Null when nobody can be written to. */
const courrielDeRelance = (
  dossier: DossierEcrit,
  { rejetLe, ...relance }: ARelancer,
  ecriture: Ecriture,
): CourrielCompose | null =>
  composer(dossier, 'relance', {
    ...communs(dossier, ecriture),
    ...relance,
    rejetLe: aVenir(rejetLe, ecriture.now),
  })

type RelanceLue = Omit<ARelancer, 'limite' | 'du'> & Ecriture & { complement: { limite: Jour; du: Jour; id: string } }

/** The reminder of what was loaded, as it would leave. A refusal of the loading stays one. */
export function rappelDe<L extends RelanceLue>(
  dossier: DossierEcrit,
  lue: Result<L, RefusRelance>,
): Result<L & { courriel: CourrielCompose }, RefusRelance> {
  if (!lue.ok) return lue
  const { complement, elements, genre, rejetLe, now, redacteur } = lue.value
  const { limite, du } = complement
  const courriel = courrielDeRelance(dossier, { elements, limite, du, genre, rejetLe }, { now, redacteur })
  return courriel ? ok({ ...lue.value, courriel }) : no('SANS_ADRESSE')
}

/** M06, with the next committee and the next Commission permanente that the campagne plans. Null when nobody can be written to. */
export function courrielDeCompletude(
  dossier: DossierEcrit,
  { rejetLe }: { rejetLe: Jour | null },
  ecriture: Ecriture,
): CourrielCompose | null {
  const { commissionLe, seancesCp } = reglagesDe(dossier)
  const completLe = jourDeParis(ecriture.now)
  const aPartirDe = (jour: Jour) => compareJours(jour, completLe) >= 0
  const donnees = {
    ...communs(dossier, ecriture),
    completLe,
    rejetLe: aVenir(rejetLe, ecriture.now),
    commissionLe: commissionLe && aPartirDe(commissionLe) ? commissionLe : null,
    seanceLe: [...seancesCp].sort(compareJours).find(aPartirDe) ?? null,
  }
  return composer(dossier, 'dossier_complet', donnees)
}
