import type { Agent } from '#domain/acces/droits'
import type { Constat } from '#domain/budget/constat'
import { comparerMatrices, type LigneStockee } from '#domain/campagne/difference'
import type { NatureRecue } from '#domain/courriel-recu/reclassement'
import type { Decision } from '#domain/dossier/decision'
import { estPrive } from '#domain/structure/genre'
import { writeCourriel, reprendreCourriels } from '#infra/courriels'
import type { Tx } from '#infra/db'
import { writeJournal } from '#infra/journal'
import { type IdentiteStructure, upsertStructure } from '#infra/stores/dossier/structure'
import { addPieceVersion, type FichierDepose } from '#infra/stores/piece/depot-piece'
import { pieceVisee } from '#infra/stores/piece/piece'
import { ecrireControle } from '#usecases/piece/ecrire-controle'

/** Read by the compiler alone: what is written of a closed list is of the list. */
export function inconnus(tx: Tx, agent: Agent, le: Date) {
  const mail = { cleUnique: '', destinataire: '', sujet: '', texte: '', html: '', creeLe: le }
  // @ts-expect-error No such act.
  void writeJournal(tx, agent, { acte: 'demanderBilan', objet: 'rapport', objetId: '', le })
  // @ts-expect-error No such object.
  void writeJournal(tx, agent, { acte: 'deposer', objet: 'bilan', objetId: '', le })
  // @ts-expect-error No such modele.
  void writeCourriel(tx, agent, { ...mail, modele: 'bilan_recu' })
  // @ts-expect-error No such modele.
  void reprendreCourriels(tx, { preProjetId: '', modele: 'bilan_recu' })
  void writeCourriel(tx, agent, { ...mail, modele: 'relance' })
}

type Connus = { vue: Awaited<ReturnType<typeof pieceVisee>>; ligne: LigneStockee; identite: IdentiteStructure }

/** The same of a structure, a pièce, a decision and a received mail. */
export function inconnusDuDossier(tx: Tx, depot: FichierDepose, { vue, ligne, identite }: Connus) {
  // @ts-expect-error No such pièce.
  void addPieceVersion(tx, { ...depot, code: 'FACTURE' })
  // @ts-expect-error No such pièce.
  void pieceVisee(tx, '', { code: 'FACTURE' })
  // @ts-expect-error No such pièce.
  void ecrireControle(tx, { ...vue, piece: null, code: 'FACTURE' }, { controle: 'CONFORME' })
  // @ts-expect-error No such reason.
  void ecrireControle(tx, vue, { controle: 'NON_CONFORME', motif: 'TROP_LAIDE' })
  // @ts-expect-error No such genre.
  void upsertStructure(tx, { ...identite, genre: 'amicale' })
  // @ts-expect-error No such genre.
  void estPrive('amicale')
  // @ts-expect-error No such genre.
  void comparerMatrices([{ ...ligne, genre: 'amicale' }], [])
  // @ts-expect-error No such pièce.
  void comparerMatrices([{ ...ligne, code: 'FACTURE' }], [])
  // @ts-expect-error No such reason.
  const decidee: Pick<Decision, 'motif'> = { motif: 'TROP_CHER' }
  // @ts-expect-error No such rule.
  const constat: Pick<Constat, 'regle'> = { regle: 'B99' }
  // @ts-expect-error No such weight.
  const pese: Pick<Constat, 'gravite'> = { gravite: 'GRAVE' }
  // @ts-expect-error No such nature.
  const recu: NatureRecue = 'RECLAMATION'
  return [decidee, constat, pese, recu]
}
