import { estAProuver } from '#domain/courriel/preuve'
import type { Tx } from '#infra/db'

/** A mail as it leaves, byte for byte, and the files it carries. */
export type Copie = {
  octets: Buffer
  /** Of its bytes, in hexadecimal. */
  sha256: string
  pieces: { nom: string; type: string; taille: number; sha256: string }[]
}

type Passage = { courrielId: string; prise: string; copie: Copie; le: Date }

/** Keeps what this run hands over, once; nothing of a mail to an agent, whose words may hold a secret. */
export async function garderCopie(tx: Tx, { courrielId, prise, copie, le }: Passage): Promise<void> {
  const courriel = await tx.courriel.findUniqueOrThrow({ where: { id: courrielId }, select: { modele: true } })
  if (!estAProuver(courriel)) return
  const { octets, ...reste } = copie
  await tx.copieDeCourriel.createMany({
    data: [{ ...reste, ...{ prise, courrielId, le }, octets: new Uint8Array(octets) }],
    skipDuplicates: true,
  })
}

/** What this run presented was refused: it never left, and no copy of it is one of what was sent. */
export const oublierCopie = (tx: Tx, prise: string) => tx.copieDeCourriel.deleteMany({ where: { prise } })
