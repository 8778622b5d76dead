import { Box, Button } from '@mui/material'
import { useEffect, useId, useRef } from 'react'
import type { ActeJournal } from '#domain/journal/entree'
import { phraseRetour } from '#libelles/journal/retours'
import { Bandeau } from '#ui/kit/bandeau'
import { erreurDe, FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import type { Identite } from '#ui/kit/formulaire/saisies'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

export type PropsMotif = {
  identite: Identite
  action: string
  /** Hidden fields of the act. */
  cache: Record<string, string>
  label: string
  verbe: string
  /** Said under the reason, before the way back from this act. */
  note: string
  fait: ActeJournal
  fermer: () => void
}

/** A reason, then the act it is given for. Refused, what was typed stays and the sentence has the focus. */
export function MotifOuvert({ identite, action, cache, label, verbe, note, fait, fermer }: PropsMotif) {
  const envoi = useEnvoi<Reponse>(identite)
  const busy = envoi.state !== 'idle'
  const erreur = erreurDe(envoi.data, 'motif')
  const id = useId()
  const champ = useRef<HTMLTextAreaElement>(null)
  useEffect(() => champ.current?.focus(), [erreur])
  return (
    <Box component={Formulaire} envoi={envoi} action={action} sx={{ display: 'grid', gap: 1, maxWidth: 640, my: 1 }}>
      {Object.entries(cache).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormErreur reponse={envoi.data} champs={['motif']} />
      <ChampTexte
        id={id}
        name="motif"
        label={label}
        multiline
        minRows={2}
        inputRef={champ}
        error={Boolean(erreur)}
        helperText={erreur ?? `${note} ${phraseRetour(fait)}`}
      />
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Button type="submit" variant="contained" size="small" aria-disabled={busy}>
          {verbe}
        </Button>
        <Button size="small" onClick={fermer}>
          Revenir
        </Button>
      </Box>
      {busy && <Bandeau severity="info">Envoi en cours…</Bandeau>}
    </Box>
  )
}
