import type { Agent } from '#domain/acces/droits'
import { writeCourriel, reprendreCourriels } from '#infra/courriels'
import type { Tx } from '#infra/db'
import { writeJournal } from '#infra/journal'

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
