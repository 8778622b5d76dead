import { Button } from '@mui/material'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

/** Whoever a note names says that they have seen it. */
export function MentionVue({ noteId }: { noteId: string }) {
  const envoi = useEnvoi({ nom: 'mentionVue', objet: noteId })
  return (
    <Formulaire envoi={envoi} action={`/notes/${noteId}/vue`} aria-label="Note qui vous nomme">
      <Button type="submit" size="small" variant="outlined" disabled={envoi.state !== 'idle'} sx={{ py: 0 }}>
        J’ai vu
      </Button>
    </Formulaire>
  )
}
