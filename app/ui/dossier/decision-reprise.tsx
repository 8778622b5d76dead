import { Icone } from '#ui/kit/icone/icone'
import { Box, Button } from '@mui/material'
import { heureDeParis } from '#domain/temps/instant'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = {
  /** Address of the dossier, and the version of it that is on the screen. */
  adresse: string
  version: number
  /** When the mail of the decision leaves; null when it waits for no hour. */
  jusquA: Date | null
}

/** The way back from a decision whose mail has not left. */
export function DecisionReprise({ adresse, version, jusquA }: Props) {
  const envoi = useEnvoi({ nom: 'reprise', objet: adresse })
  return (
    <Formulaire envoi={envoi} action={`${adresse}/reprise`}>
      <input type="hidden" name="version" value={version} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5 }}>
        <Button
          type="submit"
          variant="outlined"
          startIcon={<Icone nom="undo" />}
          disabled={envoi.state !== 'idle'}
          aria-describedby="reprise-jusqua"
        >
          Reprendre la décision
        </Button>
        <Box component="span" id="reprise-jusqua" sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>
          {jusquA ? `possible jusqu’à ${heureDeParis(jusquA)}` : 'son courriel n’est pas parti'}
        </Box>
      </Box>
    </Formulaire>
  )
}
