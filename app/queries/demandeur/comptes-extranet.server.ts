import { etatCompte } from '#domain/acces/compte'
import { plier } from '#domain/texte'
import type { Db } from '#infra/db'
import type { Prisma } from '#prisma'

/** Accounts shown at once, by name. */
const LIGNES = 50

/** Which accounts: those that these words name (who, their address, their structure), of one structure, or one. */
export type ComptesVoulus = { q: string; structure: string | null; compte: string | null }

const litteral = (mots: string) => mots.replace(/[\\%_]/g, '\\$&')

function dontOnParle(q: string): Prisma.DemandeurWhereInput {
  const dit = { contains: litteral(q), mode: 'insensitive' } as const
  const nom = litteral(plier(q))
  const structure = { OR: [{ siret: q.replace(/\s/g, '') }, ...(nom ? [{ nomPlie: { contains: nom } }] : [])] }
  return { OR: [{ nom: dit }, { prenom: dit }, { courriel: dit }, { membreDe: { some: { structure } } }] }
}

/** The accounts of the extranet as an officer looks for them: who, in which structures, as what, open or closed. */
export async function comptesExtranet(db: Db, { q, structure, compte }: ComptesVoulus) {
  const where: Prisma.DemandeurWhereInput = {
    ...(q && dontOnParle(q)),
    ...(compte && { id: compte }),
    ...(structure && { membreDe: { some: { structureId: structure } } }),
  }
  const [lus, total, une] = await Promise.all([
    db.demandeur.findMany({
      where,
      select: {
        ...{ id: true, prenom: true, nom: true, courriel: true, actif: true, version: true, motDePasse: true },
        secondFacteur: { select: { actifDepuis: true } },
        preuves: { select: { siret: true, prenom: true, nom: true, prouveeLe: true } },
        membreDe: {
          select: { role: true, fonction: true, structure: { select: { id: true, nom: true, siret: true } } },
          orderBy: { structure: { nom: 'asc' } },
        },
      },
      orderBy: [{ nom: 'asc' }, { prenom: 'asc' }, { id: 'asc' }],
      take: LIGNES,
    }),
    db.demandeur.count({ where }),
    structure ? db.structure.findUnique({ where: { id: structure }, select: { nom: true } }) : null,
  ])
  return {
    q,
    structure: une?.nom ?? null,
    total,
    comptes: lus.map(({ motDePasse, actif, secondFacteur, preuves, membreDe, ...lu }) => ({
      ...lu,
      membreDe: membreDe.map((membre) => ({
        ...membre,
        preuve: preuves.find(({ siret }) => siret === membre.structure.siret) ?? null,
      })),
      secondFacteur: Boolean(secondFacteur?.actifDepuis),
      etat: etatCompte({ actif, active: motDePasse !== null }),
    })),
  }
}
