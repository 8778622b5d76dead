import { Box, Button, Checkbox, Typography } from '@mui/material'
import { Link, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatEntier } from '#domain/nombre'
import type { Selection } from '#ui/bannette/selection'
import { useAdresseBannette } from '#ui/bannette/bannette-adresse'

type Props<Ligne> = {
  titre: string
  rows: readonly Ligne[]
  total: number
  page: number
  size: number
  carte: (ligne: Ligne) => ReactNode
  selection?: Selection | undefined
  /** What a row is called, for who chooses it without seeing it. */
  nommer?: (ligne: Ligne) => string
}

/** The same bannette on a narrow screen: one card per row, and the pages at the foot. */
export function CartesBannette<Ligne extends { id: string }>(props: Props<Ligne>) {
  const { titre, rows, total, page, size, carte, selection, nommer } = props
  const { vers } = useAdresseBannette()
  const isLoading = useNavigation().state === 'loading'
  const derniere = Math.max(0, Math.ceil(total / size) - 1)
  const lien = (vise: number, texte: string) => (
    <Button
      component={Link}
      to={vers({ page: vise > 0 ? String(vise) : null })}
      variant="outlined"
      size="small"
      disabled={vise < 0 || vise > derniere}
    >
      {texte}
    </Button>
  )
  return (
    <Box sx={{ display: { xs: 'block', md: 'none' } }}>
      <Box
        component="ul"
        aria-label={titre}
        aria-busy={isLoading}
        sx={{ listStyle: 'none', p: 0, m: 0, opacity: isLoading ? 0.7 : 1 }}
      >
        {rows.map((ligne) => (
          <Box
            component="li"
            key={ligne.id}
            sx={{ borderBottom: 1, borderColor: 'divider', display: 'flex', alignItems: 'flex-start' }}
          >
            {selection && (
              <Checkbox
                size="small"
                checked={selection.ids.has(ligne.id)}
                onChange={() => selection.basculer(ligne.id)}
                slotProps={{ input: { 'aria-label': `Sélectionner ${nommer?.(ligne) ?? 'cette ligne'}` } }}
                sx={{ mt: 0.75, ml: -1 }}
              />
            )}
            <Box sx={{ flex: 1, minWidth: 0 }}>{carte(ligne)}</Box>
          </Box>
        ))}
      </Box>
      <Box
        component="nav"
        aria-label="Pages"
        sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 1, py: 2 }}
      >
        {lien(page - 1, 'Précédents')}
        <Typography variant="body2">
          {formatEntier(page * size + 1)}–{formatEntier(page * size + rows.length)} sur {formatEntier(total)}
        </Typography>
        {lien(page + 1, 'Suivants')}
      </Box>
    </Box>
  )
}

/** One card: the whole of it opens the page, its title is the link. */
export function Carte(props: {
  vers: string
  titre: string
  sousTitre: string
  onOuvrir: () => void
  children: ReactNode
}) {
  const { vers, titre, sousTitre, onOuvrir, children } = props
  return (
    <Box component="article" sx={{ position: 'relative', py: 1.5, '&:active': { bgcolor: 'action.hover' } }}>
      <Typography component="h2" sx={{ fontSize: '1rem', fontWeight: 600, lineHeight: 1.3, overflowWrap: 'anywhere' }}>
        <Box
          component={Link}
          to={vers}
          onClick={onOuvrir}
          sx={{
            color: 'primary.main',
            textDecoration: 'none',
            '&::after': { content: '""', position: 'absolute', inset: 0 },
          }}
        >
          {titre}
        </Box>
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {sousTitre}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, mt: 0.75, fontSize: '0.875rem' }}>
        {children}
      </Box>
    </Box>
  )
}
