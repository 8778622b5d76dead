import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined'
import { Box } from '@mui/material'
import { joursAvantRejet, niveauDelai, type NiveauDelai } from '#domain/dossier/delais'
import { formatJour, type Jour } from '#domain/temps/jour'
import { delaiCourt } from '#libelles/bannette'
import { Etiquette } from '#ui/kit/etat-chip'
import type { Ton } from '#ui/kit/theme'

const TON: Record<Exclude<NiveauDelai, 'LOINTAIN'>, Ton> = { PROCHE: 'alerte', DEPASSE: 'depasse' }

/** « rejet dans 12 j », the date in the title; amber when near, red once passed, an icon with each. `aujourdhui` is the day in Paris. */
export function DelaiRejet({ rejetLe, aujourdhui }: { rejetLe: Jour | null; aujourdhui: Jour }) {
  if (!rejetLe) return <span aria-label="Aucun délai">–</span>
  const niveau = niveauDelai(rejetLe, aujourdhui)
  const texte = delaiCourt(joursAvantRejet(rejetLe, aujourdhui))
  const title = `Rejet implicite le ${formatJour(rejetLe)}`
  if (niveau === 'LOINTAIN') {
    return (
      <Box component="span" title={title} sx={{ color: 'text.secondary' }}>
        {texte}
      </Box>
    )
  }
  return (
    <Etiquette Icone={ScheduleOutlined} ton={TON[niveau]} title={title}>
      {texte}
    </Etiquette>
  )
}
