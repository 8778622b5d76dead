import { ok, type Result } from '#domain/result'
import { DisquePlein, NotFound } from '#infra/errors'
import type { Storage } from '#infra/storage'

/**
 * Bytes that were worked out once from a file, kept beside the files under a key made from what they depend on: given back as they are, worked out
 * and kept when nobody has and there is room. A refusal of `faire` is not kept.
 */
export async function garderOctets<R extends string>(
  storage: Storage,
  cle: string,
  faire: () => Promise<Result<Buffer, R>>,
): Promise<Result<Buffer, R>> {
  try {
    return ok(await storage.readAll(cle))
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
  }
  const faits = await faire()
  if (faits.ok)
    await storage.put(cle, faits.value).catch((error: unknown) => {
      if (!(error instanceof DisquePlein)) throw error
    })
  return faits
}
