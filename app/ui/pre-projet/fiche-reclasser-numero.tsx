import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material'
import { useEffect, useRef } from 'react'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { estRefusee, FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'

type Props = {
  /** The mail, and the address that says what it is. */
  courrielId: string
  action: string
  cache: Record<string, string>
  fermer: () => void
}

/** Asks which dossier a mail is about; closes once it is said. */
export function NumeroDemande({ courrielId, action, cache, fermer }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'natureDossier', objet: courrielId })
  const { state, data } = envoi
  const parti = useRef(false)
  useEffect(() => {
    if (state !== 'idle') parti.current = true
    else if (parti.current) {
      parti.current = false
      if (!estRefusee(data)) fermer()
    }
  }, [state, data, fermer])
  return (
    <Dialog open onClose={fermer} aria-labelledby="titre-numero" fullWidth maxWidth="xs">
      <Formulaire envoi={envoi} action={action}>
        {Object.entries(cache).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <DialogTitle id="titre-numero">Quel dossier faut-il ouvrir{'\u00a0'}?</DialogTitle>
        <DialogContent>
          <FormErreur reponse={data} />
          <ChampTexte
            id="numero-dossier"
            name="numero"
            label="Numéro du dossier"
            required
            helperText="Par exemple 2025-01012"
            html={{ maxLength: 40 }}
            parts={{ marque: false }}
            sx={{ mt: 1 }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={fermer}>Annuler</Button>
          <Button type="submit" variant="contained" aria-disabled={state !== 'idle'}>
            Reclasser
          </Button>
        </DialogActions>
      </Formulaire>
    </Dialog>
  )
}
