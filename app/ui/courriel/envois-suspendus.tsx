import { Button } from '@mui/material'
import { Retour } from '#ui/kit/acte/retour'
import { Bandeau } from '#ui/kit/bandeau'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = {
  suspension: { version: number; titre: string; raison: string; reponse: string; suite: string } | null
  peut: boolean
}

/** No mail leaves: why, in whose words, and a try at once for who may ask; nothing while mails leave. */
export function EnvoisSuspendus({ suspension, peut }: Props) {
  const envoi = useEnvoi({ nom: 'reessai', objet: 'envois' })
  if (!suspension) return null
  const { version, titre, raison, reponse, suite } = suspension
  return (
    <Bandeau severity="error" marges="mb2">
      <strong>{titre}</strong>
      <div>{raison}</div>
      {reponse && <div>{reponse}</div>}
      <div>{suite}</div>
      {peut && (
        <Formulaire envoi={envoi} action="/courriels/envois">
          <input type="hidden" name="version" value={version} />
          <Button
            type="submit"
            size="small"
            variant="outlined"
            color="inherit"
            disabled={envoi.state !== 'idle'}
            sx={{ mt: 1 }}
          >
            Réessayer maintenant
          </Button>
          <Retour de="reessayerEnvois" />
        </Formulaire>
      )}
    </Bandeau>
  )
}
