import { Skeleton } from '@mui/material'
import { useEffect, useState } from 'react'
import { type EnPreparation, estEnPreparation } from '#domain/pre-projet/lecture/apercu'
import { useLecture } from '#ui/kit/formulaire/envoi'

/** Until what is being worked out is asked again, in ms. */
const ENCORE = 1_000

type Ouverture<R> = { lu: R | undefined; enPreparation: boolean }

/**
 * What is worked out of a file at this address, asked again until it is there; nothing is asked of no address. What was once there stays while the page
 * is read again, were the server slow to give it back.
 */
export function useOuverture<R>(adresse: string | null): Ouverture<R> {
  const { load, data, state } = useLecture<R | EnPreparation>()
  useEffect(() => {
    if (adresse !== null) load(adresse)
  }, [load, adresse])
  const enPreparation = estEnPreparation(data)
  useEffect(() => {
    if (adresse === null || !enPreparation || state !== 'idle') return
    const encore = setTimeout(() => load(adresse), ENCORE)
    return () => clearTimeout(encore)
  }, [load, adresse, enPreparation, state])
  const lu = estEnPreparation(data) ? undefined : data
  const [connu, retenir] = useState(lu)
  if (lu !== undefined && lu !== connu) retenir(lu)
  return { lu: lu ?? connu, enPreparation }
}

type Props = { nom: string; enPreparation: boolean; className?: string | undefined }

/** In the place of a file that is being opened; of one whose pages are being made, it says so. */
export const EnOuverture = ({ nom, enPreparation, className }: Props) => (
  <div role="status" aria-label={`Ouverture de ${nom}`} className={className}>
    {enPreparation && <p>Mise en pages du document… Vous pouvez continuer sans l’attendre.</p>}
    {[90, 70, 80, 60].map((largeur) => (
      <Skeleton key={largeur} width={`${largeur}%`} height={28} />
    ))}
  </div>
)
