import { Box, Button, Typography } from '@mui/material'
import type { TypeDeChamp } from '#domain/champ-du-service/champ'
import { ChampDate } from '#ui/kit/date/champ-date'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Champ = {
  id: string
  libelle: string
  type: TypeDeChamp
  choix: readonly string[]
  archive: boolean
  /** It is what the structure answered on the extranet. */
  deLaStructure: boolean
  /** An officer may write in it. */
  auService: boolean
  dit: string
  saisie: string
}

type Props = { adresse: string; version: number; champs: readonly Champ[]; peut: boolean }

/** What the service notes of this dossier, in the fields of its campagne. */
export function ChampsDossier({ adresse, version, champs, peut }: Props) {
  const aRemplir = champs.filter(({ auService }) => peut && auService)
  return (
    <Box component="section" aria-labelledby="titre-champs" sx={{ mb: 3 }}>
      <Typography variant="h2" id="titre-champs" sx={{ mb: 1 }}>
        Champs du service
      </Typography>
      <Lus champs={champs.filter((un) => !aRemplir.includes(un))} />
      {aRemplir.length > 0 && <Remplir key={version} adresse={adresse} version={version} champs={aRemplir} />}
    </Box>
  )
}

const Lus = ({ champs }: { champs: readonly Champ[] }) =>
  champs.length > 0 && (
    <Box component="dl" sx={{ m: 0, mb: 1, fontSize: '0.875rem' }}>
      {champs.map(({ id, libelle, archive, deLaStructure, dit }) => (
        <Box key={id} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {libelle}
            {archive && ' (archivé)'}
            {deLaStructure && ' (réponse de la structure)'}
          </Box>
          <Box component="dd" sx={{ m: 0 }}>
            {dit || 'Non renseigné'}
          </Box>
        </Box>
      ))}
    </Box>
  )

function Remplir({ adresse, version, champs }: Omit<Props, 'peut'>) {
  const envoi = useEnvoi<Reponse>({ nom: 'champsDuService', objet: adresse })
  const noms = champs.map(({ id }) => `valeurs.${id}`)
  return (
    <Formulaire envoi={envoi} action={`${adresse}/champs`} aria-label="Champs du service" noValidate>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="montres" value={champs.map(({ id }) => id).join(',')} />
      <FormErreur reponse={envoi.data} champs={noms} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-start' }}>
        {champs.map((champ) => (
          <Un key={champ.id} champ={champ} phrase={erreurDe(envoi.data, `valeurs.${champ.id}`)} />
        ))}
        <Button type="submit" variant="outlined" disabled={envoi.state !== 'idle'}>
          Enregistrer
        </Button>
      </Box>
    </Formulaire>
  )
}

const TAILLE = { flex: '0 1 240px', width: 'auto' } as const

function Un({ champ: { id, libelle, type, choix, saisie }, phrase }: { champ: Champ; phrase: string | undefined }) {
  const commun = {
    ...{ id: `champ-${id}`, name: `valeurs.${id}`, label: libelle, defaultValue: saisie, sx: TAILLE },
    ...{ error: phrase !== undefined, helperText: phrase },
  }
  if (type === 'DATE') return <ChampDate {...commun} />
  if (type !== 'OUI_NON' && type !== 'LISTE') return <ChampTexte {...commun} />
  const offerts = type === 'OUI_NON' ? ['OUI', 'NON'] : choix
  // What is written stays offered after the list has lost it.
  const tous = saisie === '' || offerts.includes(saisie) ? offerts : [...offerts, saisie]
  return (
    <ChampChoix {...commun}>
      <option value="">Non renseigné</option>
      {tous.map((un) => (
        <option key={un} value={un}>
          {type === 'LISTE' ? un : un === 'OUI' ? 'Oui' : 'Non'}
        </option>
      ))}
    </ChampChoix>
  )
}
