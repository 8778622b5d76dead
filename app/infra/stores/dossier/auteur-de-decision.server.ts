import type { Prisma } from '#prisma'

const NOMS = { select: { prenom: true, nom: true } } as const

/** Who a decision is of, read with its row: an agent, or the demandeur who withdrew their own demande. */
export const AUTEURS = { prisePar: NOMS, retireePar: NOMS } as const satisfies Prisma.DecisionInclude

type Nom = { prenom: string; nom: string }

/** Their name as people read it; the database holds exactly one of the two. */
export function nomDeLAuteur({ prisePar, retireePar }: { prisePar: Nom | null; retireePar: Nom | null }): string {
  const auteur = prisePar ?? retireePar
  return auteur ? `${auteur.prenom} ${auteur.nom}` : ''
}
