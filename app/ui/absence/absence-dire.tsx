import { Box, Button, Typography } from '@mui/material'
import { noteDAbsence } from '#libelles/absence/absence'
import { ChampDate } from '#ui/kit/date/champ-date'
import { ChampChoix, RienDeChoisi } from '#ui/kit/formulaire/champ-choix'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse, useFoyerDuRefus } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Choisi = { id: string; prenom: string; nom: string; absence: { au: string; remplacant: string } | null }

type Props = {
  agents: readonly Choisi[]
  /** Of whom it may be said. */
  absentables: readonly Choisi[]
  qui: string
}

const CHAMP = { flex: '0 1 220px', width: 'auto' } as const

const OPTION = ({ id, prenom, nom, absence }: Choisi) => (
  <option key={id} value={id}>
    {`${prenom} ${nom}${noteDAbsence(absence)}`}
  </option>
)

/** Says when an officer is away, and who stands in for them. */
export function AbsenceDire({ agents, absentables, qui }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'absence', objet: 'absences' })
  const champ = (nom: string) => {
    const phrase = erreurDe(envoi.data, nom)
    return { id: `absence-${nom}`, name: nom, error: Boolean(phrase), helperText: phrase, sx: CHAMP }
  }
  const [seul] = absentables
  return (
    <Box component="section" aria-labelledby="titre-absence" sx={{ maxWidth: 1000 }}>
      <Typography variant="h2" id="titre-absence" sx={{ mb: 1.5 }}>
        Dire une absence
      </Typography>
      <Formulaire
        envoi={envoi}
        action="/absences?index"
        ref={useFoyerDuRefus(envoi.data)}
        aria-label="Dire une absence"
        noValidate
      >
        <FormErreur reponse={envoi.data} champs={['agentId', 'du', 'au', 'remplacantId']} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-start' }}>
          {absentables.length > 1 ? (
            <ChampChoix label="Qui est en absence" defaultValue={qui} {...champ('agentId')}>
              {absentables.map(OPTION)}
            </ChampChoix>
          ) : (
            <input type="hidden" name="agentId" value={seul?.id ?? ''} />
          )}
          <ChampDate label="Du" {...champ('du')} />
          <ChampDate label="Au (inclus)" {...champ('au')} />
          <ChampChoix label="Qui remplace" defaultValue="" {...champ('remplacantId')}>
            <RienDeChoisi />
            {agents.map(OPTION)}
          </ChampChoix>
          <Button type="submit" variant="contained" disabled={envoi.state !== 'idle'}>
            Enregistrer
          </Button>
        </Box>
      </Formulaire>
    </Box>
  )
}
