import { useEffect, useState } from 'react'

const CLE = 'raccourcis-pieces'

/** Whether single letters act (WCAG 2.1.4): on until the officer turns them off, remembered in this browser. */
export function useRaccourcis(): [boolean, (actifs: boolean) => void] {
  const [actifs, setActifs] = useState(true)
  useEffect(() => setActifs(localStorage.getItem(CLE) !== 'non'), [])
  const retenir = (on: boolean) => {
    localStorage.setItem(CLE, on ? 'oui' : 'non')
    setActifs(on)
  }
  return [actifs, retenir]
}
