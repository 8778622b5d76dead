import ErrorOutlined from '@mui/icons-material/ErrorOutlineOutlined'
import InfoOutlined from '@mui/icons-material/InfoOutlined'
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined'
import { Alert, Box, Link as MuiLink, Typography } from '@mui/material'

import { LIBELLE_GRAVITE, LIBELLE_REGLE } from '#libelles/budget'
import type { ConstatDit } from '#libelles/constats-dits'
import { Etiquette } from '#ui/etat-chip'

const ASPECT = {
  BLOQUANT: { Icone: ErrorOutlined, ton: 'depasse' },
  AVERTISSEMENT: { Icone: WarningAmberOutlined, ton: 'alerte' },
  INFO: { Icone: InfoOutlined, ton: 'neutre' },
} as const

/** Where a cell stands on the page. */
export const ancreDeCellule = (cellule: string) => `cellule-${cellule.replace(/[^\p{L}\p{N}]+/gu, '-')}`

/** What was found, gravest first as icon and word; each leads to its cell. */
export function BudgetConstats({ constats }: { constats: ConstatDit[] }) {
  if (constats.length === 0) {
    return (
      <Alert severity="success">
        Aucune erreur n’a été relevée{'\u00a0'}: les totaux s’équilibrent et la ligne du Département correspond à la
        demande.
      </Alert>
    )
  }
  const ordre = ['BLOQUANT', 'AVERTISSEMENT', 'INFO'] as const
  return (
    <section aria-labelledby="constats">
      <Typography variant="h2" id="constats" sx={{ mb: 0.5 }}>
        {constats.length} constat{constats.length > 1 ? 's' : ''}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {ordre.flatMap((gravite) =>
          constats
            .filter((c) => c.gravite === gravite)
            .map((constat) => (
              <Box
                component="li"
                key={constat.regle + constat.message}
                sx={{ py: 0.5, borderBottom: 1, borderColor: 'divider', fontSize: '0.875rem' }}
              >
                <UnConstat constat={constat} lien />
              </Box>
            )),
        )}
      </Box>
    </section>
  )
}

/** One finding: gravity, rule, sentence, and its cell. */
export function UnConstat({
  constat: { regle, gravite, cellule, message },
  lien = false,
}: {
  constat: ConstatDit
  lien?: boolean
}) {
  return (
    <Box
      component="span"
      sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'flex-start', lineHeight: 1.45 }}
    >
      <Etiquette {...ASPECT[gravite]}>{LIBELLE_GRAVITE[gravite]}</Etiquette>
      <Box component="span" title={LIBELLE_REGLE[regle]} sx={{ color: 'text.secondary' }}>
        {regle}
        {lien && cellule && (
          <>
            {', '}
            <MuiLink href={`#${ancreDeCellule(cellule)}`} underline="always">
              {cellule}
            </MuiLink>
          </>
        )}
      </Box>
      <Box component="span" sx={{ flex: '1 1 280px' }}>
        {message}
      </Box>
    </Box>
  )
}
