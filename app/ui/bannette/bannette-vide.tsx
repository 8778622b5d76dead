import { Box, Button, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { accorder, formatEntier } from '#domain/nombre'
import { useAdresseBannette } from '#ui/bannette/bannette-adresse'

type Props = {
  /** What an empty tab says when no filter is the cause. */
  vide: string
  /** Each filter that is set, in words, with what would show without it. */
  filtres: readonly { noms: string[]; mots: string; total: number }[]
  /** The other tab where the same search finds something. */
  ailleurs: { total: number; parametre?: string } | null
  children?: ReactNode
}

/** Nothing to show: says why, and which filter to drop. */
export function BannetteVide({ vide, filtres, ailleurs, children }: Props) {
  const { vers } = useAdresseBannette()
  const sans = (noms: string[]) => vers(Object.fromEntries(noms.map((nom) => [nom, null])))
  if (filtres.length === 0) {
    return (
      <Cadre>
        <Typography>{vide}</Typography>
        {children}
        <Button component={Link} to="/decouvrir">
          Découvrir l’application
        </Button>
      </Cadre>
    )
  }
  const toutes = filtres.flatMap(({ noms }) => noms)
  const utiles = filtres.filter(({ total }) => total > 0)
  return (
    <Cadre>
      <Typography sx={{ fontWeight: 600 }}>Aucun résultat avec ces filtres.</Typography>
      {ailleurs && ailleurs.total > 0 && (
        <Button component={Link} to={vers({ [ailleurs.parametre ?? 'vue']: null })} variant="outlined">
          Chercher dans tous ({formatEntier(ailleurs.total)})
        </Button>
      )}
      {utiles.map(({ noms, mots, total }) => (
        <Button key={mots} component={Link} to={sans(noms)} variant="outlined">
          Retirer «{'\u00a0'}
          {mots}
          {'\u00a0'}» ({formatEntier(total)})
        </Button>
      ))}
      {utiles.length === 0 && (
        <Button component={Link} to={sans(toutes)} variant="outlined">
          {accorder(toutes.length, `Retirer «\u00a0${filtres[0]?.mots ?? ''}\u00a0»`, 'Retirer tous les filtres')}
        </Button>
      )}
    </Cadre>
  )
}

const Cadre = ({ children }: { children: ReactNode }) => (
  <Box sx={{ py: 6, px: 2, borderTop: 1, borderColor: 'divider' }}>
    <Box sx={{ display: 'grid', gap: 2, justifyItems: 'center', textAlign: 'center' }}>{children}</Box>
  </Box>
)
