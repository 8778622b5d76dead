import { Box, Link as MuiLink, Snackbar, Alert, Button } from '@mui/material'
import { Link, useNavigation } from '@remix-run/react'
import { useEffect, useState, type ReactNode } from 'react'
import type { Agent } from '#domain/acces/droits'
import { Menu } from '#ui/kit/menu'
import { NavigationBar, NavigationRail, type Compteurs } from '#ui/cadre/navigation-rail'

type Toast = { texte: string; genre: 'success' | 'info' | 'warning'; lien?: { texte: string; vers: string } }

/** The frame around every page of a signed-in agent: rail on the left (a bar below at small widths), thin progress line, toast. */
export function Shell(props: { agent: Agent; compteurs: Compteurs; toast: Toast | null; children: ReactNode }) {
  const { agent, compteurs, toast, children } = props
  return (
    <Box sx={{ display: 'flex', minHeight: '100vh' }}>
      <MuiLink href="#contenu" sx={SKIP}>
        Aller au contenu
      </MuiLink>
      <NavigationRail compteurs={compteurs} agent={agent} />
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', pb: { xs: 9, md: 0 } }}>
        <Progress />
        <Box component="header" sx={TOP}>
          <Menu agent={agent} />
        </Box>
        <Box
          component="main"
          id="contenu"
          tabIndex={-1}
          sx={{ flex: 1, minWidth: 0, px: { xs: 2, md: 3 }, pb: 4, outline: 'none' }}
        >
          {children}
        </Box>
      </Box>
      <NavigationBar compteurs={compteurs} />
      <ToastOnce toast={toast} />
    </Box>
  )
}

const SKIP = {
  position: 'absolute',
  left: -9999,
  zIndex: 2000,
  p: 1,
  bgcolor: 'background.paper',
  '&:focus': { left: 8, top: 8 },
} as const

const TOP = {
  display: 'flex',
  justifyContent: 'flex-end',
  alignItems: 'center',
  px: { xs: 1, md: 3 },
  py: 0.5,
} as const

/** A thin bar while the next page loads; the old one stays readable. */
function Progress() {
  const busy = useNavigation().state !== 'idle'
  return (
    <Box
      aria-hidden
      sx={{
        position: 'fixed',
        top: 0,
        left: 0,
        right: 0,
        height: 3,
        zIndex: 1500,
        bgcolor: 'primary.main',
        transformOrigin: 'left',
        transition: 'transform 2s ease-out, opacity 0.2s',
        transform: busy ? 'scaleX(0.85)' : 'scaleX(0)',
        opacity: busy ? 1 : 0,
      }}
    />
  )
}

/** Says once what was just done; the live region announces it. */
function ToastOnce({ toast }: { toast: Toast | null }) {
  const [shown, setShown] = useState<Toast | null>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (!toast) return
    setShown(toast)
    setOpen(true)
  }, [toast])
  const lien = shown?.lien
  return (
    <Snackbar open={open} autoHideDuration={8000} onClose={(_, reason) => reason !== 'clickaway' && setOpen(false)}>
      <Alert
        severity={shown?.genre ?? 'success'}
        variant="outlined"
        sx={{ bgcolor: 'background.paper', alignItems: 'center' }}
        onClose={() => setOpen(false)}
        action={
          lien && (
            <Button component={Link} to={lien.vers} size="small" onClick={() => setOpen(false)}>
              {lien.texte}
            </Button>
          )
        }
      >
        {shown?.texte}
      </Alert>
    </Snackbar>
  )
}
