import { type ReactNode, useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import css from '#ui/kit/reprise/dialogue.module.css'

type Props = {
  titre: string
  children: ReactNode
  /** Escape, the same as the button that leaves everything as it is. */
  fermer: () => void
}

/**
 * A question over the page, and over any other dialog; what bears `data-foyer` has the focus first. The browser's own: it holds the focus, closes with Escape, gives the focus
 * back, and needs nothing that would have to be fetched when the network is gone.
 */
export function Dialogue({ titre, children, fermer }: Props) {
  const dialogue = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const ouvert = dialogue.current
    if (ouvert && !ouvert.open) ouvert.showModal()
    ouvert?.querySelector<HTMLElement>('[data-foyer]')?.focus()
    return () => ouvert?.close()
  }, [])
  return createPortal(
    <dialog
      ref={dialogue}
      className={css.dialogue}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        fermer()
      }}
    >
      <h2 id={id}>{titre}</h2>
      {children}
    </dialog>,
    document.body,
  )
}

/** The ways out, the one that keeps everything first. */
export const Boutons = ({ children }: { children: ReactNode }) => <div className={css.boutons}>{children}</div>
