import { Box, Button } from '@mui/material'
import { phraseRetour } from '#libelles/journal/retours'
import { ChampDate } from '#ui/kit/date/champ-date'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

/** The day on which a decision was notified by post, and the number of its registered letter where there is one. */
export function CourrierOuvert({ adresse, version, fermer }: { adresse: string; version: number; fermer: () => void }) {
  const envoi = useEnvoi<Reponse>({ nom: 'courrier', objet: adresse })
  const champ = (nom: string, aide: string) => {
    const refus = erreurDe(envoi.data, nom)
    return { name: nom, error: Boolean(refus), helperText: refus ?? aide }
  }
  return (
    <Box
      component={Formulaire}
      envoi={envoi}
      action={`${adresse}/courrier`}
      noValidate
      aria-label="Notifiée par courrier"
      sx={{ display: 'grid', gap: 1.5, maxWidth: 480, mt: 1 }}
    >
      <FormErreur reponse={envoi.data} champs={['le', 'recommande']} />
      <input type="hidden" name="intent" value="notifier" />
      <input type="hidden" name="version" value={version} />
      <ChampDate
        label="Jour de la notification"
        {...champ('le', 'JJ/MM/AAAA. Pour un recommandé, le jour de sa présentation.')}
      />
      <ChampTexte
        label="Numéro du recommandé (facultatif)"
        {...champ('recommande', phraseRetour('notifierParCourrier'))}
      />
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Button type="submit" variant="contained" disabled={envoi.state !== 'idle'}>
          Dire cette décision notifiée par courrier
        </Button>
        <Button onClick={fermer}>Revenir</Button>
      </Box>
    </Box>
  )
}
