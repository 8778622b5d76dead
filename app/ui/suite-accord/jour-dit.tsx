import { Box, Button } from '@mui/material'
import { ChampDate } from '#ui/kit/date/champ-date'
import type { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = {
  envoi: ReturnType<typeof useEnvoi<Reponse>>
  /** What is said or taken back, as a form of a page is named. */
  titre: string
  action: string
  version: number
  intent: 'signer' | 'recevoir' | 'reprendre'
  bouton: string
}

/** The day on which something of a grant happened, as an officer says it. */
export function JourDit({
  champ,
  ...dit
}: Props & { champ: { label: string; aide: string }; variante: 'contained' | 'outlined' }) {
  const { envoi, titre, action, version, intent, bouton, variante } = dit
  const refus = erreurDe(envoi.data, 'le')
  return (
    <Box
      component={Formulaire}
      envoi={envoi}
      action={action}
      noValidate
      aria-label={titre}
      sx={{ display: 'grid', gap: 1.5, maxWidth: 480, mt: 1 }}
    >
      <FormErreur reponse={envoi.data} champs={['le']} />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={version} />
      <ChampDate name="le" label={champ.label} error={Boolean(refus)} helperText={refus ?? champ.aide} />
      <div>
        <Button type="submit" variant={variante} disabled={envoi.state !== 'idle'}>
          {bouton}
        </Button>
      </div>
    </Box>
  )
}

/** Takes back what was said: it did not happen, or on another day. */
export function Reprise({ envoi, titre, action, version, intent, bouton }: Props) {
  return (
    <Formulaire envoi={envoi} action={action} aria-label={titre}>
      <FormErreur reponse={envoi.data} />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={version} />
      <Button type="submit" size="small" disabled={envoi.state !== 'idle'}>
        {bouton}
      </Button>
    </Formulaire>
  )
}
