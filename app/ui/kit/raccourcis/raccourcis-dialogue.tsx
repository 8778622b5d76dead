import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material'
import { Bascule } from '#ui/kit/bascule'

export type RaccourcisProps = {
  /** Each key and what it does, in the order an officer works. */
  touches: readonly (readonly [touche: string, effet: string])[]
  actifs: boolean
  onActifs: (actifs: boolean) => void
  ouverte: boolean
  onOuverte: (ouverte: boolean) => void
}

/** What each key does, and the switch that turns the single ones off. */
export const RaccourcisDialogue = ({ touches, actifs, onActifs, ouverte, onOuverte }: RaccourcisProps) => (
  <Dialog open={ouverte} onClose={() => onOuverte(false)} aria-labelledby="titre-raccourcis">
    <DialogTitle id="titre-raccourcis">Raccourcis clavier</DialogTitle>
    <DialogContent>
      <Bascule texte="Une touche seule agit" active={actifs} onActive={onActifs} />
      <Box
        component="dl"
        sx={{ m: 0, mt: 1, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, rowGap: 0.75 }}
      >
        {touches.map(([touche, effet]) => (
          <Box key={touche} sx={{ display: 'contents' }}>
            <Box component="dt">
              <Box component="kbd" sx={TOUCHE}>
                {touche}
              </Box>
            </Box>
            <Box component="dd" sx={{ m: 0 }}>
              {effet}
            </Box>
          </Box>
        ))}
      </Box>
    </DialogContent>
    <DialogActions>
      <Button onClick={() => onOuverte(false)} variant="contained">
        Fermer
      </Button>
    </DialogActions>
  </Dialog>
)

const TOUCHE = {
  fontFamily: 'inherit',
  border: 1,
  borderColor: 'divider',
  borderRadius: 0.5,
  px: 0.75,
  whiteSpace: 'nowrap',
} as const
