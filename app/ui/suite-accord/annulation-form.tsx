import { Box, Button } from '@mui/material'
import { phraseRetourDesSuites } from '#libelles/journal/retours-suites'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import type { Envoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = {
  envoi: Envoi<Reponse>
  action: string
  version: number
  /** What is cancelled: the field that says which, and its id. */
  vise: { champ: string; id: string }
  intent: string
  retour: Parameters<typeof phraseRetourDesSuites>[0]
  /** What it is, after its verb: « ce versement ». */
  quoi: string
  titre: string
  pourquoi: string
  motifMax: number
}

/** Cancels something that was recorded of a grant, with a reason. */
export function AnnulationForm({ envoi, action, version, vise, intent, retour, motifMax, ...mots }: Props) {
  const refus = erreurDe(envoi.data, 'motif')
  return (
    <Box
      component={Formulaire}
      envoi={envoi}
      action={action}
      aria-label={mots.titre}
      sx={{ display: 'grid', gap: 1, mt: 1, maxWidth: 560 }}
    >
      <FormErreur reponse={envoi.data} champs={['motif']} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name={vise.champ} value={vise.id} />
      <ChampTexte
        id={`motif-${vise.id}`}
        name="motif"
        label={mots.pourquoi}
        multiline
        html={{ maxLength: motifMax }}
        error={Boolean(refus)}
        helperText={refus ?? phraseRetourDesSuites(retour)}
      />
      <div>
        <Button
          type="submit"
          name="intent"
          value={intent}
          size="small"
          variant="outlined"
          disabled={envoi.state !== 'idle'}
        >
          Annuler {mots.quoi}
        </Button>
      </div>
    </Box>
  )
}
