import type { Constat } from '#domain/budget/constat'
import type { comparerMatrices } from '#domain/campagne/difference'
import type { NatureRecue } from '#domain/courriel-recu/reclassement'
import type { Decision } from '#domain/dossier/decision'
import type { estPrive } from '#domain/structure/genre'
import type { promettreCourriel, reprendreCourriels, writeMessage } from '#infra/courriels'
import type { writeJournal } from '#infra/journal'
import type { upsertStructure } from '#infra/stores/dossier/structure'
import type { addPieceVersion } from '#infra/stores/piece/depot-piece'
import type { pieceVisee } from '#infra/stores/piece/piece'
import type { Liste } from '#support/admis'
import type { ecrireControle } from '#usecases/piece/ecrire-controle'
import type { promettreRapport } from '#usecases/rapport/promettre-rapport'

type Entree = Parameters<typeof writeJournal>[2]
type Mail = NonNullable<Parameters<typeof promettreCourriel>[2]['mots']>
/** What an officer writes in their own words is never of a modele of the software. */
type Message = Parameters<typeof writeMessage>[2]
type Repris = Parameters<typeof reprendreCourriels>[1]
type Depot = Parameters<typeof addPieceVersion>[1]
type Vise = Parameters<typeof pieceVisee>[2]
/** Where nothing was deposited, so that the code alone says which pièce. */
type SansDepot = Extract<Parameters<typeof ecrireControle>[1], { piece: null }>
type Verdict = Parameters<typeof ecrireControle>[2]
type Identite = Parameters<typeof upsertStructure>[1]
type Ligne = Parameters<typeof comparerMatrices>[0][number]
type Promis = Parameters<typeof promettreRapport>[2]
type Prive = Parameters<typeof estPrive>[0]

/** Read by the compiler alone: what is written of a closed list is of the list. */
export const listes: {
  acte: Liste<'deposer', 'demanderExpertise', Entree['acte']>
  objet: Liste<'rapport', 'bilan', Entree['objet']>
  modele: Liste<'relance', 'message_libre', Mail['modele']>
  modeleLibre: Liste<'message_libre', 'relance', Message['modele']>
  modeleRepris: Liste<'relance', 'bilan_recu', Repris['modele']>
  pieceDeposee: Liste<{ code: 'RIB' }, { code: 'FACTURE' }, Pick<Depot, 'code'>>
  pieceVisee: Liste<{ code: 'RIB' }, { code: 'FACTURE' }, Vise>
  pieceControlee: Liste<'RIB', 'FACTURE', SansDepot['code']>
  rapportPromis: Liste<'journal', 'bilans', Promis['type']>
  motifDeControle: Liste<{ motif: 'ILLISIBLE' }, { motif: 'TROP_LAIDE' }, Pick<Verdict, 'motif'>>
  genre: Liste<'association', 'amicale', Identite['genre']>
  genrePrive: Liste<'association', 'amicale', Prive>
  genreExige: Liste<'association', 'amicale', Ligne['genre']>
  pieceExigee: Liste<'RIB', 'FACTURE', Ligne['code']>
  motifDeDecision: Liste<null, 'TROP_CHER', Decision['motif']>
  regle: Liste<'B01', 'B99', Constat['regle']>
  gravite: Liste<'BLOQUANT', 'GRAVE', Constat['gravite']>
  nature: Liste<'AUTRE', 'RECLAMATION', NatureRecue>
} = {
  acte: 'fermee',
  objet: 'fermee',
  modele: 'fermee',
  modeleLibre: 'fermee',
  modeleRepris: 'fermee',
  pieceDeposee: 'fermee',
  pieceVisee: 'fermee',
  pieceControlee: 'fermee',
  rapportPromis: 'fermee',
  motifDeControle: 'fermee',
  genre: 'fermee',
  genrePrive: 'fermee',
  genreExige: 'fermee',
  pieceExigee: 'fermee',
  motifDeDecision: 'fermee',
  regle: 'fermee',
  gravite: 'fermee',
  nature: 'fermee',
}
