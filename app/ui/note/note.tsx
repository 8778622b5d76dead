import { Box, Button } from '@mui/material'
import { formatInstant } from '#libelles/temps'
import { Retour } from '#ui/kit/acte/retour'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { MentionVue } from '#ui/note/mention-vue'
import { NoteForm } from '#ui/note/note-form'

export type NoteLue = {
  id: string
  version: number
  texte: string
  creeLe: Date
  modifieeLe: Date | null
  auteur: { prenom: string; nom: string }
  mienne: boolean
  aVoir: boolean
}

type Props = { note: NoteLue; agents: { id: string; prenom: string; nom: string }[]; peut: boolean }

/** One note: who, when, what; its author may say it otherwise or take it back. */
export function Note({ note, agents, peut }: Props) {
  const { id, version, texte, creeLe, modifieeLe, auteur, mienne, aVoir } = note
  const envoi = useEnvoi<Reponse>({ nom: 'noteRetiree', objet: id })
  const modification = useEnvoi<Reponse>({ nom: 'noteModifiee', objet: id })
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', py: 1.5, overflowWrap: 'anywhere' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, fontSize: '0.875rem' }}>
        <strong>{mienne ? 'Vous' : `${auteur.prenom} ${auteur.nom}`}</strong>
        <Box component="span" sx={{ color: 'text.secondary' }}>
          le {formatInstant(creeLe)}
          {modifieeLe && `, modifiée le ${formatInstant(modifieeLe)}`}
        </Box>
        {aVoir && <MentionVue noteId={id} />}
      </Box>
      <Box component="p" sx={{ m: 0, mt: 0.5, whiteSpace: 'pre-wrap' }}>
        {texte}
      </Box>
      {mienne && peut && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 1, mt: 0.5 }}>
          <Box component="details" sx={{ flexGrow: 1, '& summary': { cursor: 'pointer', py: 0.5 } }}>
            <summary>Modifier</summary>
            <NoteForm
              action={`/notes/${id}`}
              envoi={modification}
              caches={{ intent: 'modifier', version: String(version) }}
              texte={texte}
              agents={agents}
              verbe="Enregistrer"
            />
          </Box>
          <Formulaire envoi={envoi} action={`/notes/${id}`} aria-label="Retirer la note">
            <input type="hidden" name="version" value={version} />
            <Button type="submit" name="intent" value="retirer" size="small" disabled={envoi.state !== 'idle'}>
              Retirer
            </Button>
            <Retour de="retirerNote" />
            <FormErreur reponse={envoi.data} />
          </Formulaire>
        </Box>
      )}
    </Box>
  )
}
