import { useEffect, useState } from 'react'

/** True once the page is taken over: what comes by itself is asked for then, and not while the server's page is matched. */
export function useMontee(): boolean {
  const [montee, setMontee] = useState(false)
  useEffect(() => setMontee(true), [])
  return montee
}
