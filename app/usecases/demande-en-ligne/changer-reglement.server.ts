import type { ChampAnnonce } from '#domain/demande-en-ligne/changement-de-reglement'
import type { Genre } from '#domain/structure/genre'
import type { Tx } from '#infra/db'
import { promiseJob } from '#infra/outbox'
import { annonceDeChangement } from '#jobs/reglement'

/** Either fields of the règlement, or the genres of which other pièces are asked. */
type Change = { campagneId: string; le: Date } & (
  { champs: readonly ChampAnnonce[]; genres?: never } | { genres: readonly Genre[]; champs?: never }
)

/**
 * The règlement that the demandes in course were ticked for is no longer that: their boxes are empty again, so that none is deposited before it is read
 * and certified, and who may write them is told. A part of the act that changes it. What changes nothing for who asks is let be.
 */
export async function changerReglement(tx: Tx, { campagneId, le, champs = [], genres = [] }: Change): Promise<void> {
  if (champs.length + genres.length === 0) return
  const { id } = await tx.changementDeReglement.create({
    data: { campagneId, le, champs: [...champs], genres: [...genres] },
    select: { id: true },
  })
  // Each row is waited for: a deposit that holds one is made under the former règlement, and is let be.
  await tx.$executeRaw`
    WITH touchee AS (
      UPDATE demande_en_ligne e SET version = e.version + 1 FROM structure s
      WHERE s.id = e.structure_id AND e.campagne_id = ${campagneId}::uuid AND e.deposee_le IS NULL
        AND (${genres.length === 0} OR s.genre = ANY (${[...genres]}::text[]))
      RETURNING e.id)
    UPDATE reponses_d_etape r SET reponses = r.reponses - 'reglementLu' - 'certifie', version = r.version + 1
    FROM touchee t WHERE r.demande_en_ligne_id = t.id AND r.etape IN ('PROJET', 'CERTIFICATION')`
  await promiseJob(tx, annonceDeChangement, { changementId: id })
}
