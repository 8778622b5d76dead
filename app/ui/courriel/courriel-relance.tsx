import { Button } from '@mui/material'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = { courriel: { id: string; version: number; sujet: string }; variant?: 'outlined' | 'contained' }

/** Asks again for a courriel that was given up. */
export function CourrielRelance({ courriel: { id, version, sujet }, variant = 'outlined' }: Props) {
  const envoi = useEnvoi({ nom: 'renvoi', objet: id })
  return (
    <Formulaire envoi={envoi} action={`/courriels/${id}`}>
      <input type="hidden" name="version" value={version} />
      <Button
        type="submit"
        size="small"
        variant={variant}
        disabled={envoi.state !== 'idle'}
        aria-label={`Renvoyer «\u00a0${sujet}\u00a0»`}
      >
        Renvoyer
      </Button>
    </Formulaire>
  )
}
