import type { ReactNode } from 'react'
import css from '#ui/kit/icone/etiquette.module.css'
import { Icone, type NomIcone } from '#ui/kit/icone/icone'
import type { Ton } from '#ui/kit/theme'

/** How a state is shown: its drawing and its colour. */
export type Aspect = { icone: NomIcone; ton: Ton }

/** An icon and a word in the colour of a state: never the colour alone. */
export const Etiquette = ({ icone, ton, title, children }: Aspect & { title?: string; children: ReactNode }) => (
  <span className={`${css.etiquette} ${css[ton]}`} title={title}>
    <Icone nom={icone} />
    {children}
  </span>
)
