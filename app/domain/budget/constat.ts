import type { Cote } from '#domain/budget/budget'
import type { Montant } from '#domain/budget/montant'
import type { Dispositif } from '#domain/dispositif'
import type { Genre } from '#domain/structure/genre'
import type { Jour } from '#domain/temps/jour'

/** The rules of docs/domaine.md § 4.3. */
export type Regle =
  | 'B01'
  | 'B02'
  | 'B03'
  | 'B04'
  | 'B05'
  | 'B06'
  | 'B07'
  | 'B08'
  | 'B09'
  | 'B10'
  | 'B11'
  | 'B12'
  | 'B13'
  | 'B14'
  | 'B15'
  | 'B16'
  | 'B17'
  | 'B18'

export const GRAVITES = ['BLOQUANT', 'AVERTISSEMENT', 'INFO'] as const
export type Gravite = (typeof GRAVITES)[number]

/** What was found, with the figures a sentence needs. */
export type Fait =
  | { cas: 'DESEQUILIBRE'; charges: Montant; produits: Montant; celluleCharges: string | null }
  /** `oubliees`: the cells of lines that the formula of the sum does not name. */
  | { cas: 'GROUPE_FAUX'; libelle: string; ecrit: Montant; calcule: Montant; oubliees: string[] }
  /** `tape`: typed where the other sums of the side are formulas. */
  | { cas: 'TOTAL_FAUX'; cote: Cote; ecrit: Montant; calcule: Montant; oubliees: string[]; tape: boolean }
  | { cas: 'TOTAL_TAPE'; cote: Cote; ecrit: Montant }
  | { cas: 'RESULTAT_PERIME'; libelle: string; ecrit: Montant; calcule: Montant; formule: string }
  | { cas: 'NATURE_INEGALE'; emplois: Montant; ressources: Montant }
  | { cas: 'DEPARTEMENT_DIFFERENT'; ecrit: Montant; montantDemande: Montant }
  | { cas: 'DEPARTEMENT_ABSENT'; montantDemande: Montant | null }
  | { cas: 'DEPARTEMENT_REPETE'; cellules: string[] }
  | { cas: 'DEMANDE_HORS_LIMITES'; montantDemande: Montant; limite: Montant; sens: 'MIN' | 'MAX' }
  | { cas: 'TAUX_DEPASSE'; taux: number; max: number }
  | { cas: 'PART_PUBLIQUE'; part: number; max: number }
  | { cas: 'SANS_COFINANCEMENT' }
  | { cas: 'MONTANT_NEGATIF'; libelle: string; montant: Montant }
  | { cas: 'MONTANT_ILLISIBLE'; libelle: string; texte: string }
  | { cas: 'MONTANT_EN_TEXTE'; libelle: string; texte: string; montant: Montant }
  | { cas: 'COFINANCEMENTS_INEGAUX'; ecrit: Montant; calcule: Montant }
  | { cas: 'COFINANCEMENTS_ABSENTS' }
  | { cas: 'FINANCEUR_ABSENT'; libelle: string; montant: Montant }
  | { cas: 'FINANCEUR_DIFFERENT'; libelle: string; financeur: string; ecrit: Montant; annonce: Montant }
  | { cas: 'FINANCEUR_SANS_ETAT'; financeur: string }
  | { cas: 'AUTRE_DEMANDE'; numero: string; montantDemande: Montant }
  | { cas: 'MEME_FINANCEMENT'; numero: string; financeur: string; montant: Montant }
  | { cas: 'AUCUN_AUTRE_PUBLIC' }
  | { cas: 'AUTRE_EXERCICE'; exercice: string; annee: number }
  | { cas: 'PERIODE_HORS_CAMPAGNE'; du: Jour; au: Jour; campagneDu: Jour; campagneAu: Jour }
  | { cas: 'PERIODE_DIFFERENTE'; du: Jour; au: Jour; projetDu: Jour; projetAu: Jour }
  | { cas: 'FAMILLES_SANS_VOTE'; montant: Montant }
  | { cas: 'DEPLACEMENTS_ABSENTS' }
  | { cas: 'DEPLACEMENTS_LOURDS'; part: number }
  | { cas: 'COUT_INHABITUEL'; cout: Montant; median: Montant }
  | { cas: 'IDENTITE_DIFFERENTE'; quoi: 'SIRET' | 'STRUCTURE' | 'TITRE'; classeur: string; formulaire: string }
  | { cas: 'PROJET_AU_DESSUS_DE_LA_STRUCTURE'; projet: Montant; structure: Montant }
  | { cas: 'DEMANDE_ABSENTE_DE_LA_STRUCTURE'; montantDemande: Montant; inscrit: Montant | null }

/** One finding, pinned to the cell to look at; null only when the workbook has no line at all. */
export type Constat = { regle: Regle; gravite: Gravite; cellule: string | null } & Fait

/** What the form says of the project. */
export type ProjetAttendu = {
  dispositif: Dispositif
  titre: string
  debut: Jour | null
  fin: Jour | null
  participants: number | null
}

/** Another dossier of the same structure, in the same year. */
export type DossierVoisin = {
  numero: string
  montantDemandeCents: Montant
  cofinancements: { financeur: string; montantCents: Montant | null }[]
}

/**
 * What the dossier, its campagne and what stands around it say, for the rules that compare. Absent: the rule is silent. A workbook
 * alone (the command line) is judged without any of it.
 */
export type Attentes = {
  montantDemandeCents?: Montant | null
  montantMinCents?: Montant | null
  montantMaxCents?: Montant | null
  tauxMax?: number | null
  tauxMaxBloquant?: boolean
  partPubliqueMax?: number | null
  cofinancementExige?: boolean
  campagne?: { annee: number; projetDu: Jour | null; projetAu: Jour | null }
  projet?: ProjetAttendu
  structure?: { nom: string; sigle: string; siret: string | null; genre: Genre | null }
  /** True when the vote of the conseil d'administration is among the pièces. */
  voteDuCa?: boolean
  voisins?: DossierVoisin[]
  /** Median of the campagne, per participant and per day; null where too few are known to compare. */
  coutMedianCents?: Montant | null
  /** The budget N of the structure, where it was read. */
  budgetStructure?: { charges: Montant; departement: Montant | null } | null
}
