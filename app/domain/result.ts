/** The answer of a rule: a value, or a refusal that the caller must look at. A refusal is not an error. */
export type Result<T, R extends string = string> = Ok<T> | No<R>

export type Ok<T> = { ok: true; value: T }

/** `detail` is what makes the refusal concrete for a person: the value, the line, the limit that was passed. */
export type No<R extends string> = { ok: false; reason: R; detail?: string }

export function ok(): Ok<undefined>
export function ok<T>(value: T): Ok<T>
export function ok<T>(value?: T): Ok<T | undefined> {
  return { ok: true, value }
}

/** A refusal by its code; without a detail the key is absent, so that two equal refusals are equal objects. */
export const no = <R extends string>(reason: R, detail?: string): No<R> =>
  detail === undefined ? { ok: false, reason } : { ok: false, reason, detail }
