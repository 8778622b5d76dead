import { Bandeau } from '#ui/kit/bandeau'
import { Box, Button, Checkbox, FormControlLabel } from '@mui/material'
import { useLocation } from '@remix-run/react'
import type { Avertissement } from '#domain/dossier/rouvrir'
import { direAvertissement } from '#libelles/dossier/rouvrir'
import { phraseRetour } from '#libelles/journal/retours'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { erreurDe, FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'

export type PropsRouvrir = { version: number; avertissement: Avertissement; fermer: () => void }

/** What must be read before a decision is reopened, then the reason. */
export function RouvrirOuvert({ version, avertissement, fermer }: PropsRouvrir) {
  const envoi = useEnvoi<Reponse>({ nom: 'rouvrirDecision', objet: useLocation().pathname })
  const erreur = erreurDe(envoi.data, 'precision')
  return (
    <Box component={Formulaire} envoi={envoi} sx={{ display: 'grid', gap: 1.5, maxWidth: 640, mt: 1 }}>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="acte" value="rouvrir" />
      <Bandeau severity="warning">{direAvertissement(avertissement)}</Bandeau>
      <FormErreur reponse={envoi.data} champs={['precision', 'avertissementLu']} />
      <FormControlLabel control={<Checkbox name="avertissementLu" value="oui" />} label="J’ai lu cet avertissement" />
      <ChampTexte
        name="precision"
        label="Pourquoi rouvrir cette décision"
        multiline
        minRows={2}
        error={Boolean(erreur)}
        helperText={erreur ?? phraseRetour('rouvrirDecision')}
      />
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Button
          type="submit"
          name="intent"
          value="decider"
          variant="contained"
          color="warning"
          aria-disabled={envoi.state !== 'idle'}
        >
          Rouvrir la décision
        </Button>
        <Button onClick={fermer}>Revenir</Button>
      </Box>
    </Box>
  )
}
