import { type Demandeur, SYSTEME, type Systeme } from '#domain/acces/acteur'
import type { Parties } from '#domain/dossier/deverrouillage'
import { champsModifies, type FichierModifie, lireFichiers } from '#domain/portail/modification'
import type { SuiteLigne } from '#domain/portail/suite-ligne'
import type { Tx } from '#infra/db'
import { writeJournal } from '#infra/journal'
import { promettreAnalyseModification } from '#infra/stores/antivirus/analyse'
import type { DossierConnu } from '#infra/stores/portail/demande-lue'
import { claimVersion } from '#infra/stores/dossier/dossier'
import {
  deverrouillageDesChangements,
  ecrireModification,
  findModification,
} from '#infra/stores/deverrouillage/modification'
import type { Prisma } from '#prisma'

type Formulaire = {
  lotId: string | null
  connu: DossierConnu
  deverrouillage: { id: string } & Parties
  suite: Extract<SuiteLigne, { nature: 'METTRE_A_JOUR' }>
  le: Date
}

/**
 * The form of a dossier that is open, or whose changes wait: it is kept beside the deposited version, which does not move until an
 * officer takes it. Only the portal's own word follows at once. Validated again, the opening is over; when nothing was changed, there
 * is nothing to take.
 */
export async function retenirFormulaire(tx: Tx, { lotId, connu, deverrouillage, suite, le }: Formulaire) {
  const { demandeLue, differences, redepose } = suite
  await claimVersion(tx, connu, { statutPortail: demandeLue.statutPortail, disparuLe: null })
  const donnees = demandeLue.donnees as Prisma.InputJsonObject
  const changes = champsModifies(connu.donnees as Record<string, string>, demandeLue.donnees, deverrouillage)
  const fichiers = connu.modifications[0]?.fichiers
  const rien = changes.length === 0 && !(Array.isArray(fichiers) && fichiers.length > 0)
  const modification = await ecrireModification(tx, {
    dossierId: connu.id,
    deverrouillageId: deverrouillage.id,
    donnees,
    ...(lotId !== null && { lotId }),
    ...(redepose && { etat: 'REDEPOSEE', redeposeeLe: le }),
  })
  if (redepose && rien) {
    await tx.modification.update({ where: { id: modification.id }, data: { etat: 'ACCEPTEE', traiteeLe: le } })
    await tx.dossier.update({ where: { id: connu.id }, data: { donnees }, select: { id: true } })
  }
  await writeJournal(tx, SYSTEME, {
    acte: 'recevoirModification',
    objet: 'dossier',
    objetId: connu.id,
    detail: { lotId, modificationId: modification.id, differences, redepose },
    le,
  })
  if (redepose) await refermerAuDepot(tx, SYSTEME, { dossierId: connu.id, le })
}

/** Validated again by the demandeur: what was reopened is closed without waiting for its échéance. */
export async function refermerAuDepot(
  tx: Tx,
  acteur: Systeme | Demandeur,
  { dossierId, le }: { dossierId: string; le: Date },
) {
  const { count } = await tx.deverrouillage.updateMany({
    where: { dossierId, refermeLe: null },
    data: { refermeLe: le, fermeture: 'DEPOT' },
  })
  const detail = { fermeture: 'DEPOT' }
  if (count > 0)
    await writeJournal(tx, acteur, {
      acte: 'refermerDeverrouillage',
      objet: 'dossier',
      objetId: dossierId,
      detail,
      le,
    })
}

type Fichier = { dossierId: string; lotId: string | null; fichier: FichierModifie; le: Date }

/** A file put in while the dossier is open, or beside changes that wait: kept with them. Null when the dossier is neither. */
export async function retenirFichier(
  tx: Tx,
  acteur: Systeme | Demandeur,
  { dossierId, lotId, fichier, le }: Fichier,
): Promise<'MIS_A_JOUR' | 'INCHANGE' | null> {
  const deverrouillageId = await deverrouillageDesChangements(tx, dossierId, le)
  if (!deverrouillageId) return null
  const gardes = lireFichiers((await findModification(tx, dossierId))?.fichiers)
  if (gardes.some(({ cleDepot, sha256 }) => cleDepot === fichier.cleDepot && sha256 === fichier.sha256))
    return 'INCHANGE'
  const { id } = await ecrireModification(tx, { dossierId, deverrouillageId, fichier })
  await promettreAnalyseModification(tx, id)
  await writeJournal(tx, acteur, {
    acte: 'recevoirModification',
    objet: 'dossier',
    objetId: dossierId,
    detail: { lotId, modificationId: id, fichier: fichier.nomFichier, piece: fichier.code },
    le,
  })
  return 'MIS_A_JOUR'
}
