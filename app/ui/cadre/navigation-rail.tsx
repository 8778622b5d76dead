import {
  Badge,
  BottomNavigation,
  BottomNavigationAction,
  Box,
  List,
  ListItemButton,
  ListItemIcon,
  ListItemText,
  Paper,
  Typography,
} from '@mui/material'
import AssessmentOutlined from '@mui/icons-material/AssessmentOutlined'
import FolderOutlined from '@mui/icons-material/FolderOutlined'
import HomeOutlined from '@mui/icons-material/HomeOutlined'
import MailOutlined from '@mui/icons-material/MailOutlined'
import MarkunreadMailboxOutlined from '@mui/icons-material/MarkunreadMailboxOutlined'
import TuneOutlined from '@mui/icons-material/TuneOutlined'
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined'
import { Link, useLocation } from '@remix-run/react'
import type { ComponentType } from 'react'
import { hasDroit, type Agent } from '#domain/acces/droits'

export type Compteurs = { preProjets: number; dossiers: number; courrielsEnEchec: number; rapportsEnCours: number }

type Place = {
  vers: string
  nom: string
  court: string
  Icone: ComponentType
  compte?: (c: Compteurs) => number
  alerte?: boolean
}

const PLACES: Place[] = [
  { vers: '/', nom: 'Accueil', court: 'Accueil', Icone: HomeOutlined },
  {
    vers: '/pre-projets',
    nom: 'Pré-projets',
    court: 'Pré-projets',
    Icone: MarkunreadMailboxOutlined,
    compte: (c) => c.preProjets,
  },
  { vers: '/dossiers', nom: 'Dossiers', court: 'Dossiers', Icone: FolderOutlined, compte: (c) => c.dossiers },
  {
    vers: '/courriels',
    nom: 'Courriels',
    court: 'Courriels',
    Icone: MailOutlined,
    compte: (c) => c.courrielsEnEchec,
    alerte: true,
  },
  {
    vers: '/rapports',
    nom: 'Rapports',
    court: 'Rapports',
    Icone: AssessmentOutlined,
    compte: (c) => c.rapportsEnCours,
  },
]

const IMPORT: Place = { vers: '/importer', nom: 'Importer', court: 'Importer', Icone: UploadFileOutlined }

const ADMINISTRATION: Place = {
  vers: '/administration/campagnes',
  nom: 'Campagnes',
  court: 'Campagnes',
  Icone: TuneOutlined,
}

const nombre = new Intl.NumberFormat('fr-FR')

const isHere = (pathname: string, vers: string) =>
  vers === '/' ? pathname === '/' : pathname === vers || pathname.startsWith(`${vers}/`)

/** The places of the application, with how much waits in each. */
export function NavigationRail({ compteurs, agent }: { compteurs: Compteurs; agent: Agent }) {
  const { pathname } = useLocation()
  const places = [
    ...PLACES,
    ...(hasDroit(agent, 'import.faire') ? [IMPORT] : []),
    ...(hasDroit(agent, 'campagne.regler') ? [ADMINISTRATION] : []),
  ]
  return (
    <Box
      component="nav"
      aria-label="Navigation principale"
      sx={{
        display: { xs: 'none', md: 'block' },
        width: { md: 72, lg: 208 },
        flexShrink: 0,
        borderRight: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        position: 'sticky',
        top: 0,
        height: '100vh',
        overflowY: 'auto',
      }}
    >
      <Typography
        component="p"
        sx={{ px: 2.5, py: 2, fontWeight: 700, letterSpacing: '0.04em', color: 'primary.main' }}
      >
        MCEI
      </Typography>
      <List disablePadding sx={{ px: 1 }}>
        {places.map(({ vers, nom, Icone, compte, alerte }) => {
          const n = compte?.(compteurs) ?? 0
          const here = isHere(pathname, vers)
          return (
            <li key={vers}>
              <ListItemButton
                component={Link}
                to={vers}
                selected={here}
                aria-current={here ? 'page' : undefined}
                aria-label={n > 0 ? `${nom} (${nombre.format(n)}${alerte ? ' en échec' : ''})` : nom}
                sx={{ borderRadius: 1, mb: 0.25, minHeight: 40, justifyContent: { md: 'center', lg: 'flex-start' } }}
              >
                <ListItemIcon sx={{ minWidth: { md: 0, lg: 36 }, color: here ? 'primary.main' : 'text.secondary' }}>
                  <Badge
                    variant="dot"
                    color={alerte ? 'error' : 'primary'}
                    invisible={n === 0}
                    sx={{ '& .MuiBadge-badge': { display: { lg: 'none' } } }}
                  >
                    <Icone />
                  </Badge>
                </ListItemIcon>
                <ListItemText
                  sx={{ display: { md: 'none', lg: 'block' } }}
                  slotProps={{ primary: { sx: { fontWeight: here ? 650 : 450 } } }}
                >
                  {nom}
                </ListItemText>
                {n > 0 && (
                  <Typography
                    variant="body2"
                    sx={{ display: { md: 'none', lg: 'block' }, color: alerte ? 'error.main' : 'text.secondary' }}
                  >
                    {nombre.format(n)}
                  </Typography>
                )}
              </ListItemButton>
            </li>
          )
        })}
      </List>
    </Box>
  )
}

/** The same places at the foot of a phone. */
export function NavigationBar({ compteurs }: { compteurs: Compteurs }) {
  const { pathname } = useLocation()
  const here = PLACES.find(({ vers }) => isHere(pathname, vers))?.vers ?? false
  return (
    <Paper
      component="nav"
      aria-label="Navigation principale"
      square
      sx={{
        display: { md: 'none' },
        position: 'fixed',
        bottom: 0,
        left: 0,
        right: 0,
        zIndex: 1200,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <BottomNavigation value={here} showLabels>
        {PLACES.map(({ vers, court, Icone, compte, alerte }) => (
          <BottomNavigationAction
            key={vers}
            value={vers}
            label={court}
            component={Link}
            to={vers}
            aria-current={here === vers ? 'page' : undefined}
            icon={
              <Badge badgeContent={compte?.(compteurs) ?? 0} max={999} color={alerte ? 'error' : 'primary'}>
                <Icone />
              </Badge>
            }
            sx={{ minWidth: 0, px: 0.5 }}
          />
        ))}
      </BottomNavigation>
    </Paper>
  )
}
