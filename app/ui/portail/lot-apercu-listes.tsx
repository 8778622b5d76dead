import { Box, Typography } from '@mui/material'
import { compter, formatEntier } from '#domain/nombre'
import type { CourrielDApercu } from '#domain/portail/apercu'
import { LIBELLE_MODELE } from '#libelles/courriel/courriel'

/** The first lines of a list, and how many it has. */
export type Montre<T> = { total: number; lignes: T[] }

const CADRE = { maxHeight: 320, overflow: 'auto', border: 1, borderColor: 'divider', borderRadius: 1 } as const

const suite = ({ total, lignes }: Montre<unknown>) =>
  total > lignes.length ? `… et ${compter(total - lignes.length, 'autre')}.` : null

/** A list folded under its title and its count; nothing where it is empty. */
export function ListeApercu<T>({ titre, liste, dire }: { titre: string; liste: Montre<T>; dire: (un: T) => string }) {
  if (liste.total === 0) return null
  return (
    <Box component="details" sx={{ mt: 1.5 }}>
      <Box component="summary" sx={{ cursor: 'pointer', py: 0.5 }}>
        {titre} ({formatEntier(liste.total)})
      </Box>
      <Box component="ul" sx={{ ...CADRE, m: 0, pl: 4, pr: 1, py: 1, fontSize: '0.875rem', overflowWrap: 'anywhere' }}>
        {liste.lignes.map((un, i) => (
          <li key={`${i} ${dire(un)}`}>{dire(un)}</li>
        ))}
        {suite(liste) && <li>{suite(liste)}</li>}
      </Box>
    </Box>
  )
}

/** Which mails would leave: about which dossier, to whom, saying what. */
export function ListeCourriels({ courriels }: { courriels: Montre<CourrielDApercu> }) {
  return (
    <Box tabIndex={0} role="region" aria-label="Courriels qui partiraient" sx={{ ...CADRE, mb: 1 }}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', fontSize: '0.875rem', overflowWrap: 'anywhere' }}>
        {courriels.lignes.map(({ numero, objet, destinataire, modele }, i) => (
          <Box
            component="li"
            key={`${i} ${numero}`}
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: '1fr', sm: '110px 1fr 1fr 200px' },
              columnGap: 2,
              px: 1.5,
              py: 0.75,
              borderTop: i === 0 ? 0 : 1,
              borderColor: 'divider',
            }}
          >
            <strong>{numero}</strong>
            <span>{objet}</span>
            <span>{destinataire}</span>
            <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
              {LIBELLE_MODELE[modele]}
            </Typography>
          </Box>
        ))}
        {suite(courriels) && (
          <Box component="li" sx={{ px: 1.5, py: 0.75 }}>
            {suite(courriels)}
          </Box>
        )}
      </Box>
    </Box>
  )
}
