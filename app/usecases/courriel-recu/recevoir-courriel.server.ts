import type { FicheDeposee } from '#domain/pre-projet/fiche-deposee'
import type { Tx } from '#infra/db'
import { promiseJob } from '#infra/outbox'
import { traitementDeCourriel } from '#jobs/catalogue'

/** A mail whole in the storage under `cle`, of which nothing is known but its bytes. */
export type CourrielArrive = {
  cle: string
  nomFichier: string
  taille: number
  sha256: string
  recuLe: Date
  lotId?: string
  /** The fiche it was made of, when it was filled on line. */
  deposee?: FicheDeposee
  le: Date
}

export const MOTIF_A_LIRE = 'Message reçu et conservé\u00a0: il n’a pas encore été lu.'

/**
 * Writes that a mail is there, before anything of it is read: whatever its reading becomes, it is kept and shown. The same bytes a second
 * time give the mail they already are, and `connu` says so. `promettre`: a worker is to read it.
 */
export async function recevoirCourriel(
  tx: Tx,
  { le, ...arrive }: CourrielArrive,
  { promettre }: { promettre: boolean },
): Promise<{ id: string; connu: boolean }> {
  const [cree] = await tx.courrielRecu.createManyAndReturn({
    data: [
      {
        ...arrive,
        messageId: `${arrive.sha256}@recu.invalid`,
        empreinte: arrive.sha256,
        de: '',
        sujet: '',
        nature: 'ILLISIBLE',
        motifNature: MOTIF_A_LIRE,
        creeLe: le,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  })
  if (!cree) {
    const connu = await tx.courrielRecu.findUniqueOrThrow({ where: { sha256: arrive.sha256 }, select: { id: true } })
    return { id: connu.id, connu: true }
  }
  if (promettre) await promiseJob(tx, traitementDeCourriel, { courrielRecuId: cree.id })
  return { id: cree.id, connu: false }
}
