import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material'
import { useState } from 'react'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'

/** Asks which dossier a mail is about. */
export function NumeroDemande({ fermer, choisir }: { fermer: () => void; choisir: (numero: string) => void }) {
  const [numero, setNumero] = useState('')
  return (
    <Dialog open onClose={fermer} aria-labelledby="titre-numero" fullWidth maxWidth="xs">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (numero.trim()) choisir(numero.trim())
        }}
      >
        <DialogTitle id="titre-numero">Quel dossier faut-il ouvrir{'\u00a0'}?</DialogTitle>
        <DialogContent>
          <ChampTexte
            id="numero-dossier"
            label="Numéro du dossier"
            value={numero}
            onChange={(event) => setNumero(event.target.value)}
            helperText="Par exemple 2025-01012"
            slotProps={{ htmlInput: { maxLength: 40 } }}
            sx={{ mt: 1 }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={fermer}>Annuler</Button>
          <Button type="submit" variant="contained" disabled={numero.trim() === ''}>
            Reclasser
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
