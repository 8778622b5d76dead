import type { Agent } from '#domain/acces/droits'
import type { TypeExport } from '#domain/rapport/export'
import type { TypeRapport } from '#domain/rapport/rapport'
import type { Tx } from '#infra/db'
import { writeJournal } from '#infra/journal'
import { promiseJob } from '#infra/outbox'
import { generationDeRapport } from '#jobs/catalogue'
import type { Prisma } from '#prisma'

type Voulu = {
  type: TypeRapport | TypeExport
  nomFichier: string
  le: Date
  campagne?: { id: string; code: string } | null
  /** What an export or the list of a séance is of, as who builds it reads it. */
  exportVoulu?: Prisma.InputJsonValue
}

/** The row that an officer sees at once, the promise to build its file, and the journal. Gives the rapport. */
export async function promettreRapport(tx: Tx, agent: Agent, voulu: Voulu): Promise<{ id: string }> {
  const { type, nomFichier, le, campagne = null, exportVoulu } = voulu
  const { id } = await tx.rapport.create({
    data: {
      ...{ type, nomFichier, campagneId: campagne?.id ?? null, demandeParId: agent.id, creeLe: le },
      ...(exportVoulu && { exportVoulu }),
    },
    select: { id: true },
  })
  await promiseJob(tx, generationDeRapport, { rapportId: id })
  const detail = { type, ...(campagne && { campagne: campagne.code }) }
  await writeJournal(tx, agent, { acte: 'demanderRapport', objet: 'rapport', objetId: id, detail, le })
  return { id }
}
