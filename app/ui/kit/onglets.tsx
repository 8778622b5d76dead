import { Box } from '@mui/material'
import type { SxProps, Theme } from '@mui/material/styles'
import type { KeyboardEvent } from 'react'
import css from '#ui/kit/onglets.module.css'

type Onglet<V extends string> = { valeur: V; texte: string; id?: string; panneau?: string }

type Props<V extends string> = {
  nom: string
  onglets: readonly Onglet<V>[]
  choisi: V
  onChoisir: (valeur: V) => void
  /** They share the width. */
  egaux?: true
  sx?: SxProps<Theme>
}

const PAS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 }

/** Parts of one page, one shown at a time: arrows, Home and End go from one to another (WAI-ARIA, tabs). */
export function Onglets<V extends string>({ nom, onglets, choisi, onChoisir, egaux, sx }: Props<V>) {
  const rang = onglets.findIndex(({ valeur }) => valeur === choisi)
  const bouger = (event: KeyboardEvent<HTMLElement>) => {
    const pas = PAS[event.key]
    const vers =
      event.key === 'Home' ? 0 : event.key === 'End' ? -1 : pas === undefined ? null : (rang + pas) % onglets.length
    const suivant = vers === null ? undefined : onglets.at(vers)
    if (!suivant || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    onChoisir(suivant.valeur)
    const boutons = event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')
    boutons[onglets.indexOf(suivant)]?.focus()
  }
  return (
    <Box
      role="tablist"
      aria-label={nom}
      className={egaux ? `${css.onglets} ${css.egaux}` : css.onglets}
      onKeyDown={bouger}
      sx={sx ?? null}
    >
      {onglets.map(({ valeur, texte, id, panneau }) => (
        <button
          key={valeur}
          type="button"
          role="tab"
          id={id}
          title={texte}
          aria-controls={panneau}
          aria-selected={valeur === choisi}
          tabIndex={valeur === choisi ? 0 : -1}
          className={css.onglet}
          onClick={() => onChoisir(valeur)}
        >
          {texte}
        </button>
      ))}
    </Box>
  )
}
