import type { Dispositif } from '#domain/dispositif'
import type { Cas } from '#domain/campagne/exigence'
import type { Exigence } from '#domain/piece/completude'
import { CODES_PIECE, type CodePiece } from '#domain/piece/piece'
import { GENRES, type Genre } from '#domain/structure/genre'

/** One line of what a campagne asks: of this genre, this pièce, whether its absence blocks, and in which case. */
export type LigneMatrice = { genre: Genre; code: CodePiece; exigence: Exigence; rang: number; condition: Cas | null }

type Demandee = { exigence: Exigence; condition: Cas | null }
type Demandees = Partial<Record<CodePiece, Demandee>>

const O: Demandee = { exigence: 'OBLIGATOIRE', condition: null }
const P: Demandee = { exigence: 'SI_PERTINENT', condition: null }

/** A structure that has lived less than a year has no accounts of the year before. */
const COMPTES: Demandee = {
  exigence: 'SI_PERTINENT',
  condition: { quand: { type: 'CREATION', mois: 12 }, sinon: 'OBLIGATOIRE' },
}

/** What the grant of the year before became is owed before a new one. */
const BILAN: Demandee = {
  exigence: 'OBLIGATOIRE',
  condition: { quand: { type: 'RENOUVELLEMENT' }, sinon: 'SI_PERTINENT' },
}

const POUVOIR: Demandee = {
  exigence: 'OBLIGATOIRE',
  condition: { quand: { type: 'SIGNATAIRE' }, sinon: 'SI_PERTINENT' },
}

const PARTOUT: Demandees = { BUDGET_PROJET: O, LETTRE: O, RIB: O, ATTESTATION_HONNEUR: O }

/** Where relevant, whoever asks. */
const AU_BESOIN: Demandees = {
  POUVOIR,
  ACCORD_PARTENAIRE: P,
  PROGRAMME: P,
  AVIS_SIRENE: P,
  ASSURANCE: P,
  BILAN_PREC: P,
}

const ASSOCIATION: Demandees = {
  ...PARTOUT,
  ...AU_BESOIN,
  DELIBERATION: P,
  STATUTS: O,
  RECEPISSE_PREF: O,
  JO: O,
  DIRIGEANTS: P,
  COMPTES_N1: COMPTES,
  BUDGET_STRUCTURE_N: O,
  CER: O,
  BILAN_PREC: BILAN,
}

/** A public body proves who it is by the act that made it: no statuts, no CER (docs/domaine.md § 3.3), but a délibération. */
const PUBLIC: Demandees = { ...PARTOUT, ...AU_BESOIN, DELIBERATION: O, COMPTES_N1: P, BUDGET_STRUCTURE_N: P }

/** Not eligible by default (docs/domaine.md § 1.2): what any request needs. */
const AUTRE: Demandees = { ...PARTOUT, ...AU_BESOIN }

const PAR_GENRE: Record<Genre, Demandees> = {
  association: ASSOCIATION,
  fondation: ASSOCIATION,
  ecole_privee: ASSOCIATION,
  cooperative_scolaire: ASSOCIATION,
  commune: PUBLIC,
  epci_syndicat: PUBLIC,
  ccas_epl: PUBLIC,
  autre_public: PUBLIC,
  eple: PUBLIC,
  entreprise: AUTRE,
  particulier: AUTRE,
}

/**
 * What differs by call. The young people's proofs of domicile are for mobility only, and never block: CRPA R113-8 forbids to demand
 * them (docs/domaine.md § 3.4), so a list certified by the structure, or their absence, leaves the officer free. The agreement of the
 * partner stays "if relevant" in both: twinnings of many years no longer have the paper.
 */
const PAR_DISPOSITIF: Record<Dispositif, Demandees> = { MEI: { DOMICILE_JEUNES: P }, JUMELAGES: {} }

/** What a new campagne of this call asks of this genre, in reading order (docs/domaine.md § 3.2). */
export function attenduesParDefaut(dispositif: Dispositif, genre: Genre): LigneMatrice[] {
  const demandes: Demandees = { ...PAR_GENRE[genre], ...PAR_DISPOSITIF[dispositif] }
  return CODES_PIECE.flatMap((code, rang) => {
    const demandee = demandes[code]
    return demandee ? [{ genre, code, rang, ...demandee }] : []
  })
}

/** The whole matrix a new campagne starts from: every genre, so that one made eligible later already has its pièces. */
export const matriceParDefaut = (dispositif: Dispositif): LigneMatrice[] =>
  GENRES.flatMap((genre) => attenduesParDefaut(dispositif, genre))
