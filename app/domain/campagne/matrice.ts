import type { Dispositif } from '#domain/campagne/dispositif'
import type { Exigence } from '#domain/piece/completude'
import { CODES_PIECE, type CodePiece } from '#domain/piece/piece'
import { GENRES, type Genre } from '#domain/structure/genre'

/** One line of what a campagne asks: of this genre, this pièce, and whether its absence blocks. */
export type LigneMatrice = { genre: Genre; code: CodePiece; exigence: Exigence; rang: number }

type Demandes = Partial<Record<CodePiece, Exigence>>

const O = 'OBLIGATOIRE'
const P = 'SI_PERTINENT'

const PARTOUT: Demandes = { BUDGET_PROJET: O, LETTRE: O, RIB: O, ATTESTATION_HONNEUR: O }

/** Where relevant, whoever asks. */
const AU_BESOIN: Demandes = {
  POUVOIR: P,
  ACCORD_PARTENAIRE: P,
  PROGRAMME: P,
  AVIS_SIRENE: P,
  ASSURANCE: P,
  BILAN_PREC: P,
}

const ASSOCIATION: Demandes = {
  ...PARTOUT,
  ...AU_BESOIN,
  DELIBERATION: P,
  STATUTS: O,
  RECEPISSE_PREF: O,
  JO: O,
  DIRIGEANTS: P,
  COMPTES_N1: O,
  BUDGET_STRUCTURE_N: O,
  CER: O,
}

/** A public body proves who it is by the act that made it: no statuts, no CER (domain.md § 3.3), but a délibération. */
const PUBLIC: Demandes = { ...PARTOUT, ...AU_BESOIN, DELIBERATION: O, COMPTES_N1: P, BUDGET_STRUCTURE_N: P }

/** Not eligible by default (domain.md § 1.2): what any request needs. */
const AUTRE: Demandes = { ...PARTOUT, ...AU_BESOIN }

const PAR_GENRE: Record<Genre, Demandes> = {
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
 * them (domain.md § 3.4), so a list certified by the structure, or their absence, leaves the officer free. The agreement of the
 * partner stays "if relevant" in both: twinnings of many years no longer have the paper.
 */
const PAR_DISPOSITIF: Record<Dispositif, Demandes> = { MEI: { DOMICILE_JEUNES: P }, JUMELAGES: {} }

/** What a new campagne of this call asks of this genre, in reading order (domain.md § 3.2). */
export function attenduesParDefaut(dispositif: Dispositif, genre: Genre): LigneMatrice[] {
  const demandes: Demandes = { ...PAR_GENRE[genre], ...PAR_DISPOSITIF[dispositif] }
  return CODES_PIECE.flatMap((code, rang) => {
    const exigence = demandes[code]
    return exigence ? [{ genre, code, exigence, rang }] : []
  })
}

/** The whole matrix a new campagne starts from: every genre, so that one made eligible later already has its pièces. */
export const matriceParDefaut = (dispositif: Dispositif): LigneMatrice[] =>
  GENRES.flatMap((genre) => attenduesParDefaut(dispositif, genre))
