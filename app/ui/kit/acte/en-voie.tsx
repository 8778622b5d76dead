import { type Navigation, useFetchers, useNavigation } from '@remix-run/react'

type Voie = Pick<Navigation, 'state' | 'formMethod' | 'formData' | 'json'>

/**
 * What identifies each act that waits for its answer, or for the page to be read again. What only reads is none: the router keeps on its way, for ever, a
 * reading that was given up as what asked for it left the page.
 */
export const enVoieParmi = (tous: Iterable<Voie>): unknown[] =>
  [...tous].flatMap(({ state, formMethod, formData, json }) =>
    state !== 'idle' && formMethod === 'POST' ? [formData ?? json] : [],
  )

/** The acts on their way, until the page has heard of their answer. */
export function useEnVoie(): unknown[] {
  const fetchers = useFetchers()
  const navigation = useNavigation()
  return enVoieParmi([...fetchers, navigation])
}

/** Whether an act of this person is on its way: what the page shows is about to change. */
export const useOccupe = (): boolean => useEnVoie().length > 0
