import { JOURS_ALERTE } from '#domain/dossier/delais'
import { EN_COURS } from '#domain/dossier/etat'
import type { Db } from '#infra/db'

/** What an officer looks for first in the morning: what waits, what is about to lapse, what is left to grant. `aujourdhui` is a day at midnight UTC. */
export async function tableauDeBord(db: Db, aujourdhui: Date) {
  const finDAlerte = new Date(aujourdhui.getTime() + JOURS_ALERTE * 86_400_000)
  const enCours = { etat: { in: [...EN_COURS] } }
  const [parEtat, preProjets, horsDelai, echeances, deverrouillages, demandes, campagnes, accordes, aRelancer] =
    await Promise.all([
      db.dossier.groupBy({ by: ['etat'], where: enCours, _count: true, _sum: { montantDemandeCents: true } }),
      db.preProjet.count({ where: { etat: 'A_TRAITER' } }),
      db.preProjet.count({ where: { etat: 'A_TRAITER', horsDelai: true } }),
      db.dossier.findMany({
        where: { ...enCours, rejetImpliciteLe: { lte: finDAlerte } },
        orderBy: [{ rejetImpliciteLe: 'asc' }, { id: 'asc' }],
        take: 6,
        select: { numero: true, objet: true, rejetImpliciteLe: true, structure: { select: { nom: true } } },
      }),
      db.deverrouillage.findMany({
        where: { refermeLe: null },
        orderBy: { echeance: 'asc' },
        take: 6,
        select: { echeance: true, dossier: { select: { numero: true, objet: true } } },
      }),
      db.demandeDeverrouillage.count({ where: { etat: 'EN_ATTENTE' } }),
      db.campagne.findMany({ orderBy: [{ annee: 'desc' }, { code: 'asc' }], take: 6 }),
      db.dossier.groupBy({
        by: ['campagneId'],
        _count: true,
        _sum: { montantDemandeCents: true, montantAccordeCents: true },
        where: { etat: { not: 'BROUILLON' } },
      }),
      db.courriel.count({ where: { etat: 'ECHEC' } }),
    ])
  const nombre = (etat: (typeof EN_COURS)[number]) => parEtat.find((e) => e.etat === etat)?._count ?? 0
  return {
    dossiers: {
      deposes: nombre('DEPOSE'),
      incomplets: nombre('INCOMPLET'),
      complets: nombre('COMPLET'),
      enInstruction: nombre('EN_INSTRUCTION'),
    },
    preProjets,
    horsDelai,
    echeances,
    deverrouillages,
    demandes,
    courrielsEnEchec: aRelancer,
    campagnes: campagnes.map(({ id, code, libelle, enveloppeCents }) => {
      const somme = accordes.find((a) => a.campagneId === id)
      return {
        code,
        libelle,
        enveloppeCents,
        dossiers: somme?._count ?? 0,
        demandeCents: somme?._sum.montantDemandeCents ?? 0n,
        accordeCents: somme?._sum.montantAccordeCents ?? 0n,
      }
    }),
  }
}
