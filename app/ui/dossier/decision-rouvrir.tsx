import { Alert, Box, Button, Checkbox, FormControlLabel } from '@mui/material'
import { useLocation } from '@remix-run/react'
import { useState } from 'react'
import type { Avertissement } from '#domain/dossier/rouvrir'
import { direAvertissement } from '#libelles/dossier/rouvrir'
import { phraseRetour } from '#libelles/journal/retours'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { erreurDe, FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'

/** Reopens a decision: the warning first, then the reason. For a RESPONSABLE. */
export function DecisionRouvrir({ version, avertissement }: { version: number; avertissement: Avertissement }) {
  const envoi = useEnvoi<Reponse>({ nom: 'rouvrirDecision', objet: useLocation().pathname })
  const [ouvert, setOuvert] = useState(false)
  if (!ouvert)
    return (
      <div>
        <Button onClick={() => setOuvert(true)}>Rouvrir cette décision…</Button>
      </div>
    )
  const erreur = erreurDe(envoi.data, 'precision')
  return (
    <Box component={Formulaire} envoi={envoi} sx={{ display: 'grid', gap: 1.5, maxWidth: 640, mt: 1 }}>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="acte" value="rouvrir" />
      <Alert severity="warning">{direAvertissement(avertissement)}</Alert>
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
        <Button onClick={() => setOuvert(false)}>Revenir</Button>
      </Box>
    </Box>
  )
}
