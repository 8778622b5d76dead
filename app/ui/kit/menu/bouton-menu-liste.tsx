import { ListItemText, Menu, MenuItem } from '@mui/material'

/** `refus`: why this one cannot be done now; it stays in the menu, and says it. */
export type ChoixDeMenu = { cle: string; texte: string; refus?: string | null }

type Props = {
  id: string
  ancre: HTMLElement | null
  serre: boolean
  choix: readonly ChoixDeMenu[]
  fermer: () => void
  onChoisir: (cle: string) => void
}

/** The menu a button opens. */
export const BoutonMenuListe = ({ id, ancre, serre, choix, fermer, onChoisir }: Props) => (
  <Menu
    id={id}
    anchorEl={ancre}
    open={Boolean(ancre)}
    onClose={fermer}
    slotProps={{ list: { disabledItemsFocusable: true } }}
  >
    {choix.map(({ cle, texte, refus = null }) => (
      <MenuItem
        key={cle}
        dense={serre}
        aria-disabled={refus === null ? undefined : true}
        onClick={() => onChoisir(cle)}
        sx={{ maxWidth: 400, whiteSpace: 'normal', ...(refus && { cursor: 'default' }) }}
      >
        <ListItemText
          primary={texte}
          secondary={refus}
          slotProps={{ primary: { sx: refus ? { color: 'text.secondary' } : {} } }}
        />
      </MenuItem>
    ))}
  </Menu>
)
