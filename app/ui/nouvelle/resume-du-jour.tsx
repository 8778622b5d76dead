import { Box, Button, Typography } from '@mui/material'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

/** Whether this officer is written to each working morning, and the way to change that. */
export function ResumeDuJour({ voulu, courriel }: { voulu: boolean; courriel: string }) {
  const envoi = useEnvoi({ nom: 'resumeDuJour', objet: 'moi' })
  return (
    <Box component="section" aria-labelledby="titre-resume" sx={{ mb: 3, maxWidth: 720 }}>
      <Typography variant="h2" id="titre-resume" sx={{ mb: 1 }}>
        Résumé du matin
      </Typography>
      <p>
        {voulu
          ? `Les jours ouvrés à 7\u00a0h\u00a030, ce que la cloche dit et que vous n’avez pas encore vu est envoyé à ${courriel}. Rien ne part quand il n’y a rien.`
          : 'Ce que la cloche dit et que vous n’avez pas encore vu peut vous être envoyé les jours ouvrés à 7\u00a0h\u00a030.'}
      </p>
      <Formulaire envoi={envoi} action="/compte/resume">
        <input type="hidden" name="voulu" value={String(!voulu)} />
        <Button type="submit" variant="outlined" disabled={envoi.state !== 'idle'}>
          {voulu ? 'Ne plus le recevoir' : 'Le recevoir'}
        </Button>
      </Formulaire>
    </Box>
  )
}
