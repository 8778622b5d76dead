/** The longest that leaving waits for what the page reads, in ms: a page that never comes keeps nobody at the post. */
const PATIENCE = 2_000

/** Once the page reads nothing more of the server; null where it reads nothing now. */
export function lecturesFinies(): Promise<void> | null {
  const router = window.__remixRouter
  const lit = () => {
    const { revalidation, navigation, fetchers } = router.state
    return [revalidation, navigation.state, ...[...fetchers.values()].map(({ state }) => state)].includes('loading')
  }
  if (!lit()) return null
  return new Promise((resolve) => {
    const finir = () => {
      clearTimeout(patience)
      oublier()
      resolve()
    }
    const patience = setTimeout(finir, PATIENCE)
    const oublier = router.subscribe(() => {
      if (!lit()) finir()
    })
  })
}
