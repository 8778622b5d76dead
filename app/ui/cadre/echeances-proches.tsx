import { Link as MuiLink, List, ListItem, ListItemText, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import { daysBetween, fromDate, type Jour } from '#domain/temps/jour'
import { Partie } from '#ui/cadre/tableau-de-bord'

type Echeance = { numero: string; objet: string; rejetImpliciteLe: Date; structure: { nom: string } }

const delai = (jours: number) =>
  jours < 0
    ? `délai dépassé depuis ${-jours} j`
    : jours === 0
      ? 'rejet implicite aujourd’hui'
      : `rejet implicite dans ${jours} j`

/** The dossiers that silence is about to reject, the nearest first. */
export function EcheancesProches({ echeances, aujourdhui }: { echeances: Echeance[]; aujourdhui: Jour }) {
  return (
    <Partie titre="Échéances proches">
      {echeances.length === 0 && <Typography>Aucun dossier n’est à moins de 15 jours du rejet implicite.</Typography>}
      <List dense disablePadding>
        {echeances.map(({ numero, objet, rejetImpliciteLe, structure }) => (
          <ListItem key={numero} disableGutters divider>
            <ListItemText
              primary={
                <MuiLink component={Link} to={`/dossiers/${numero}`}>
                  {numero} · {objet}
                </MuiLink>
              }
              secondary={`${structure.nom} · ${delai(daysBetween(aujourdhui, fromDate(rejetImpliciteLe)))}`}
            />
          </ListItem>
        ))}
      </List>
    </Partie>
  )
}
