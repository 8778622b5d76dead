import { Box, Typography } from '@mui/material'
import { useLocation } from '@remix-run/react'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { Note, type NoteLue } from '#ui/note/note'
import { NoteForm } from '#ui/note/note-form'
import { TexteChoix } from '#ui/texte-type/texte-choix'

type Props = {
  sujet: { dossierId: string } | { preProjetId: string }
  notes: NoteLue[]
  agents: { id: string; prenom: string; nom: string }[]
  peut: boolean
}

/** What officers tell each other about a dossier or a fiche, the newest first, and a word to add. */
export function Notes({ sujet, notes, agents, peut }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'note', objet: useLocation().pathname })
  return (
    <Box component="section" aria-labelledby="titre-notes" sx={{ maxWidth: 880, mt: 2 }}>
      <Typography variant="h2" id="titre-notes">
        Notes
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        Entre agents de la MCEI{'\u00a0'}: la structure ne les lit pas.
      </Typography>
      {/* Once mine is there, the next is begun; a colleague's leaves what I am writing alone. */}
      {peut && (
        <NoteForm
          key={notes.find(({ mienne }) => mienne)?.id}
          action="/notes"
          envoi={envoi}
          caches={sujet}
          agents={agents}
          verbe="Ajouter la note"
        >
          <TexteChoix usage="NOTE" sur={sujet} vers="texte" />
        </NoteForm>
      )}
      {notes.length === 0 && <Typography sx={{ mt: 2 }}>Aucune note pour l’instant.</Typography>}
      <Box component="ol" aria-label="Notes" sx={{ m: 0, mt: 2, p: 0, listStyle: 'none' }}>
        {notes.map((note) => (
          <Note key={`${note.id}-${note.version}`} note={note} agents={agents} peut={peut} />
        ))}
      </Box>
    </Box>
  )
}
