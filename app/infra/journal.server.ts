import type { Acteur } from '#domain/acces/acteur'
import type { ActeJournal } from '#domain/journal/entree'
import { colonnesDActeur } from '#infra/acteur'
import type { Tx } from '#infra/db'
import type { Prisma } from '#prisma'

export type Entree = {
  acte: ActeJournal
  objet:
    | 'dossier'
    | 'pre-projet'
    | 'lot'
    | 'rapport'
    | 'courriel'
    | 'courriel-recu'
    | 'agent'
    | 'campagne'
    | 'relance'
    | 'comptes'
  objetId: string
  detail?: Prisma.InputJsonObject
  le: Date
}

/**
 * Adds one entry to the journal in the transaction of the act. Call it after every row of the act is claimed:
 * it holds the journal's lock until the commit.
 */
export async function writeJournal(tx: Tx, acteur: Acteur, { acte, objet, objetId, detail = {}, le }: Entree) {
  await tx.entreeJournal.create({
    data: {
      ...colonnesDActeur(acteur),
      acte,
      objet,
      objetId,
      detail,
      le,
    },
  })
}
