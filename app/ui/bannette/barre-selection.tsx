import { Box, Button, Typography } from '@mui/material'
import { useLocation } from '@remix-run/react'
import { useEffect } from 'react'
import { compter, formatEntier } from '#domain/nombre'
import type { Selection } from '#ui/bannette/selection'
import { useEnvoi, useLecture } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

/** One act on many rows: its verb, and the address that receives their ids (field `dossiers`, separated by commas) by POST. */
export type ActeDeLot = { libelle: string; action: string }

type Props = {
  selection: Selection
  actes: readonly ActeDeLot[]
  /** Rows of the filter, and how many of them one act takes at most. */
  total: number
  max: number
  /** Gives the ids of the filter: `{ ids }`, under the same parameters as the page. */
  adresseDesIds: string
}

/** What can be done with the rows that are chosen, and how many they are; nothing while none is. */
export function BarreSelection({ selection, actes, total, max, adresseDesIds }: Props) {
  const { ids, choisir } = selection
  const { search } = useLocation()
  const tous = useLecture<{ ids: string[] }>()
  const recus = tous.data
  useEffect(() => {
    if (recus) choisir(recus.ids)
  }, [recus, choisir])
  if (ids.size === 0) return null
  const aPrendre = Math.min(total, max)
  return (
    <Box role="region" aria-label="Dossiers sélectionnés" sx={BARRE}>
      <Typography role="status" variant="body2" sx={{ fontWeight: 600, mr: 1 }}>
        {compter(ids.size, 'dossier sélectionné', 'dossiers sélectionnés')}
      </Typography>
      {actes.map(({ libelle, action }) => (
        <Acte key={action} {...{ libelle, action }} ids={[...ids].join(',')} trop={ids.size > max} />
      ))}
      {ids.size < aPrendre && (
        <Button
          size="small"
          disabled={tous.state !== 'idle'}
          onClick={() => {
            tous.load(adresseDesIds + search)
          }}
        >
          {total > max
            ? `Sélectionner les ${compter(max, 'premier')} de ce filtre`
            : `Sélectionner les ${formatEntier(total)} de ce filtre`}
        </Button>
      )}
      <Button size="small" onClick={() => choisir([])}>
        Tout désélectionner
      </Button>
      {ids.size > max && (
        <Typography variant="body2" sx={{ color: 'error.main' }}>
          {`${compter(max, 'dossier')} au plus à la fois\u00a0: désélectionnez-en.`}
        </Typography>
      )}
    </Box>
  )
}

function Acte({ libelle, action, ids, trop }: ActeDeLot & { ids: string; trop: boolean }) {
  const envoi = useEnvoi({ nom: 'relances', objet: action })
  return (
    <Formulaire envoi={envoi} action={action}>
      <input type="hidden" name="dossiers" value={ids} />
      <Button type="submit" size="small" variant="contained" disabled={trop || envoi.state !== 'idle'}>
        {libelle}
      </Button>
    </Formulaire>
  )
}

const BARRE = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
  px: 1.5,
  py: 0.75,
  mb: 1,
  position: { xs: 'sticky', md: 'static' },
  top: 0,
  zIndex: 3,
  border: 1,
  borderColor: 'primary.main',
  borderRadius: 1,
  bgcolor: 'background.paper',
} as const
