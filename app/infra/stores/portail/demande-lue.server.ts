import { createHash } from 'node:crypto'
import { campagneDuDepot, type Ouverture } from '#domain/campagne/campagne-de-depot'
import { type Cadence, delaiCourt, rejetImpliciteLe } from '#domain/dossier/delais'
import { ouvert } from '#domain/dossier/deverrouillage'
import type { DemandeLue, Donnees } from '#domain/portail/demande-lue'
import { dispositifDe } from '#domain/portail/statut-portail'
import type { AnomalieSuivie, LigneConnue } from '#domain/portail/suite-ligne'
import { fromDate, toDate } from '#domain/temps/jour'
import type { Tx } from '#infra/db'
import { EN_ATTENTE } from '#infra/stores/deverrouillage/modification'
import { type IdentiteStructure } from '#infra/stores/dossier/structure'
import type { Prisma } from '#prisma'

const CONNUE = {
  id: true,
  version: true,
  etat: true,
  origine: true,
  numero: true,
  donnees: true,
  anomalies: true,
  disparuLe: true,
  deposeLe: true,
  campagneId: true,
  exigencesId: true,
  contactCourriel: true,
  reprisLe: true,
  campagne: { select: { annee: true, dispositif: true } },
  deverrouillages: {
    select: { id: true, sections: true, champs: true, pieces: true, echeance: true, refermeLe: true },
  },
  modifications: { where: EN_ATTENTE, select: { deverrouillageId: true, donnees: true, fichiers: true } },
} as const satisfies Prisma.DossierSelect

export type DossierConnu = Prisma.DossierGetPayload<{ select: typeof CONNUE }>

/** The stored key of a draft: SHA-256 of what tells it from the others. */
export const hacherCle = (cle: string) => createHash('sha256').update(cle).digest('hex')

/**
 * The dossier this line speaks of: by its number, else the draft it was. A draft of this year never takes the row of a demande
 * deposited in an earlier one under the same words: that row gives its key up.
 */
export async function findDossierDe(tx: Tx, demandeLue: DemandeLue, annee: number): Promise<DossierConnu | null> {
  if (demandeLue.numero) {
    const known = await tx.dossier.findUnique({ where: { numero: demandeLue.numero }, select: CONNUE })
    if (known) return known
  }
  const cle = hacherCle(demandeLue.cleBrouillon)
  const named = await tx.dossier.findUnique({ where: { cleBrouillon: cle }, select: CONNUE })
  if (!named || named.etat === 'BROUILLON') return named
  if (demandeLue.numero) return null
  if (named.campagne.annee >= annee) return named
  await tx.dossier.update({ where: { id: named.id }, data: { cleBrouillon: null }, select: { id: true } })
  return null
}

/**
 * What the rules look at in a dossier already held: the form as it was last told, which may wait beside the deposited one. `donnees`
 * and `anomalies` were written by this file.
 */
export const ligneConnue = (
  { campagne, ...dossier }: DossierConnu,
  campagnes: readonly Ouverture[],
  now: Date,
): LigneConnue => {
  const donnees = (dossier.modifications[0]?.donnees ?? dossier.donnees) as Donnees
  // An officer may have moved it: its origin is what its form says.
  const dispositif = dispositifDe(donnees.type ?? '') ?? campagne.dispositif
  return {
    deposeSur: dossier.origine,
    dispositif,
    annee: dossier.deposeLe && campagneDuDepot(dispositif, fromDate(dossier.deposeLe), campagnes).annee,
    reprise: dossier.reprisLe !== null,
    etat: dossier.etat,
    numero: dossier.numero,
    donnees,
    anomalies: dossier.anomalies as AnomalieSuivie[],
    deverrouillageOuvert: deverrouillageDe(dossier, now) !== undefined,
  }
}

/** The opening that a change of this dossier belongs to: the one still open, else the one whose changes wait for an officer. */
export const deverrouillageDe = (
  { deverrouillages, modifications }: Pick<DossierConnu, 'deverrouillages' | 'modifications'>,
  now: Date,
) => ouvert({ deverrouillages }, now) ?? deverrouillages.find(({ id }) => id === modifications[0]?.deverrouillageId)

