import { Box, Button } from '@mui/material'
import { phraseRetour } from '#libelles/journal/retours'
import { ChampDate } from '#ui/kit/date/champ-date'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = { action: string; version: number; avisId: string; qui: string }

/** Gives an expert until a later day. */
export function ProlongerLien({ action, version, avisId, qui }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'avisProlonge', objet: avisId })
  const refus = erreurDe(envoi.data, 'jusquAu')
  return (
    <Formulaire envoi={envoi} action={action} noValidate aria-label={`Laisser plus de temps à ${qui}`}>
      <input type="hidden" name="intent" value="prolonger" />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="avisId" value={avisId} />
      <Box sx={{ display: 'grid', gap: 1, maxWidth: 480, mt: 1 }}>
        <FormErreur reponse={envoi.data} champs={['jusquAu']} />
        <ChampDate
          id={`prolonger-${avisId}`}
          name="jusquAu"
          label="Nouveau dernier jour"
          error={Boolean(refus)}
          helperText={refus ?? 'JJ/MM/AAAA. Un courriel le dit, si la réponse n’est pas venue.'}
        />
        <div>
          <Button type="submit" variant="outlined" disabled={envoi.state !== 'idle'}>
            Laisser jusqu’à ce jour
          </Button>
        </div>
      </Box>
    </Formulaire>
  )
}

/** Takes a link back: it opens nothing any more. */
export function RetirerLien({ action, version, avisId, qui }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'avisRevoque', objet: avisId })
  return (
    <Formulaire envoi={envoi} action={action} aria-label={`Retirer le lien donné à ${qui}`}>
      <input type="hidden" name="intent" value="revoquer" />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="avisId" value={avisId} />
      <FormErreur reponse={envoi.data} />
      <p>{phraseRetour('revoquerAvisExpert')}</p>
      <Button type="submit" size="small" disabled={envoi.state !== 'idle'}>
        Retirer le lien donné à {qui}
      </Button>
    </Formulaire>
  )
}
