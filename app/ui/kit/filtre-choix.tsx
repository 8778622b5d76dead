import ArrowDropDown from '@mui/icons-material/ArrowDropDown'
import Close from '@mui/icons-material/Close'
import { Box, Button, IconButton, Menu, MenuItem } from '@mui/material'
import { useId, useState, type ReactNode } from 'react'

/** A filter that is set, in words, with a cross to take it away; or the button that sets it. `children` is what the button opens. */
export function PuceFiltre(props: {
  libelle: string
  valeur: string | null
  onOuvrir: (cible: HTMLElement) => void
  onRetirer: () => void
  ouvert: boolean
  controle: string
}) {
  const { libelle, valeur, onOuvrir, onRetirer, ouvert, controle } = props
  const mots = valeur === null ? libelle : `${libelle}\u00a0: ${valeur}`
  return (
    <Box
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        flexShrink: 0,
        border: 1,
        borderColor: valeur === null ? 'divider' : 'primary.main',
        borderRadius: 4,
        bgcolor: valeur === null ? 'transparent' : 'action.selected',
      }}
    >
      <Button
        size="small"
        color={valeur === null ? 'inherit' : 'primary'}
        endIcon={valeur === null ? <ArrowDropDown /> : undefined}
        aria-haspopup="true"
        aria-expanded={ouvert}
        aria-controls={ouvert ? controle : undefined}
        onClick={(event) => onOuvrir(event.currentTarget)}
        sx={{
          borderRadius: 4,
          px: 1.25,
          py: 0.25,
          fontWeight: valeur === null ? 450 : 600,
          whiteSpace: 'nowrap',
          maxWidth: 320,
        }}
      >
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {mots}
        </Box>
      </Button>
      {valeur !== null && (
        <IconButton
          size="small"
          color="primary"
          aria-label={`Retirer le filtre ${mots}`}
          onClick={onRetirer}
          sx={{ p: 0.5, mr: 0.25 }}
        >
          <Close sx={{ fontSize: 16 }} />
        </IconButton>
      )}
    </Box>
  )
}

export type MenuFiltre<N extends string = string> = {
  nom: N
  libelle: string
  options: readonly { valeur: string; texte: string }[]
}

/** A filter among a list of values. */
export function FiltreChoix(props: {
  choix: MenuFiltre
  valeur: string | undefined
  onChange: (valeur: string | null) => void
}): ReactNode {
  const { choix, valeur, onChange } = props
  const [cible, setCible] = useState<HTMLElement | null>(null)
  const id = useId()
  const choisie = choix.options.find((option) => option.valeur === valeur)
  return (
    <>
      <PuceFiltre
        libelle={choix.libelle}
        valeur={choisie?.texte ?? valeur ?? null}
        ouvert={Boolean(cible)}
        controle={id}
        onOuvrir={setCible}
        onRetirer={() => onChange(null)}
      />
      <Menu
        id={id}
        anchorEl={cible}
        open={Boolean(cible)}
        onClose={() => setCible(null)}
        slotProps={{ list: { 'aria-label': choix.libelle } }}
      >
        {choix.options.map((option) => (
          <MenuItem
            key={option.valeur}
            dense
            selected={option.valeur === valeur}
            onClick={() => {
              setCible(null)
              onChange(option.valeur)
            }}
          >
            {option.texte}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
