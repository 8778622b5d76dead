import { Box, Button } from '@mui/material'
import { JUSTIFICATION_MAX } from '#domain/notation/lecture'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse, useFoyerDuRefus } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

export type CritereALire = {
  id: string
  libelle: string
  aide: string
  maximum: number
  version: number
  points: string
  justification: string
}

type Props = { adresse: string; version: number; rendue: boolean; criteres: readonly CritereALire[] }

/** One's own lecture: points and why, critère by critère; kept to be finished, or rendered. */
export function LectureForm({ adresse, version, rendue, criteres }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'lecture', objet: adresse })
  const occupe = envoi.state !== 'idle'
  return (
    <Formulaire envoi={envoi} ref={useFoyerDuRefus(envoi.data)} noValidate aria-label="Votre lecture">
      <FormErreur reponse={envoi.data} />
      <input type="hidden" name="version" value={version} />
      {criteres.map((critere) => (
        <Critere key={critere.id} critere={critere} />
      ))}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 2 }}>
        <Button type="submit" name="intent" value="rendre" variant="contained" disabled={occupe}>
          {rendue ? 'Rendre la lecture modifiée' : 'Rendre la lecture'}
        </Button>
        {!rendue && (
          <Button type="submit" name="intent" value="garder" variant="outlined" disabled={occupe}>
            Garder pour finir plus tard
          </Button>
        )}
      </Box>
    </Formulaire>
  )
}

function Critere({
  critere: { id, libelle, aide, maximum, version, points, justification },
}: {
  critere: CritereALire
}) {
  return (
    <Box component="fieldset" sx={{ border: 0, borderTop: 1, borderColor: 'divider', m: 0, mt: 1.5, p: 0, pt: 1 }}>
      <Box component="legend" sx={{ fontWeight: 650, p: 0 }}>
        {libelle}
      </Box>
      <Box component="p" sx={{ m: 0, mb: 1, color: 'text.secondary', fontSize: '0.875rem', whiteSpace: 'pre-wrap' }}>
        {aide}
      </Box>
      <input type="hidden" name={`versions.${id}`} value={version} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-start' }}>
        <ChampTexte
          id={`points-${id}`}
          name={`points.${id}`}
          label={`Points, de 0 à ${maximum}`}
          defaultValue={points}
          html={{ inputMode: 'numeric' }}
          sx={{ flex: '0 1 150px', width: 'auto' }}
        />
        <ChampTexte
          id={`justification-${id}`}
          name={`justifications.${id}`}
          label="Justification"
          defaultValue={justification}
          multiline
          minRows={2}
          maxRows={10}
          html={{ maxLength: JUSTIFICATION_MAX }}
          sx={{ flex: '1 1 300px', width: 'auto' }}
        />
      </Box>
    </Box>
  )
}
