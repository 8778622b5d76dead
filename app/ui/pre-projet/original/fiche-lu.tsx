import { Box } from '@mui/material'
import { useEffect, useRef } from 'react'
import { chercherMots, decouper } from '#domain/pre-projet/lecture/surligner'

/** What a field was read from: the file, the place in it, the words. */
export type Lu = { fichier: string; endroit: string; mots: string }

/** The same in both themes: a marker on paper. */
export const SURLIGNE = {
  bgcolor: '#ffe58a',
  color: '#1c232d',
  borderRadius: 0.5,
  boxShadow: '0 0 0 2px #ffe58a',
} as const

/** The words a field was read from, brought into sight inside their scrolling frame each time they change. */
export function Marque({ children }: { children: string }) {
  const mark = useRef<HTMLElement>(null)
  useEffect(() => montrer(mark.current), [children])
  return (
    <Box component="mark" ref={mark} sx={SURLIGNE}>
      {children}
    </Box>
  )
}

/** Scrolls only the frame the element is in: the fields beside stay where the officer left them. */
export function montrer(element: HTMLElement | null) {
  const cadre = element?.closest<HTMLElement>('[data-cadre]')
  if (!element || !cadre) return
  const [ici, autour] = [element.getBoundingClientRect(), cadre.getBoundingClientRect()]
  if (ici.top >= autour.top && ici.bottom <= autour.bottom) return
  cadre.scrollTop += ici.top - autour.top - autour.height / 3
}

/** A text in which these words are marked where they stand, from `depuis` on; as it is when they are not in it. */
export function TexteMarque({ texte, mots, depuis = 0 }: { texte: string; mots: string; depuis?: number }) {
  const etendue = mots === '' ? null : chercherMots(texte, mots, depuis)
  if (!etendue) return <>{texte}</>
  const [avant, lus, apres] = decouper(texte, etendue)
  return (
    <>
      {avant}
      <Marque>{lus}</Marque>
      {apres}
    </>
  )
}

/** The frame of what is shown on the left of a fiche: it scrolls by itself and stays in sight. */
export const CADRE = {
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.paper',
  overflow: 'auto',
  maxHeight: { xs: '65vh', lg: 'max(360px, calc(100dvh - var(--autour, 300px)))' },
} as const
