import { useEffect, useState } from 'react'

/**
 * Whether a part of the page is folded, as it was left on this device: `depart` until the officer says otherwise. `cle` names the part.
 */
export function usePliage(cle: string, depart: boolean): [boolean, (plie: boolean) => void] {
  const [plie, setPlie] = useState(depart)
  useEffect(() => {
    const garde = localStorage.getItem(`plie-${cle}`)
    setPlie(garde === null ? depart : garde === 'oui')
  }, [cle, depart])
  const retenir = (voulu: boolean) => {
    localStorage.setItem(`plie-${cle}`, voulu ? 'oui' : 'non')
    setPlie(voulu)
  }
  return [plie, retenir]
}
