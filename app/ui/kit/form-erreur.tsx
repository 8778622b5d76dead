import { Alert } from '@mui/material'
import { useEffect, useRef } from 'react'

/** Why the act was refused, on top of its form; the focus goes there so that it is read first. */
export function FormErreur({ id, erreurs }: { id: string; erreurs: string[] | undefined }) {
  const alerte = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (erreurs) alerte.current?.focus()
  }, [erreurs])
  if (!erreurs) return null
  return (
    <Alert severity="error" id={id} ref={alerte} tabIndex={-1}>
      {erreurs.map((erreur) => (
        <div key={erreur}>{erreur}</div>
      ))}
    </Alert>
  )
}
