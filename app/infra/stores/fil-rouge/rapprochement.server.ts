import type { EtatRapprochement, Recit } from '#domain/fil-rouge/fil-rouge'
import { fromDate } from '#domain/temps/jour'
import { plier } from '#domain/texte'
import type { Tx } from '#infra/db'
import { Conflict, NotFound } from '#infra/errors'
import type { Prisma } from '#prisma'

/** A fiche older than this before the deposit told another year's project. */
const RECUL_MS = 550 * 86_400_000
const CANDIDATES_MAX = 30

const FICHE = {
  id: true,
  siret: true,
  structureNomPlie: true,
  titrePlie: true,
  pays: true,
  ville: true,
  dateDebut: true,
  dateFin: true,
  coutTotalCents: true,
  montantSouhaiteCents: true,
} as const satisfies Prisma.PreProjetSelect

const DOSSIER = {
  id: true,
  objet: true,
  pays: true,
  villePartenaire: true,
  projetDebut: true,
  projetFin: true,
  coutTotalCents: true,
  montantDemandeCents: true,
  deposeLe: true,
  structure: { select: { siret: true, nomPlie: true } },
} as const satisfies Prisma.DossierSelect

const jourDe = (date: Date | null) => date && fromDate(date)

const recitDeFiche = (fiche: Prisma.PreProjetGetPayload<{ select: typeof FICHE }>): Recit => ({
  siret: fiche.siret,
  structurePliee: fiche.structureNomPlie,
  titrePlie: fiche.titrePlie,
  paysPlie: plier(fiche.pays),
  villePliee: plier(fiche.ville),
  dateDebut: jourDe(fiche.dateDebut),
  dateFin: jourDe(fiche.dateFin),
  coutTotalCents: fiche.coutTotalCents,
  montantCents: fiche.montantSouhaiteCents,
})

const recitDeDossier = (dossier: Omit<DossierRaconte, 'id'>): Recit => ({
  siret: dossier.structure.siret,
  structurePliee: dossier.structure.nomPlie,
  titrePlie: plier(dossier.objet),
  paysPlie: plier(dossier.pays),
  villePliee: plier(dossier.villePartenaire),
  dateDebut: jourDe(dossier.projetDebut),
  dateFin: jourDe(dossier.projetFin),
  coutTotalCents: dossier.coutTotalCents,
  montantCents: dossier.montantDemandeCents,
})

/** A dossier as it is told beside a fiche. */
export type DossierRaconte = Prisma.DossierGetPayload<{ select: typeof DOSSIER }>

/** The dossier whose fiches are looked for. */
export const dossierARapprocher = (tx: Tx, id: string): Promise<DossierRaconte> =>
  tx.dossier.findUniqueOrThrow({ where: { id }, select: DOSSIER })

/** The fiches of the structure of this dossier that are tied to none, the newest first. Its SIREN is enough: one legal body, several places. */
export async function loadCandidates(tx: Tx, dossier: DossierRaconte) {
  const { id: dossierId } = dossier
  const { siret, nomPlie } = dossier.structure
  const siren = siret?.slice(0, 9)
  const fiches = await tx.preProjet.findMany({
    where: {
      OR: [
        ...(siren ? [{ siret: { gte: `${siren}00000`, lte: `${siren}99999` } }] : []),
        ...(nomPlie ? [{ structureNomPlie: nomPlie }] : []),
      ],
      ...(dossier.deposeLe && { recuLe: { gte: new Date(dossier.deposeLe.getTime() - RECUL_MS) } }),
      rapprochements: { none: { OR: [{ etat: 'CONFIRME' }, { dossierId }] } },
    },
    orderBy: [{ recuLe: 'desc' }, { id: 'asc' }],
    take: CANDIDATES_MAX,
    select: FICHE,
  })
  return {
    depose: recitDeDossier(dossier),
    fiches: fiches.map((fiche) => ({ id: fiche.id, recit: recitDeFiche(fiche) })),
  }
}

/** What both sides of a tie say. Throws NotFound. */
export async function loadPaire(tx: Tx, { preProjetId, dossierId }: { preProjetId: string; dossierId: string }) {
  const fiche = await tx.preProjet.findUnique({ where: { id: preProjetId }, select: FICHE })
  if (!fiche) throw new NotFound('pre-projet', preProjetId)
  const dossier = await tx.dossier.findUniqueOrThrow({ where: { id: dossierId }, select: DOSSIER })
  return { fiche: recitDeFiche(fiche), dossier: recitDeDossier(dossier) }
}

/** The tie, both of its ends locked until the commit: of two officers who tie one end at once, the second sees the first. Throws NotFound. */
export async function lockRapprochement(tx: Tx, id: string) {
  const vu = await tx.rapprochement.findUnique({ where: { id }, select: { preProjetId: true, dossierId: true } })
  if (!vu) throw new NotFound('rapprochement', id)
  await lockBouts(tx, vu)
  return tx.rapprochement.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      preProjetId: true,
      dossierId: true,
      etat: true,
      score: true,
      dossier: { select: { numero: true } },
    },
  })
}

type Bouts = { preProjetId: string; dossierId: string }

/** The fiche and the dossier of a tie, in that order for everybody. */
export async function lockBouts(tx: Tx, { preProjetId, dossierId }: Bouts) {
  await tx.$queryRaw`SELECT 1 FROM pre_projet WHERE id = ${preProjetId}::uuid FOR UPDATE`
  await tx.$queryRaw`SELECT 1 FROM dossier WHERE id = ${dossierId}::uuid FOR UPDATE`
}

/** Which end is already tied to another, if one is. */
export async function dejaTenu(tx: Tx, { preProjetId, dossierId }: Bouts) {
  const tenus = await tx.rapprochement.findMany({
    where: { etat: 'CONFIRME', OR: [{ preProjetId }, { dossierId }], NOT: { preProjetId, dossierId } },
    select: { dossierId: true },
  })
  if (tenus.length === 0) return null
  return tenus.some((tenu) => tenu.dossierId === dossierId)
    ? ('DOSSIER_DEJA_RATTACHE' as const)
    : ('FICHE_DEJA_RATTACHEE' as const)
}

/** Moves a tie from the state an officer saw; Conflict when it has moved since. */
export async function claimRapprochement(
  tx: Tx,
  { id, avant }: { id: string; avant: EtatRapprochement },
  change: { etat: EtatRapprochement; par: string; le: Date },
) {
  const { count } = await tx.rapprochement.updateMany({ where: { id, etat: avant }, data: change })
  if (count === 0) throw new Conflict('rapprochement', id)
}
