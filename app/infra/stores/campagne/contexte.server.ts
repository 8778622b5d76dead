import { type Contexte, lireFaits } from '#domain/campagne/contexte'
import { faitsDuFormulaire } from '#domain/portail/faits-formulaire'
import type { Dispositif } from '#domain/dispositif'
import { fromDate } from '#domain/temps/jour'
import type { Db, Tx } from '#infra/db'
import { Prisma } from '#prisma'

type Ligne = {
  id: string
  dispositif: Dispositif
  montant: bigint
  cout: bigint | null
  participants: number | null
  pays: string
  depose: Date | null
  donnees: unknown
  faits: unknown
  subventionnee: boolean
  precedente: boolean
}

/**
 * What the conditions of a matrix look at in these dossiers, in one query. A grant of the year before that is not in the database is
 * known to be none only where the campagne of that year is; what an officer said wins over what the form says.
 */
export async function contextesDesDossiers(tx: Tx | Db, ids: readonly string[]): Promise<Map<string, Contexte>> {
  if (ids.length === 0) return new Map()
  const lignes = await tx.$queryRaw<Ligne[]>`
    SELECT d.id, c.dispositif::text AS dispositif, d.montant_demande_cents AS montant, d.cout_total_cents AS cout,
      d.nb_participants AS participants, d.pays, d.depose_le AS depose, d.donnees, d.faits,
      EXISTS (SELECT 1 FROM dossier a JOIN campagne ca ON ca.id = a.campagne_id
        WHERE a.structure_id = d.structure_id AND a.etat IN ('ACCORDE', 'ACCORDE_PARTIEL') AND ca.annee = c.annee - 1) AS subventionnee,
      EXISTS (SELECT 1 FROM campagne cp WHERE cp.dispositif = c.dispositif AND cp.annee = c.annee - 1) AS precedente
    FROM dossier d JOIN campagne c ON c.id = d.campagne_id
    WHERE d.id IN (${Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`))})`
  return new Map(lignes.map((ligne) => [ligne.id, contexteDe(ligne)]))
}

function contexteDe(ligne: Ligne): Contexte {
  const dits = { ...faitsDuFormulaire(ligne.donnees), ...lireFaits(ligne.faits) }
  return {
    dispositif: ligne.dispositif,
    montantDemandeCents: ligne.montant,
    coutTotalCents: ligne.cout,
    nbParticipants: ligne.participants,
    pays: ligne.pays,
    creeeLe: dits.creeeLe ?? null,
    deposeLe: ligne.depose && fromDate(ligne.depose),
    mineurs: dits.mineurs ?? null,
    renouvellement: dits.renouvellement ?? (ligne.subventionnee ? true : ligne.precedente ? false : null),
    signataireDifferent: dits.signataireDifferent ?? null,
  }
}
