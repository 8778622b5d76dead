import type { ErrorKind } from '#ui/kit/page-error/browser-error'

/** Tells the server of an error of this browser; what tells comes with the first error only, and where it does not come nothing is told. */
export const tellError = (kind: ErrorKind, error: unknown) =>
  void import('#ui/kit/page-error/browser-error').then(
    ({ tellBrowserError }) => tellBrowserError(kind, error),
    () => undefined,
  )
