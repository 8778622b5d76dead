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

/** What the addressee of this mail had asked in its thread, and the mail it is written under, wait for an answer no more. */
export async function noterRepondus(
  tx: Tx,
  acteur: Acteur,
  { courrielId, sujet, sous, destinataire, le }: Repondu,
): Promise<void> {
  await tx.courrielRecu.updateMany({
    where: {
      suite: 'A_REPONDRE',
      OR: [
        ...(sous === null ? [] : [{ id: sous }]),
        { AND: [await recusDuFil(tx, sujet)], de: { equals: destinataire, mode: 'insensitive' } },
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
