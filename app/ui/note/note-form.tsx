import { Box, Button } from '@mui/material'
import { type ReactNode, useId, useState } from 'react'
import { LONGUEUR_MAX_NOTE, nommer } from '#domain/note/note'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import type { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = {
  action: string
  envoi: ReturnType<typeof useEnvoi<Reponse>>
  caches: Record<string, string>
  texte?: string
  agents: { id: string; prenom: string; nom: string }[]
  verbe: string
  /** What a new note may begin from. */
  children?: ReactNode
}

/** The words of a note; a colleague chosen in the list is named at their end, and told. */
export function NoteForm({ action, envoi, caches, texte = '', agents, verbe, children }: Props) {
  const [mots, setMots] = useState(texte)
  const id = useId()
  const erreur = erreurDe(envoi.data, 'texte')
  const nommerIci = (agentId: string) => {
    const agent = agents.find((un) => un.id === agentId)
    if (agent) setMots((dits) => `${dits.trimEnd()}${dits.trim() === '' ? '' : ' '}${nommer(agent)} `)
  }
  return (
    <Formulaire envoi={envoi} action={action} aria-label={verbe}>
      {Object.entries(caches).map(([cle, valeur]) => (
        <input key={cle} type="hidden" name={cle} value={valeur} />
      ))}
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        <FormErreur reponse={envoi.data} champs={['texte']} />
        {children}
        <ChampTexte
          id={`${id}-texte`}
          name="texte"
          label="Votre note"
          value={mots}
          onChange={({ target }) => setMots(target.value)}
          multiline
          minRows={3}
          maxRows={12}
          error={Boolean(erreur)}
          helperText={erreur ?? 'Écrivez @ et le prénom et le nom d’un collègue pour qu’il la voie sur son accueil.'}
          html={{ maxLength: LONGUEUR_MAX_NOTE }}
        />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
          <ChampChoix
            id={`${id}-qui`}
            label="Prévenir"
            value=""
            onChange={({ target }) => nommerIci(target.value)}
            sx={{ minWidth: 220 }}
          >
            <option value="">Choisir un collègue</option>
            {agents.map((agent) => (
              <option key={agent.id} value={agent.id}>
                {agent.prenom} {agent.nom}
              </option>
            ))}
          </ChampChoix>
          <Button type="submit" variant="contained" disabled={envoi.state !== 'idle' || mots.trim() === ''}>
            {verbe}
          </Button>
        </Box>
      </Box>
    </Formulaire>
  )
}
