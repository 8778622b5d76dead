import { useEffect, useRef, type ReactNode } from 'react'
import puce from '#ui/bannette/filtre/filtre-choix.module.css'
import { PuceFiltre } from '#ui/bannette/filtre/filtre-choix'
import css from '#ui/bannette/filtre/filtre-jours.module.css'
import { Icone } from '#ui/kit/icone/icone'
import { useSeFerme } from '#ui/kit/menu/se-ferme'

/** Pixels left between a panel and the edge of the window. */
const MARGE = 8

type Props = {
  /** What it is called, and what it says once it is set. */
  libelle: string
  mots: string | null
  /** The address without it. */
  sans: string
  children: ReactNode
}

/** An open panel that would leave the window on the right is moved back by as much. */
function tenirDansLaFenetre(details: HTMLDetailsElement) {
  const boite = details.querySelector<HTMLElement>(':scope > div')
  if (!boite || !details.open) return
  boite.style.left = '0'
  const dehors = boite.getBoundingClientRect().right + MARGE - document.documentElement.clientWidth
  if (dehors > 0) boite.style.left = `${-dehors}px`
}

/** A filter of several fields; its panel is a part of the form it stands in, and closes on Escape or on a click elsewhere. */
export function PanneauFiltre({ libelle, mots, sans, children }: Props) {
  const panneau = useRef<HTMLDetailsElement>(null)
  useSeFerme(panneau)
  // Enter in a field sends the form by the button of another panel.
  useEffect(() => {
    const form = panneau.current?.closest('form')
    const fermer = () => {
      if (panneau.current) panneau.current.open = false
    }
    form?.addEventListener('submit', fermer)
    return () => form?.removeEventListener('submit', fermer)
  }, [])
  return (
    <PuceFiltre mots={mots ?? libelle} estPose={mots !== null} sans={sans}>
      <details ref={panneau} className={css.jours} onToggle={({ currentTarget }) => tenirDansLaFenetre(currentTarget)}>
        <summary className={puce.bouton}>{mots ?? libelle}</summary>
        <div className={css.panneau}>
          {children}
          <button type="submit">Filtrer</button>
        </div>
      </details>
      <Icone nom="arrow-drop-down" className={puce.fleche} />
    </PuceFiltre>
  )
}
