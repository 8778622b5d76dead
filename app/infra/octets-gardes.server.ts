import { ok, type Result } from '#domain/result'
import { DisquePlein, NotFound } from '#infra/errors'
import type { Storage } from '#infra/storage'

/** What is being worked out, by where it will be kept: asked twice, it is done once. */
const enCours = new WeakMap<Storage, Map<string, Promise<Result<Buffer>>>>()

/**
 * Bytes that were worked out once from a file, kept beside the files under a key made from what they depend on: given back as they are, worked out
 * and kept when nobody has and there is room. A refusal of `faire` is not kept. What somebody is working out is waited for: a page that is
 * read again while LibreOffice makes its pages would have them made as many times, one after the other.
 */
export function garderOctets<R extends string>(
  storage: Storage,
  cle: string,
  faire: () => Promise<Result<Buffer, R>>,
): Promise<Result<Buffer, R>> {
  const travaux = enCours.get(storage) ?? new Map<string, Promise<Result<Buffer>>>()
  enCours.set(storage, travaux)
  const enRoute = travaux.get(cle)
  if (enRoute) return enRoute as Promise<Result<Buffer, R>>
  const travail = lireOuFaire(storage, cle, faire).finally(() => travaux.delete(cle))
  travaux.set(cle, travail)
  return travail
}

async function lireOuFaire<R extends string>(
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
