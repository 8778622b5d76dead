import { useFetcher } from '@remix-run/react'
import { useEffect, useState } from 'react'

type Valeur = Record<string, string>

/**
 * Keeps what is being written: sends it once the hand rests, one request at a time and always the last words, so that none overtakes
 * another. `attend` is true until the server has answered to what is on the screen.
 */
export function useEnregistrement<R>(
  action: string,
  { valeur, garde, delai }: { valeur: Valeur | null; garde: Valeur | null; delai: number },
) {
  const fetcher = useFetcher<R>()
  const cle = JSON.stringify(valeur)
  const [envoye, setEnvoye] = useState(JSON.stringify(garde))
  const { state, submit } = fetcher
  useEffect(() => {
    if (state !== 'idle' || cle === envoye) return
    const minuterie = setTimeout(() => {
      setEnvoye(cle)
      const champs = JSON.parse(cle) as Valeur | null
      if (champs) submit(champs, { method: 'post', action })
    }, delai)
    return () => clearTimeout(minuterie)
  }, [cle, envoye, state, delai, action, submit])
  return { data: fetcher.data, attend: state !== 'idle' || cle !== envoye }
}
