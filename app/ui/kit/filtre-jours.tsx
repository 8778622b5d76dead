import { Box, Button, Popover, Stack, TextField } from '@mui/material'
import { useId, useState } from 'react'
import { formatJour, type Jour } from '#domain/temps/jour'
import { PuceFiltre } from '#ui/kit/filtre-choix'

type Bornes = { depuis: Jour | undefined; jusqua: Jour | undefined }

/** « du 01/06/2025 au 13/06/2025 », « depuis le … », « jusqu’au … ». */
export function phraseJours({ depuis, jusqua }: Bornes): string | null {
  if (depuis && jusqua)
    return depuis === jusqua ? `le ${formatJour(depuis)}` : `du ${formatJour(depuis)} au ${formatJour(jusqua)}`
  if (depuis) return `depuis le ${formatJour(depuis)}`
  return jusqua ? `jusqu’au ${formatJour(jusqua)}` : null
}

/** A filter between two days, either of which may be left open. */
export function FiltreJours(
  props: Bornes & { libelle: string; onChange: (bornes: { depuis: string | null; jusqua: string | null }) => void },
) {
  const { libelle, depuis, jusqua, onChange } = props
  const [cible, setCible] = useState<HTMLElement | null>(null)
  const id = useId()
  return (
    <>
      <PuceFiltre
        libelle={libelle}
        valeur={phraseJours({ depuis, jusqua })}
        ouvert={Boolean(cible)}
        controle={id}
        onOuvrir={setCible}
        onRetirer={() => onChange({ depuis: null, jusqua: null })}
      />
      <Popover
        id={id}
        anchorEl={cible}
        open={Boolean(cible)}
        onClose={() => setCible(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: { 'aria-label': libelle, role: 'dialog', sx: { mt: 0.5, border: 1, borderColor: 'divider' } },
        }}
      >
        <Box
          component="form"
          sx={{ p: 2 }}
          onSubmit={(event) => {
            event.preventDefault()
            const donnees = new FormData(event.currentTarget)
            const lire = (nom: string) => {
              const jour = donnees.get(nom)
              return typeof jour === 'string' && jour !== '' ? jour : null
            }
            setCible(null)
            onChange({ depuis: lire('depuis'), jusqua: lire('jusqua') })
          }}
        >
          <Stack spacing={2}>
            <TextField
              type="date"
              name="depuis"
              label="Du"
              defaultValue={depuis ?? ''}
              slotProps={{ inputLabel: { shrink: true } }}
            />
            <TextField
              type="date"
              name="jusqua"
              label="Au"
              defaultValue={jusqua ?? ''}
              slotProps={{ inputLabel: { shrink: true } }}
            />
            <Button type="submit" variant="contained" size="small">
              Filtrer
            </Button>
          </Stack>
        </Box>
      </Popover>
    </>
  )
}
