import type { ElementDemande } from '#domain/complement/complement'
import type { RefusRelance, Relance } from '#domain/complement/relance'
import { no, ok, type Result } from '#domain/result'
import { compareJours, type Jour, jourDeParis } from '#domain/temps/jour'
import { adresseDe, communs, type CourrielCompose, type DossierEcrit, reglagesDe } from '#emails/courriel-de-dossier'
import { type AgentSignataire, signePar } from '#emails/formules'
import type { CourrielRendu } from '#emails/mise-en-page'
import { rendreCourriel } from '#emails/rendre'

type Contexte = { now: Date; signataire: AgentSignataire }

/** The date of rejection is told while it is to come: once passed, silence has answered. */
const aVenir = (rejetLe: Jour | null, now: Date): Jour | null =>
  rejetLe && compareJours(rejetLe, jourDeParis(now)) >= 0 ? rejetLe : null

const base = (dossier: DossierEcrit, { now, signataire }: Contexte) => {
  const donnees = communs(dossier, now)
  return { ...donnees, signature: signePar(donnees.signature, signataire) }
}

function adresser(
  dossier: DossierEcrit,
  modele: CourrielCompose['modele'],
  rendu: CourrielRendu,
): CourrielCompose | null {
  const adresse = adresseDe(dossier)
  return adresse === null ? null : { modele, destinataire: adresse, destinataireNom: dossier.contactNom, ...rendu }
}

/** M04. `rejetLe` is the day of rejection if nothing comes. Null when nobody can be written to. */
export const courrielDeComplements = (
  dossier: DossierEcrit,
  { elements, limite, rejetLe }: { elements: readonly ElementDemande[]; limite: Jour; rejetLe: Jour | null },
  contexte: Contexte,
): CourrielCompose | null =>
  adresser(
    dossier,
    'pieces_manquantes',
    rendreCourriel('pieces_manquantes', {
      ...base(dossier, contexte),
      elements,
      limite,
      rejetLe: aVenir(rejetLe, contexte.now),
    }),
  )

type ARelancer = { elements: readonly ElementDemande[]; limite: Jour; du: Jour; genre: Relance; rejetLe: Jour | null }

/** M05, about what is still awaited. Null when nobody can be written to. */
const courrielDeRelance = (
  dossier: DossierEcrit,
  { rejetLe, ...relance }: ARelancer,
  contexte: Contexte,
): CourrielCompose | null =>
  adresser(
    dossier,
    'relance',
    rendreCourriel('relance', { ...base(dossier, contexte), ...relance, rejetLe: aVenir(rejetLe, contexte.now) }),
  )

type RelanceLue = Omit<ARelancer, 'limite' | 'du'> & Contexte & { complement: { limite: Jour; du: Jour; id: string } }

/** The reminder of what was loaded, as it would leave. A refusal of the loading stays one. */
export function rappelDe<L extends RelanceLue>(
  dossier: DossierEcrit,
  lue: Result<L, RefusRelance>,
): Result<L & { courriel: CourrielCompose }, RefusRelance> {
  if (!lue.ok) return lue
  const { complement, elements, genre, rejetLe, now, signataire } = lue.value
  const { limite, du } = complement
  const courriel = courrielDeRelance(dossier, { elements, limite, du, genre, rejetLe }, { now, signataire })
  return courriel ? ok({ ...lue.value, courriel }) : no('SANS_ADRESSE')
}

/** M06, with the next committee and the next Commission permanente that the campagne plans. Null when nobody can be written to. */
export function courrielDeCompletude(
  dossier: DossierEcrit,
  { rejetLe }: { rejetLe: Jour | null },
  contexte: Contexte,
): CourrielCompose | null {
  const { commissionLe, seancesCp } = reglagesDe(dossier)
  const completLe = jourDeParis(contexte.now)
  const aPartirDe = (jour: Jour) => compareJours(jour, completLe) >= 0
  const donnees = {
    ...base(dossier, contexte),
    completLe,
    rejetLe: aVenir(rejetLe, contexte.now),
    commissionLe: commissionLe && aPartirDe(commissionLe) ? commissionLe : null,
    seanceLe: [...seancesCp].sort(compareJours).find(aPartirDe) ?? null,
  }
  return adresser(dossier, 'dossier_complet', rendreCourriel('dossier_complet', donnees))
}
