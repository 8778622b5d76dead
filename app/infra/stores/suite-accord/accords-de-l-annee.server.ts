import type { Montant } from '#domain/budget/montant'
import { lireReglages } from '#domain/campagne/reglages'
import type { Dispositif } from '#domain/dispositif'
import { conventionRequise } from '#domain/dossier/decision'
import { estPrive, type Genre } from '#domain/structure/genre'
import type { Jour } from '#domain/temps/jour'
import type { Db, Tx } from '#infra/db'

type DuneStructure = { id: string; structureId: string }

/**
 * What these structures are granted in the civil year of this day, in cents: what is decided, and what is voted and not told yet, each of the year of its
 * délibération, or of its séance until that one has its number. Gives, of a dossier, what its structure is granted by the others.
 */
export async function accordsDeLAnnee(
  tx: Tx | Db,
  structureIds: readonly string[],
  jour: Jour,
): Promise<(dossier: DuneStructure) => Montant> {
  const annee = Number(jour.slice(0, 4))
  const accords = await tx.$queryRaw<{ id: string; structureId: string; montantCents: Montant }[]>`
    WITH a AS (
      SELECT d.id, d.structure_id, x.montant_cents,
        coalesce(b.le, s.jour, x.deliberation_le, (x.prise_le AT TIME ZONE 'Europe/Paris')::date) AS jour
      FROM dossier d JOIN decision x ON x.dossier_id = d.id
        LEFT JOIN ligne_seance l ON l.id = x.ligne_seance_id LEFT JOIN seance s ON s.id = l.seance_id
        LEFT JOIN deliberation b ON b.seance_id = s.id
      WHERE d.structure_id = ANY (${[...new Set(structureIds)]}::uuid[]) AND d.etat IN ('ACCORDE', 'ACCORDE_PARTIEL')
      UNION ALL
      SELECT d.id, d.structure_id, l.montant_cents, coalesce(b.le, s.jour)
      FROM dossier d JOIN ligne_seance l ON l.dossier_id = d.id JOIN seance s ON s.id = l.seance_id
        LEFT JOIN deliberation b ON b.seance_id = s.id
      WHERE d.structure_id = ANY (${[...new Set(structureIds)]}::uuid[]) AND d.etat = 'VOTE' AND l.nature IS NOT NULL AND l.rouverte_le IS NULL)
    SELECT id, structure_id AS "structureId", montant_cents AS "montantCents" FROM a
    WHERE montant_cents IS NOT NULL AND extract(year FROM jour) = ${annee}`
  return ({ id, structureId }) =>
    accords
      .filter((un) => un.structureId === structureId && un.id !== id)
      .reduce((somme, { montantCents }) => somme + montantCents, 0n)
}

type AAccorder = {
  structure: { genre: Genre | null }
  campagne: { dispositif: Dispositif; reglages: unknown }
}

type Montants = {
  /** What is granted; null where nothing is. */
  montantCents: Montant | null
  /** What its structure is granted by others the same year. */
  autresCents: Montant
}

/** Whether this grant owes a convention, as the réglages of its campagne say. */
export const conventionDe = ({ structure, campagne }: AAccorder, { montantCents, autresCents }: Montants): boolean =>
  conventionRequise({
    ...{ droitPrive: estPrive(structure.genre), montantCents: montantCents ?? 0n, autresCents },
    seuilCents: lireReglages(campagne.reglages, campagne.dispositif).seuilConventionCents,
  })

/** The same of one dossier whose grant is voted on this day. */
export async function conventionAuVote(
  tx: Tx | Db,
  dossier: AAccorder & DuneStructure,
  montantCents: Montant | null,
  voteLe: Jour,
): Promise<boolean> {
  if (montantCents === null) return false
  const autres = await accordsDeLAnnee(tx, [dossier.structureId], voteLe)
  return conventionDe(dossier, { montantCents, autresCents: autres(dossier) })
}
