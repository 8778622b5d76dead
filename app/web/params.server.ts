import { NotFound } from '#infra/errors'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** An id of a URL, which must be one of ours to reach the database. Throws NotFound. */
export function uuidParam(objet: string, value: string | undefined): string {
  if (!value || !UUID.test(value)) throw new NotFound(objet, String(value).slice(0, 60))
  return value.toLowerCase()
}

/** Parameters of an address as a plain object; a repeated one keeps its last value, a long one is cut. */
export const searchParams = (request: Request): Record<string, string> =>
  Object.fromEntries([...new URL(request.url).searchParams].map(([name, value]) => [name, value.slice(0, 200)]))
