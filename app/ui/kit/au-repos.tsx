type Repos = Partial<Pick<Window, 'requestIdleCallback' | 'cancelIdleCallback'>>

/** The longest that what comes once the page is at rest waits, in ms: one out of sight, or whose browser draws nothing, is never at rest. */
const PATIENCE = 2_000

/** What a browser that says nothing of its rest is given instead (Safari), in ms. */
const UN_INSTANT = 200

/** Does `faire` once the page is at rest, two seconds later at most; gives what gives it up. */
export function auRepos(faire: () => void): () => void {
  const { requestIdleCallback: attendre, cancelIdleCallback: laisser } = window as Repos
  if (!attendre || !laisser) {
    const attente = setTimeout(faire, UN_INSTANT)
    return () => clearTimeout(attente)
  }
  const attente = attendre.call(window, faire, { timeout: PATIENCE })
  return () => laisser.call(window, attente)
}
