import { Box, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { formatEntier } from '#domain/nombre'
import { type MotsDeVue } from '#libelles/bannette'
import { useAdresseBannette } from '#ui/bannette/bannette-adresse'

type Onglet = MotsDeVue & { vue: string; total: number }

/** `parametre` is the one of the address that a tab sets; `tous` takes it away. */
type Props = { onglets: Onglet[]; courante: string; parametre?: string }

/** The tabs of a bannette: saved filters, each with how much it holds now. They are links: each can be opened aside. */
export function OngletsBannette({ onglets, courante, parametre = 'vue' }: Props) {
  const { vers } = useAdresseBannette()
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    const courant = nav.current?.querySelector<HTMLElement>('[aria-current]')
    if (courant && nav.current) nav.current.scrollLeft = courant.offsetLeft - 24
  }, [courante])
  return (
    <Box
      component="nav"
      ref={nav}
      aria-label="Vues de la bannette"
      sx={{
        position: 'relative',
        borderBottom: 1,
        borderColor: 'divider',
        overflowX: 'auto',
        mx: { xs: -2, md: 0 },
        px: { xs: 2, md: 0 },
      }}
    >
      <Box component="ul" sx={{ display: 'flex', listStyle: 'none', p: 0, m: 0 }}>
        {onglets.map(({ vue, nom, contient, total }) => {
          const estCourante = vue === courante
          return (
            <Box component="li" key={vue} sx={{ flexShrink: 0 }}>
              <Box
                component={Link}
                to={vers({ [parametre]: vue === 'tous' ? null : vue, sort: null, dir: null })}
                preventScrollReset
                title={contient}
                aria-current={estCourante ? 'page' : undefined}
                sx={{
                  display: 'block',
                  px: 1.5,
                  py: 1,
                  textDecoration: 'none',
                  whiteSpace: 'nowrap',
                  fontSize: '0.875rem',
                  fontWeight: estCourante ? 650 : 450,
                  color: estCourante ? 'primary.main' : 'text.primary',
                  borderBottom: 3,
                  borderColor: estCourante ? 'primary.main' : 'transparent',
                  '&:hover': { bgcolor: 'action.hover' },
                  '&:focus-visible': { outlineOffset: '-3px' },
                }}
              >
                {nom}{' '}
                <Typography component="span" variant="body2" sx={{ color: 'text.secondary', fontWeight: 450, ml: 0.5 }}>
                  {formatEntier(total)}
                </Typography>
              </Box>
            </Box>
          )
        })}
      </Box>
    </Box>
  )
}
