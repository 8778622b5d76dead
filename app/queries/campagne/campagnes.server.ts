import { codeSuivant } from '#domain/campagne/campagne-suivante'
import { ETATS_CAMPAGNE, prendDesDossiers } from '#domain/campagne/vie-campagne'
import type { Db } from '#infra/db'

/** Every campagne, the newest first, with what holds today, what is being prepared and the one that may follow (`suivante`). */
export async function campagnes(db: Db) {
  const rows = await db.campagne.findMany({
    orderBy: [{ annee: 'desc' }, { code: 'asc' }],
    select: {
      code: true,
      libelle: true,
      dispositif: true,
      annee: true,
      etat: true,
      ouverteLe: true,
      echeanceDepot: true,
      enveloppeCents: true,
      _count: { select: { dossiers: { where: { etat: { not: 'BROUILLON' } } } } },
      exigences: { orderBy: { numero: 'desc' }, take: 2, select: { numero: true, publieeLe: true } },
    },
  })
  const derniere = (dispositif: string) => rows.find((row) => row.dispositif === dispositif)
  return rows.map(({ _count, exigences, dispositif, annee, ...campagne }) => ({
    ...campagne,
    dossiers: _count.dossiers,
    enVigueur: exigences.find(({ publieeLe }) => publieeLe !== null) ?? null,
    brouillon: exigences.some(({ publieeLe }) => publieeLe === null),
    suivante: derniere(dispositif)?.code === campagne.code ? codeSuivant({ dispositif, annee }) : null,
  }))
}

/** The campagnes under which something may be put by hand, the newest first. */
export const campagnesQuiPrennent = (db: Db) =>
  db.campagne.findMany({
    where: { etat: { in: ETATS_CAMPAGNE.filter(prendDesDossiers) } },
    orderBy: [{ annee: 'desc' }, { code: 'asc' }],
    select: { code: true, libelle: true },
  })
