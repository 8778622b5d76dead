import { Button, Divider, ListItemIcon, ListItemText, Menu as MuiMenu, MenuItem, Typography } from '@mui/material'
import AccountCircleOutlined from '@mui/icons-material/AccountCircleOutlined'
import DarkModeOutlined from '@mui/icons-material/DarkModeOutlined'
import LightModeOutlined from '@mui/icons-material/LightModeOutlined'
import LogoutOutlined from '@mui/icons-material/LogoutOutlined'
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined'
import { useColorScheme } from '@mui/material/styles'
import { Link, useSubmit } from '@remix-run/react'
import { useId, useState } from 'react'
import { hasDroit, type Agent } from '#domain/acces/droits'
import { LIBELLE_ROLE } from '#libelles/acces'

/** Who is signed in, and what is theirs to change: the theme, and leaving. */
export function Menu({ agent }: { agent: Agent }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const { mode, systemMode, setMode } = useColorScheme()
  const submit = useSubmit()
  const id = useId()
  const close = () => setAnchor(null)
  const isDark = (mode === 'system' ? systemMode : mode) === 'dark'
  return (
    <>
      <Button
        color="inherit"
        startIcon={<AccountCircleOutlined />}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        aria-controls={anchor ? id : undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {agent.prenom} {agent.nom}
      </Button>
      <MuiMenu id={id} anchorEl={anchor} open={Boolean(anchor)} onClose={close}>
        <Typography component="li" variant="body2" sx={{ px: 2, py: 0.5, color: 'text.secondary' }}>
          {LIBELLE_ROLE[agent.role]} · {agent.courriel}
        </Typography>
        <Divider component="li" />
        {hasDroit(agent, 'import.faire') && (
          <MenuItem component={Link} to="/importer" onClick={close} sx={{ display: { md: 'none' } }}>
            <ListItemIcon>
              <UploadFileOutlined fontSize="small" />
            </ListItemIcon>
            <ListItemText>Importer</ListItemText>
          </MenuItem>
        )}
        <MenuItem
          onClick={() => {
            setMode(isDark ? 'light' : 'dark')
            close()
          }}
        >
          <ListItemIcon>
            {isDark ? <LightModeOutlined fontSize="small" /> : <DarkModeOutlined fontSize="small" />}
          </ListItemIcon>
          <ListItemText>{isDark ? 'Passer au thème clair' : 'Passer au thème sombre'}</ListItemText>
        </MenuItem>
        <MenuItem onClick={() => submit(null, { method: 'post', action: '/deconnexion' })}>
          <ListItemIcon>
            <LogoutOutlined fontSize="small" />
          </ListItemIcon>
          <ListItemText>Se déconnecter</ListItemText>
        </MenuItem>
      </MuiMenu>
    </>
  )
}
