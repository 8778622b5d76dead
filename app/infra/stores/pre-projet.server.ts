import type { CourrielARanger, Connus } from '#domain/courriel-recu/nature'
import { plier } from '#domain/texte'
import type { Tx } from '#infra/db'
import { Conflict, NotFound } from '#infra/errors'
import type { Prisma } from '#prisma'

/** The fiche with its campagne. Throws NotFound. */
export async function loadPreProjet(tx: Tx, id: string) {
  const preProjet = await tx.preProjet.findUnique({ where: { id }, include: { campagne: true } })
  if (!preProjet) throw new NotFound('pre-projet', id)
  return preProjet
}

/** Claims the fiche for this act: it must still be at the version the act was decided on, else Conflict. */
export async function claimPreProjet(
  tx: Tx,
  { id, version }: { id: string; version: number },
  change: Prisma.PreProjetUncheckedUpdateManyInput = {},
) {
  const { count } = await tx.preProjet.updateMany({
    where: { id, version },
    data: { ...change, version: { increment: 1 } },
  })
  if (count === 0) throw new Conflict('pre-projet', id)
}

/** Mails are sorted one at a time: two versions of one fiche that arrive together must see each other. */
export const lockCourriels = (tx: Tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('courriels-recus'))`

/** Of all that was received before, what can tell the nature of this mail: the mails it cites, its twins, the fiches of its structure. */
export async function connusPour(tx: Tx, courriel: CourrielARanger): Promise<Connus> {
  const { messageId, empreinte, inReplyTo, references, fiche } = courriel
  const recus = await tx.courrielRecu.findMany({
    where: {
      OR: [{ messageId: { in: [messageId, ...(inReplyTo ? [inReplyTo] : []), ...references] } }, { empreinte }],
    },
    select: { messageId: true, empreinte: true, preProjetId: true },
  })
  const siret = fiche?.champs.siret?.valeur
  const structure = fiche?.champs.structure?.valeur
  const fiches = await tx.preProjet.findMany({
    where: {
      OR: [
        { id: { in: recus.flatMap(({ preProjetId }) => preProjetId ?? []) } },
        ...(siret ? [{ siret }] : []),
        ...(structure ? [{ structureNomPlie: plier(structure) }] : []),
      ],
    },
    orderBy: { recuLe: 'desc' },
    select: { id: true, siret: true, structureNomPlie: true, titrePlie: true, campagne: { select: { code: true } } },
  })
  return {
    messageIds: new Map(recus.map((recu) => [recu.messageId, recu.preProjetId])),
    empreintes: new Map(recus.map((recu) => [recu.empreinte, recu.preProjetId])),
    fiches: fiches.map(({ id, structureNomPlie, campagne, ...reste }) => ({
      ...reste,
      preProjetId: id,
      structurePliee: structureNomPlie,
      campagneCode: campagne?.code ?? null,
    })),
  }
}
