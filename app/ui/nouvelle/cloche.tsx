import { lazy, Suspense, useRef, useState } from 'react'
import { NOUVELLES_COMPTEES } from '#domain/nouvelle/abonnement'
import css from '#ui/cadre/cadre.module.css'
import { useTouches } from '#ui/kit/acte/touches'
import { Icone } from '#ui/kit/icone/icone'
import { useSeFerme } from '#ui/kit/menu/se-ferme'
import { useRaccourcis } from '#ui/kit/raccourcis/raccourcis'
import { venir } from '#ui/kit/reprise/code'

const Ouverte = lazy(() =>
  venir(() => import('#ui/nouvelle/cloche-ouverte').then((module) => ({ default: module.ClocheOuverte }))),
)

/** How much happened that was not looked at; what, once it is opened, by hand or by the key A. Without a script it leads to the page that says it. */
export function Cloche({ non }: { non: number }) {
  const cloche = useRef<HTMLDetailsElement>(null)
  const [ouverte, setOuverte] = useState(false)
  const [actifs] = useRaccourcis()
  const poser = (open: boolean) => {
    if (cloche.current) cloche.current.open = open
  }
  useSeFerme(cloche)
  useTouches(actifs, { a: () => poser(true) })
  const dit = non < NOUVELLES_COMPTEES ? non : `${NOUVELLES_COMPTEES - 1}+`
  return (
    <details ref={cloche} className={css.cloche} onToggle={(event) => setOuverte(event.currentTarget.open)}>
      <summary aria-label={non > 0 ? `Nouvelles, ${dit} à lire` : 'Nouvelles'} title="Nouvelles">
        <Icone nom="notifications" />
        {non > 0 && <span>{dit}</span>}
      </summary>
      <div>
        {ouverte ? (
          <Suspense>
            <Ouverte non={non} fermer={() => poser(false)} />
          </Suspense>
        ) : (
          <a href="/nouvelles">Toutes les nouvelles</a>
        )}
      </div>
    </details>
  )
}
