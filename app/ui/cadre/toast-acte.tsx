import { Button } from '@mui/material'
import type { ActeDuToast } from '#ui/kit/acte/dire'
import { useEnvoi } from '#ui/kit/formulaire/envoi'

/** The button of a toast that acts; what became of it is said by the next toast, in its place. */
export function ToastActe({ texte, action, champs }: ActeDuToast) {
  const envoi = useEnvoi({ nom: 'acteDuToast', objet: action })
  return (
    <Button size="small" disabled={envoi.state !== 'idle'} onClick={() => envoi.submit(champs, { action })}>
      {texte}
    </Button>
  )
}
