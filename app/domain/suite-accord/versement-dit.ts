import type { Montant } from '#domain/budget/montant'
import { type BilanDepense, type EtatBilan, etatDuBilan, montantDu } from '#domain/suite-accord/bilan-de-projet'
import { type NatureVersement, totalVerse, type Versement, type VersementGarde } from '#domain/suite-accord/versement'
import type { Jour } from '#domain/temps/jour'

/** What a structure is told of: what is paid to it. What it gave back, it knows. */
export type NatureAnnoncee = Exclude<NatureVersement, 'REVERSEMENT'>

/** What a mail says of a payment (docs/domaine.md § 7.8, M13). */
export type VersementDit = {
  nature: NatureAnnoncee
  montantCents: Montant
  verseLe: Jour
  reference: string
  /** All that is paid once it is, what was given back taken off. */
  totalCents: Montant
  /** Something was given back. */
  rendu: boolean
  accordeCents: Montant
  /** Null where another payment of the same act says it. */
  suite: {
    /** What is left to pay, at most while the bilan is not in order: a solde leaves nothing. */
    resteCents: Montant
    /** The bilan is in order, and less than what was granted is due by it. */
    suitLaDepense: boolean
    /** Null where none is owed, or where it is in order. */
    bilan: { etat: Exclude<EtatBilan, 'CONFORME'>; duLe: Jour } | null
  } | null
}

type Suites = {
  accordeCents: Montant
  coutTotalCents: Montant | null
  bilan: BilanDepense | null
  /** Those that were recorded, this one among them. */
  versements: readonly VersementGarde[]
}

/** What is told of one payment; null of one that no mail tells. `estDernier` of those that its act records. */
export function direVersement(
  { nature, montantCents, le: verseLe, reference }: Versement,
  { accordeCents, coutTotalCents, bilan, versements }: Suites,
  { estDernier, today }: { estDernier: boolean; today: Jour },
): VersementDit | null {
  if (nature === 'REVERSEMENT') return null
  const totalCents = totalVerse(versements)
  const rendu = versements.some((un) => !un.estAnnule && un.nature === 'REVERSEMENT')
  const dit = { nature, montantCents, verseLe, reference, totalCents, rendu, accordeCents }
  if (!estDernier) return { ...dit, suite: null }
  const etat = bilan && etatDuBilan(bilan, today)
  const depenseCents = bilan?.depenseCents ?? null
  const duCents =
    depenseCents === null ? accordeCents : montantDu({ montantCents: accordeCents, depenseCents, coutTotalCents })
  const resteCents = nature === 'SOLDE' || totalCents >= duCents ? 0n : duCents - totalCents
  const attendu = bilan && etat && etat !== 'CONFORME' ? { etat, duLe: bilan.duLe } : null
  return { ...dit, suite: { resteCents, suitLaDepense: duCents < accordeCents, bilan: attendu } }
}

/** Whether a mail tells this structure what is paid: not that of a dossier taken over as history, nor one that nobody can write to. */
export type AnnonceDeVersement = 'PAR_COURRIEL' | 'SANS_ADRESSE' | 'HISTORIQUE'

export const annonceDesVersements = (estHistorique: boolean, adresse: string | null): AnnonceDeVersement =>
  estHistorique ? 'HISTORIQUE' : adresse === null ? 'SANS_ADRESSE' : 'PAR_COURRIEL'
