import { Box, Button } from '@mui/material'
import { useEffect } from 'react'
import { MESSAGE_AFFECTATION_MAX } from '#domain/dossier/instruction'
import { PERSONNE } from '#domain/lot-actes/acte-de-lot'
import { noteDAbsence } from '#libelles/absence/absence'
import { ChampChoix, RienDeChoisi } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi, useLecture } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Agent = { id: string; prenom: string; nom: string; absence: { au: string; remplacant: string } | null }

export type PropsConfier = { adresse: string; version: number; agentId: string | null; fermer: () => void }

/** Who follows the dossier from now on, and a word to them. */
export function ConfierOuvert({ adresse, version, agentId, fermer }: PropsConfier) {
  const action = `${adresse}/suivi`
  const { load, data } = useLecture<{ agents: Agent[] }>()
  const envoi = useEnvoi<Reponse>({ nom: 'confier', objet: adresse })
  useEffect(() => load(action), [load, action])
  if (!data) return null
  const refus = (champ: string, aide?: string) => {
    const phrase = erreurDe(envoi.data, champ)
    return { error: Boolean(phrase), helperText: phrase ?? aide }
  }
  return (
    <Box component={Formulaire} envoi={envoi} action={action} aria-label="Confier le dossier" sx={CADRE}>
      <input type="hidden" name="version" value={version} />
      <FormErreur reponse={envoi.data} champs={['agentId', 'message']} />
      <ChampChoix id="confier-qui" name="agentId" label="Confier à" defaultValue="" {...refus('agentId')}>
        <RienDeChoisi />
        {data.agents
          .filter(({ id }) => id !== agentId)
          .map(({ id, prenom, nom, absence }) => (
            <option key={id} value={id}>
              {`${prenom} ${nom}${noteDAbsence(absence)}`}
            </option>
          ))}
        {agentId && <option value={PERSONNE}>Personne</option>}
      </ChampChoix>
      <ChampTexte
        id="confier-message"
        name="message"
        label="Message (facultatif)"
        multiline
        minRows={2}
        maxRows={8}
        html={{ maxLength: MESSAGE_AFFECTATION_MAX }}
        {...refus('message', 'Il devient une note du dossier, que cette personne trouve sur son accueil.')}
      />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button type="submit" variant="contained" size="small" disabled={envoi.state !== 'idle'}>
          Confier
        </Button>
        <Button size="small" onClick={fermer}>
          Fermer
        </Button>
      </Box>
    </Box>
  )
}

const CADRE = { flexBasis: '100%', display: 'grid', gap: 1.5, maxWidth: 480, my: 1 } as const
