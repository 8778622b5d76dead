import { useLocation } from '@remix-run/react'
import { touchesDe } from '#libelles/touches'
import { useRaccourcis } from '#ui/kit/raccourcis/raccourcis'
import { RaccourcisDialogue } from '#ui/kit/raccourcis/raccourcis-dialogue'

/** The keys of the page one is on, and the switch of those that act alone. */
export function TouchesOuvertes({ fermer }: { fermer: () => void }) {
  const { pathname } = useLocation()
  const [actifs, setActifs] = useRaccourcis()
  return (
    <RaccourcisDialogue touches={touchesDe(pathname)} actifs={actifs} onActifs={setActifs} ouverte onOuverte={fermer} />
  )
}
