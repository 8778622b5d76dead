import { type Contexte, lireFaits } from '#domain/campagne/contexte'
import { faitsDuFormulaire } from '#domain/portail/faits-formulaire'
import type { Dispositif } from '#domain/dispositif'
import { fromDate } from '#domain/temps/jour'
import type { Db, Tx } from '#infra/db'
import { Prisma } from '#prisma'

/** Beside a campagne that is called `c`: was this structure granted something the year before, and is that year in the database? */
const subventionnee = (structureId: Prisma.Sql) => Prisma.sql`
  EXISTS (SELECT 1 FROM dossier a JOIN campagne ca ON ca.id = a.campagne_id
    WHERE a.structure_id = ${structureId} AND a.etat IN ('ACCORDE', 'ACCORDE_PARTIEL') AND ca.annee = c.annee - 1)`
const PRECEDENTE = Prisma.sql`
  EXISTS (SELECT 1 FROM campagne cp WHERE cp.dispositif = c.dispositif AND cp.annee = c.annee - 1)`

type Subventions = { subventionnee: boolean; precedente: boolean }

type Ligne = Subventions & {
  id: string
  dispositif: Dispositif
  montant: bigint
  cout: bigint | null
  participants: number | null
  pays: string
  depose: Date | null
  donnees: unknown
  faits: unknown
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
      ${subventionnee(Prisma.sql`d.structure_id`)} AS subventionnee, ${PRECEDENTE} AS precedente
    FROM dossier d JOIN campagne c ON c.id = d.campagne_id
    WHERE d.id IN (${Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`))})`
  return new Map(lignes.map((ligne) => [ligne.id, contexteDe(ligne)]))
}

const renouvellement = ({ subventionnee: une, precedente }: Subventions): boolean | null =>
  une ? true : precedente ? false : null

/** The same of what is no dossier yet: was its structure granted something the year before this campagne? Null where nobody here can know. */
export async function renouvellementDe(
  tx: Tx | Db,
  { structureId, campagneId }: { structureId: string; campagneId: string },
): Promise<boolean | null> {
  const [lues] = await tx.$queryRaw<Subventions[]>`
    SELECT ${subventionnee(Prisma.sql`${structureId}::uuid`)} AS subventionnee, ${PRECEDENTE} AS precedente
    FROM campagne c WHERE c.id = ${campagneId}::uuid`
  return lues ? renouvellement(lues) : null
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
    renouvellement: dits.renouvellement ?? renouvellement(ligne),
    signataireDifferent: dits.signataireDifferent ?? null,
  }
}
