import { Bandeau } from '#ui/kit/bandeau'
import { Typography } from '@mui/material'
import type { Ouverture } from '#domain/piece/antivirus'
import { LIBELLE_OUVERTURE, REFUS_D_OUVRIR } from '#libelles/piece/antivirus'

/** What the antivirus said of a file, in small beside its name; nothing for a sound one. */
export function MarqueAntivirus({ ouverture }: { ouverture: Ouverture }) {
  const libelle = LIBELLE_OUVERTURE[ouverture]
  if (libelle === null) return null
  const grave = ouverture === 'VERROUILLE'
  return (
    <Typography
      component="span"
      variant="caption"
      sx={{ color: grave ? 'error.main' : 'text.secondary', fontWeight: grave ? 650 : undefined }}
    >
      {libelle}
    </Typography>
  )
}

/** Stands where a file would be shown, when it does not open. */
export function FichierFerme({ ouverture }: { ouverture: keyof typeof REFUS_D_OUVRIR }) {
  const { titre, phrase } = REFUS_D_OUVRIR[ouverture]
  return (
    <Bandeau severity={ouverture === 'VERROUILLE' ? 'error' : 'info'}>
      {titre}. {phrase}
    </Bandeau>
  )
}
