import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'

/** A mail as it was handed over, byte for byte. Throws NotFound, for a copy of another mail too. */
export async function copieDuCourriel(db: Db, { id, prise }: { id: string; prise: string }): Promise<Buffer> {
  const copie = await db.copieDeCourriel.findFirst({ where: { prise, courrielId: id }, select: { octets: true } })
  if (!copie) throw new NotFound('courriel', id)
  return Buffer.from(copie.octets)
}

/** The headers of the last copy kept of a mail, as they were sent; null where none is. */
export async function derniersEntetes(db: Db, courrielId: string): Promise<string | null> {
  const copie = await db.copieDeCourriel.findFirst({
    where: { courrielId },
    orderBy: { le: 'desc' },
    select: { octets: true },
  })
  if (!copie) return null
  const octets = Buffer.from(copie.octets)
  return octets.subarray(0, octets.indexOf('\r\n\r\n')).toString('utf8').replace(/\r\n/g, '\n')
}