/** The structure of a demande. Without a genre that anything tells, it is asked what is asked of an association: the longest list. */
export const identiteDe = ({ structure }: DemandeLue): IdentiteStructure => ({
  ...structure,
  genre: structure.genre ?? 'association',
})

/** Whom the Département writes to: the address ticked in the form, else the correspondant's (docs/domaine.md § 1.3). Empty when neither is one. */
export function contactDe({ structure, correspondant, representant }: DemandeLue): { nom: string; courriel: string } {
  const personne = correspondant.nom || correspondant.prenom ? correspondant : representant
  return {
    nom: [personne.prenom, personne.nom].filter(Boolean).join(' ') || structure.nom,
    courriel: structure.courriel || correspondant.courriel,
  }
}

/** The columns that say what is asked: everything a decision is taken on. */
export function colonnesDe(demandeLue: DemandeLue) {
  const { projet } = demandeLue
  const contact = contactDe(demandeLue)
  return {
    objet: demandeLue.objet,
    montantDemandeCents: demandeLue.montantDemande,
    coutTotalCents: demandeLue.coutTotal,
    pays: projet.pays,
    villePartenaire: projet.villePartenaire,
    projetDebut: projet.dateDebut === null ? null : toDate(projet.dateDebut),
    projetFin: projet.dateFin === null ? null : toDate(projet.dateFin),
    nbParticipants: projet.nbParticipants,
    contactNom: contact.nom,
    contactCourriel: contact.courriel,
  } satisfies Prisma.DossierUncheckedUpdateManyInput
}

/** The form as the portal wrote it, with what is wrong in it: kept whatever the state of the dossier. */
export const formulaireDe = (demandeLue: DemandeLue, anomalies: readonly AnomalieSuivie[]) => ({
  statutPortail: demandeLue.statutPortail,
  donnees: demandeLue.donnees as Prisma.InputJsonObject,
  anomalies: [...anomalies] as Prisma.InputJsonArray,
})

/**
 * The day of deposit and, where a clock runs (#domain/dossier/delais), the day on which silence will reject, before any suspension:
 * `rafraichirDelais` counts those.
 */
export const depotDe = ({ deposeLe }: DemandeLue, cas: Cadence) => ({
  deposeLe: deposeLe === null ? null : toDate(deposeLe),
  rejetImpliciteLe: deposeLe === null || !delaiCourt(cas) ? null : toDate(rejetImpliciteLe(deposeLe, [])),
})

/** Keeps this state of the form as the dossier's next version. */
export async function addVersion(
  tx: Tx,
  dossierId: string,
  { lotId, donnees }: { lotId: string | null; donnees: Donnees },
) {
  const last = await tx.dossierVersion.aggregate({ where: { dossierId }, _max: { numero: true } })
  const numero = (last._max.numero ?? 0) + 1
  await tx.dossierVersion.create({
    data: { dossierId, numero, lotId, donnees: donnees },
    select: { id: true },
  })
  return numero
}

/** The same of a dossier that was just deposited on the extranet: it has none yet. */
export const addPremiereVersion = (tx: Tx, dossierId: string, donnees: Donnees) =>
  tx.$executeRaw`
    INSERT INTO dossier_version (id, dossier_id, numero, donnees)
    VALUES (gen_random_uuid(), ${dossierId}::uuid, 1, ${JSON.stringify(donnees)}::jsonb)`

/** True when a delivery made after this lot has already given the dossier a version. */
export async function estDepassee(tx: Tx, dossierId: string, lotId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ depassee: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM dossier_version v JOIN lot recent ON recent.id = v.lot_id JOIN lot ancien ON ancien.id = ${lotId}::uuid
      WHERE v.dossier_id = ${dossierId}::uuid AND recent.cree_le > ancien.cree_le
      UNION ALL
      SELECT 1 FROM modification m JOIN lot recent ON recent.id = m.lot_id JOIN lot ancien ON ancien.id = ${lotId}::uuid
      WHERE m.dossier_id = ${dossierId}::uuid AND recent.cree_le > ancien.cree_le
    ) AS depassee`
  return row?.depassee === true
}
