import { type Acteur, nomDActeur } from '#domain/acces/acteur'
import type { Tx } from '#infra/db'
import { type Conversation, recusDuFil } from '#infra/stores/courriel-recu/fil'

type Repondu = {
  /** The mail of ours that answers. */
  courrielId: string
  sujet: Conversation
  /** The received mail it is written under. */
  sous: string | null
  destinataire: string
  le: Date
}

/** What the addressee of this mail had asked in its thread waits for an answer no more; the mail it is written under is answered, whatever was said of it. */
export async function noterRepondus(
  tx: Tx,
  acteur: Acteur,
  { courrielId, sujet, sous, destinataire, le }: Repondu,
): Promise<void> {
  await tx.courrielRecu.updateMany({
    where: {
      OR: [
        ...(sous === null ? [] : [{ id: sous, OR: [{ suite: null }, { suite: { not: 'REPONDU' as const } }] }]),
        {
          AND: [await recusDuFil(tx, sujet)],
          suite: 'A_REPONDRE',
          de: { equals: destinataire, mode: 'insensitive' },
        },
      ],
    },
    data: {
      suite: 'REPONDU',
      suiteLe: le,
      suitePar: nomDActeur(acteur),
      reponduParId: courrielId,
      version: { increment: 1 },
    },
  })
}

/** The mail that answered them is taken back: they wait again. */
export async function rendreARepondre(tx: Tx, courrielId: string): Promise<void> {
  await tx.courrielRecu.updateMany({
    where: { reponduParId: courrielId, suite: 'REPONDU' },
    data: { suite: 'A_REPONDRE', suiteLe: null, suitePar: null, reponduParId: null, version: { increment: 1 } },
  })
}
