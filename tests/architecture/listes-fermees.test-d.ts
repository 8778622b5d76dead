import type { Constat } from '#domain/budget/constat'
import type { comparerMatrices } from '#domain/campagne/difference'
import type { NatureRecue } from '#domain/courriel-recu/reclassement'
import type { Decision } from '#domain/dossier/decision'
import type { estPrive } from '#domain/structure/genre'
import type { reprendreCourriels, writeCourriel } from '#infra/courriels'
import type { writeJournal } from '#infra/journal'
import type { upsertStructure } from '#infra/stores/dossier/structure'
import type { addPieceVersion } from '#infra/stores/piece/depot-piece'
import type { pieceVisee } from '#infra/stores/piece/piece'
import type { Admis } from '#support/admis'
import type { ecrireControle } from '#usecases/piece/ecrire-controle'

type Entree = Parameters<typeof writeJournal>[2]
type Mail = Parameters<typeof writeCourriel>[2]
type Repris = Parameters<typeof reprendreCourriels>[1]
type Depot = Parameters<typeof addPieceVersion>[1]
type Vise = Parameters<typeof pieceVisee>[2]
/** Where nothing was deposited, so that the code alone says which pièce. */
type SansDepot = Extract<Parameters<typeof ecrireControle>[1], { piece: null }>
type Verdict = Parameters<typeof ecrireControle>[2]
type Identite = Parameters<typeof upsertStructure>[1]
type Ligne = Parameters<typeof comparerMatrices>[0][number]
type Prive = Parameters<typeof estPrive>[0]

/** Read by the compiler alone: what is written of a closed list is of the list. The known value beside each shows that the list is not empty. */
export const connus: {
  acte: Admis<'deposer', Entree['acte']>
  objet: Admis<'rapport', Entree['objet']>
  modele: Admis<'relance', Mail['modele']>
  modeleRepris: Admis<'relance', Repris['modele']>
  pieceDeposee: Admis<{ code: 'RIB' }, Pick<Depot, 'code'>>
  pieceVisee: Admis<{ code: 'RIB' }, Vise>
  pieceControlee: Admis<'RIB', SansDepot['code']>
  motifDeControle: Admis<{ motif: 'ILLISIBLE' }, Pick<Verdict, 'motif'>>
  genre: Admis<'association', Identite['genre']>
  genrePrive: Admis<'association', Prive>
  genreExige: Admis<'association', Ligne['genre']>
  pieceExigee: Admis<'RIB', Ligne['code']>
  motifDeDecision: Admis<null, Decision['motif']>
  regle: Admis<'B01', Constat['regle']>
  gravite: Admis<'BLOQUANT', Constat['gravite']>
  nature: Admis<'AUTRE', NatureRecue>
} = {
  acte: true,
  objet: true,
  modele: true,
  modeleRepris: true,
  pieceDeposee: true,
  pieceVisee: true,
  pieceControlee: true,
  motifDeControle: true,
  genre: true,
  genrePrive: true,
  genreExige: true,
  pieceExigee: true,
  motifDeDecision: true,
  regle: true,
  gravite: true,
  nature: true,
}

export const inconnus: {
  acte: Admis<'demanderBilan', Entree['acte']>
  objet: Admis<'bilan', Entree['objet']>
  modele: Admis<'bilan_recu', Mail['modele']>
  modeleRepris: Admis<'bilan_recu', Repris['modele']>
  pieceDeposee: Admis<{ code: 'FACTURE' }, Pick<Depot, 'code'>>
  pieceVisee: Admis<{ code: 'FACTURE' }, Vise>
  pieceControlee: Admis<'FACTURE', SansDepot['code']>
  motifDeControle: Admis<{ motif: 'TROP_LAIDE' }, Pick<Verdict, 'motif'>>
  genre: Admis<'amicale', Identite['genre']>
  genrePrive: Admis<'amicale', Prive>
  genreExige: Admis<'amicale', Ligne['genre']>
  pieceExigee: Admis<'FACTURE', Ligne['code']>
  motifDeDecision: Admis<'TROP_CHER', Decision['motif']>
  regle: Admis<'B99', Constat['regle']>
  gravite: Admis<'GRAVE', Constat['gravite']>
  nature: Admis<'RECLAMATION', NatureRecue>
} = {
  acte: false,
  objet: false,
  modele: false,
  modeleRepris: false,
  pieceDeposee: false,
  pieceVisee: false,
  pieceControlee: false,
  motifDeControle: false,
  genre: false,
  genrePrive: false,
  genreExige: false,
  pieceExigee: false,
  motifDeDecision: false,
  regle: false,
  gravite: false,
  nature: false,
}
