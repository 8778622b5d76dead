import { Button, type ButtonProps } from '@mui/material'
import { lazy, Suspense, useId, useState } from 'react'
import type { ChoixDeMenu } from '#ui/kit/menu/bouton-menu-liste'
import { venir } from '#ui/kit/reprise/code'

type Props<C extends ChoixDeMenu> = {
  /** What the button says. */
  texte: string
  choix: readonly C[]
  onChoisir: (choix: C) => void
  serre?: boolean
  bouton?: Pick<ButtonProps, 'size' | 'variant' | 'endIcon' | 'disabled' | 'sx'>
}

const charger = () => import('#ui/kit/menu/bouton-menu-liste')
const Liste = lazy(() => venir(() => charger().then(({ BoutonMenuListe }) => ({ default: BoutonMenuListe }))))

/** Without a network it comes no sooner than it is opened, where that is said. */
const approcher = () => void charger().catch(() => undefined)

/** A button that opens a menu. What draws the menu comes once a hand or the focus nears the button, not with the page. */
export function BoutonMenu<C extends ChoixDeMenu>({ texte, choix, onChoisir, serre = false, bouton }: Props<C>) {
  const [ancre, setAncre] = useState<HTMLElement | null>(null)
  const [estVu, setVu] = useState(false)
  const id = useId()
  const fermer = () => setAncre(null)
  return (
    <>
      <Button
        {...bouton}
        aria-haspopup="menu"
        aria-expanded={Boolean(ancre)}
        aria-controls={ancre ? id : undefined}
        onPointerEnter={approcher}
        onFocus={approcher}
        onClick={(event) => {
          setVu(true)
          setAncre(event.currentTarget)
        }}
      >
        {texte}
      </Button>
      {estVu && (
        <Suspense>
          <Liste
            {...{ id, ancre, serre, choix, fermer }}
            onChoisir={(cle) => {
              const choisi = choix.find((un) => un.cle === cle)
              if (!choisi || choisi.refus) return
              fermer()
              onChoisir(choisi)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
