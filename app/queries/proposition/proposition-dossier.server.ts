import { peutProposer } from '#domain/proposition/proposition'
import type { Db } from '#infra/db'
import { propositionSignalee } from '#infra/stores/proposition/proposition'

/** The proposition of one dossier: the one that holds, those it replaced, the newest first, and whether another may be made. */
export async function propositionDossier(db: Db, dossierId: string) {
  const [{ dossier, actuelle }, passees] = await Promise.all([
    propositionSignalee(db, dossierId),
    db.proposition.findMany({
      where: { dossierId, remplaceeLe: { not: null } },
      orderBy: [{ remplaceeLe: 'desc' }, { le: 'desc' }],
      select: {
        ...{ id: true, avis: true, montantCents: true, motif: true, le: true },
        par: { select: { prenom: true, nom: true } },
      },
    }),
  ])
  const { version, montantDemandeCents, etat } = dossier
  return { version, montantDemandeCents, actuelle, passees, ouverte: peutProposer(etat) }
}
