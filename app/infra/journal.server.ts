import type { Tx } from '#infra/db'
import type { Prisma } from '#prisma'

/** Who acts: an agent, or nobody (a worker by itself, shown as « Le système »). */
export type Acteur = { id: string; prenom: string; nom: string } | null

export type Entree = {
  acte: string
  objet: 'dossier' | 'pre-projet' | 'lot' | 'rapport' | 'courriel' | 'courriel-recu' | 'agent' | 'campagne' | 'relance'
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
      agentId: acteur?.id ?? null,
      acteur: acteur ? `${acteur.prenom} ${acteur.nom}` : 'Le système',
      acte,
      objet,
      objetId,
      detail,
      le,
    },
  })
}
