import type { Demandeur } from '#domain/acces/acteur'
import { vivantDepuis } from '#domain/demande-en-ligne/televersement'
import type { OrigineDossier } from '#domain/dossier/origine'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import { peutRendre, type Prevu } from '#domain/suite-accord/bilan-rendu'
import { CODES_FICHIER_BILAN } from '#domain/suite-accord/fichier-de-bilan'
import { fromDate, jourDeParis } from '#domain/temps/jour'
import type { Db, Tx } from '#infra/db'
import { decisionDite, dossierDuMembre } from '#infra/stores/demandeur/dossier-du-membre'
import { type DossierCharge, loadDossier } from '#infra/stores/dossier/dossier'
import { bilanDe } from '#infra/stores/suite-accord/bilan-de-projet'
import { accordDe } from '#infra/stores/suite-accord/suite-accord'
import type { Prisma } from '#prisma'

const FICHIERS = {
  orderBy: [{ code: 'desc' }, { recueLe: 'asc' }, { id: 'asc' }],
} as const satisfies Prisma.BilanRendu$fichiersArgs

/** What a structure wrote of its bilan and what it gave, the last version first, each with its files. */
export const bilansRendus = (db: Db | Tx, dossierId: string) =>
  db.bilanRendu.findMany({
    where: { bilan: { dossierId } },
    include: { fichiers: FICHIERS },
    orderBy: { rang: 'desc' },
  })

export type BilanRenduCharge = Awaited<ReturnType<typeof bilansRendus>>[number]

/** What the grant was given for, as a bilan is compared with it. */
export const prevuDe = (
  { projetDebut, projetFin }: Pick<DossierCharge, 'projetDebut' | 'projetFin'>,
  montantCents: bigint,
): Prevu => ({ montantCents, debut: projetDebut && fromDate(projetDebut), fin: projetFin && fromDate(projetFin) })

/**
 * The bilan of a dossier for one of its members: what is owed, and whether it may be written in now. Throws NotFound for a dossier that is not of a
 * structure of theirs.
 */
export async function bilanDuMembre(
  db: Db | Tx,
  demandeur: Pick<Demandeur, 'id'>,
  { dossierId, le }: { dossierId: string; le: Date },
) {
  return bilanPour(db, await dossierDuMembre(db, demandeur.id, dossierId), le)
}

/** The same for somebody who is this in its structure. */
export async function bilanPour(
  db: Db | Tx,
  { id: dossierId, role, origine }: { id: string; role: RoleMembre; origine: OrigineDossier },
  le: Date,
) {
  const dossier = await loadDossier(db, dossierId)
  const [accord, bilan] = [await accordDe(db, dossier, le), await bilanDe(db, dossierId)]
  const dite = (await decisionDite(db, dossierId)) !== null
  const permis = peutRendre({ role, origine, dite, accord, bilan }, jourDeParis(le))
  return { dossier, role, dite, accord, bilan, permis }
}

/** Held until the act ends, what is being written of the bilan: begun where nothing is, from the version that was given before. */
export async function tenirBilanRendu(
  tx: Tx,
  dossierId: string,
  { par, le }: { par: string; le: Date },
): Promise<BilanRenduCharge> {
  const [dernier] = await bilansRendus(tx, dossierId)
  if (dernier && dernier.renduLe === null) return dernier
  const { id: bilanId } = await tx.bilanDeProjet.findUniqueOrThrow({ where: { dossierId }, select: { id: true } })
  return tx.bilanRendu.create({
    data: {
      ...{ bilanId, rang: (dernier?.rang ?? 0) + 1, changeLe: le, changePar: par },
      reponses: dernier?.reponses ?? {},
      auteurs: dernier?.auteurs ?? {},
      fichiers: {
        create: (dernier?.fichiers ?? []).map(({ id: _, bilanRenduId: __, signalements, ...fichier }) => ({
          ...fichier,
          signalements: signalements ?? [],
        })),
      },
    },
    include: { fichiers: FICHIERS },
  })
}

/** It is another than it was: who has its page from before is told so. */
export const marquerBilanChange = (tx: Tx, id: string, { par, le }: { par: string; le: Date }) =>
  tx.bilanRendu.update({
    where: { id },
    data: { version: { increment: 1 }, changeLe: le, changePar: par },
    select: { version: true },
  })

/** The key of bytes that no file of any version names any more; null while one does. Asked after the rows are written. */
export const cleLibre = async (tx: Tx, cle: string | null): Promise<string | null> =>
  cle !== null && (await tx.fichierDeBilan.count({ where: { cle } })) === 0 ? cle : null

/** The name of a file that a bilan waits for; null when all that was sent has come, or was given up. */
export async function fichierDeBilanEnVol(tx: Tx, dossierId: string, now: Date): Promise<string | null> {
  const enVol = await tx.televersement.findFirst({
    where: { dossierId, code: { in: [...CODES_FICHIER_BILAN] }, finiLe: null, recuLe: { gt: vivantDepuis(now) } },
    orderBy: [{ creeLe: 'asc' }, { id: 'asc' }],
    select: { nomFichier: true },
  })
  return enVol?.nomFichier ?? null
}
