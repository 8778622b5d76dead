import type { Cote } from '#domain/budget/budget'
import type { Montant } from '#domain/budget/montant'

/** The rules of domain.md § 4.3 that a workbook alone can be judged on. */
export type Regle = 'B01' | 'B02' | 'B03' | 'B04' | 'B05' | 'B06' | 'B07' | 'B08' | 'B10' | 'B11'

export type Gravite = 'BLOQUANT' | 'AVERTISSEMENT' | 'INFO'

/** What was found, with the figures a sentence needs. */
export type Fait =
  | { cas: 'DESEQUILIBRE'; charges: Montant; produits: Montant; celluleCharges: string | null }
  | { cas: 'GROUPE_FAUX'; libelle: string; ecrit: Montant; calcule: Montant }
  | { cas: 'TOTAL_FAUX'; cote: Cote; ecrit: Montant; calcule: Montant }
  | { cas: 'NATURE_INEGALE'; emplois: Montant; ressources: Montant }
  | { cas: 'DEPARTEMENT_DIFFERENT'; ecrit: Montant; montantDemande: Montant }
  | { cas: 'DEPARTEMENT_ABSENT'; montantDemande: Montant | null }
  | { cas: 'DEPARTEMENT_REPETE'; cellules: string[] }
  | { cas: 'DEMANDE_HORS_LIMITES'; montantDemande: Montant; limite: Montant; sens: 'MIN' | 'MAX' }
  | { cas: 'TAUX_DEPASSE'; taux: number; max: number }
  | { cas: 'PART_PUBLIQUE'; part: number; max: number }
  | { cas: 'MONTANT_NEGATIF'; libelle: string; montant: Montant }
  | { cas: 'MONTANT_ILLISIBLE'; libelle: string; texte: string }
  | { cas: 'MONTANT_EN_TEXTE'; libelle: string; texte: string; montant: Montant }
  | { cas: 'COFINANCEMENTS_INEGAUX'; ecrit: Montant; calcule: Montant }

/** One finding, pinned to the cell to look at; null when it is about the whole workbook. */
export type Constat = { regle: Regle; gravite: Gravite; cellule: string | null } & Fait

/** What the dossier and its campagne say, for the rules that compare. Absent: the rule is not applied. */
export type Attentes = {
  montantDemandeCents?: Montant | null
  montantMinCents?: Montant | null
  montantMaxCents?: Montant | null
  tauxMax?: number | null
  tauxMaxBloquant?: boolean
  partPubliqueMax?: number | null
}
