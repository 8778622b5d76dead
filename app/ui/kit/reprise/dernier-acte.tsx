import { useMatches } from '@remix-run/react'
import type { Conflit } from '#ui/kit/reprise/conflit'

/** What was last done on what this page shows, where it says it. */
export function useDernierActe(): Conflit | null {
  const donnees = useMatches().map(({ data }) => data)
  for (const une of donnees) {
    if (typeof une === 'object' && une !== null && 'dernierActe' in une) return une.dernierActe as Conflit | null
  }
  return null
}
