import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import {
  type ChampDuService,
  LIBELLE_CHAMP_MAX,
  TYPES_DE_CHAMP,
  type TypeDeChamp,
} from '#domain/champ-du-service/champ'
import { compter } from '#domain/nombre'
import { LIBELLE_TYPE_DE_CHAMP } from '#libelles/champ-du-service/champ'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Regle = ChampDuService & { version: number; dossiers: number }

/** The fields that the service gives to a campagne: one more, and what each may become. */
export const ChampsCampagne = ({ champs }: { champs: readonly Regle[] }) => (
  <Box sx={{ maxWidth: 880 }}>
    <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
      Les agents les remplissent dans la synthèse de chaque dossier de cette campagne. Le demandeur ne les voit pas.
    </Typography>
    <Ajouter key={champs.length} />
    <Box component="ol" aria-label="Champs du service" sx={{ m: 0, mt: 2, p: 0, listStyle: 'none' }}>
      {champs.map((un) => (
        <Un key={un.id} un={un} />
      ))}
    </Box>
  </Box>
)

const CHAMP = { flex: '0 1 260px', width: 'auto' } as const
const LIGNE = { display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-start' } as const

type Saisie = { id: string; libelle: string; choix: readonly string[]; liste: boolean; reponse: Reponse | undefined }

function Champs({ id, libelle, choix, liste, reponse }: Saisie) {
  const erreur = (nom: string) => ({ error: erreurDe(reponse, nom) !== undefined, helperText: erreurDe(reponse, nom) })
  return (
    <>
      <ChampTexte
        id={`${id}-libelle`}
        name="libelle"
        label="Nom"
        defaultValue={libelle}
        html={{ maxLength: LIBELLE_CHAMP_MAX }}
        sx={CHAMP}
        {...erreur('libelle')}
      />
      {liste && (
        <ChampTexte
          id={`${id}-choix`}
          name="choix"
          label="Choix, un par ligne"
          multiline
          minRows={3}
          maxRows={12}
          defaultValue={choix.join('\n')}
          sx={CHAMP}
          {...erreur('choix')}
        />
      )}
    </>
  )
}

function Ajouter() {
  const envoi = useEnvoi<Reponse>({ nom: 'champAjoute', objet: 'nouveau' })
  const [type, setType] = useState<TypeDeChamp>('TEXTE')
  return (
    <Formulaire envoi={envoi} aria-label="Ajouter un champ">
      <FormErreur reponse={envoi.data} champs={['libelle', 'choix']} />
      <Box sx={LIGNE}>
        <ChampChoix
          id="nouveau-type"
          name="type"
          label="Contient"
          value={type}
          onChange={({ target }) => setType(TYPES_DE_CHAMP.find((un) => un === target.value) ?? 'TEXTE')}
          sx={CHAMP}
        >
          {TYPES_DE_CHAMP.map((un) => (
            <option key={un} value={un}>
              {LIBELLE_TYPE_DE_CHAMP[un]}
            </option>
          ))}
        </ChampChoix>
        <Champs id="nouveau" libelle="" choix={[]} liste={type === 'LISTE'} reponse={envoi.data} />
        <Button type="submit" name="intent" value="ajouter" variant="contained" disabled={envoi.state !== 'idle'}>
          Ajouter
        </Button>
      </Box>
    </Formulaire>
  )
}

function Un({ un: { id, libelle, type, choix, archive, version, dossiers } }: { un: Regle }) {
  const envoi = useEnvoi<Reponse>({ nom: 'champ', objet: id })
  const rangement = useEnvoi<Reponse>({ nom: 'champArchive', objet: id })
  const occupe = envoi.state !== 'idle' || rangement.state !== 'idle'
  const verbe = archive ? 'Reprendre' : 'Archiver'
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', py: 1 }}>
      <Box sx={{ ...LIGNE, alignItems: 'center' }}>
        <strong>{libelle}</strong>
        <Box component="span" sx={{ flexGrow: 1, fontSize: '0.875rem', color: 'text.secondary' }}>
          {LIBELLE_TYPE_DE_CHAMP[type]},{' '}
          {dossiers === 0 ? 'rempli sur aucun dossier' : `rempli sur ${compter(dossiers, 'dossier')}`}
          {archive && ', archivé'}
        </Box>
        <Formulaire envoi={rangement} aria-label={`${verbe} ${libelle}`}>
          <input type="hidden" name="champId" value={id} />
          <input type="hidden" name="version" value={version} />
          <Button
            type="submit"
            name="intent"
            value={archive ? 'reprendre' : 'archiver'}
            size="small"
            disabled={occupe}
            aria-label={`${verbe} ${libelle}`}
          >
            {verbe}
          </Button>
          <FormErreur reponse={rangement.data} />
        </Formulaire>
      </Box>
      <details>
        <Box component="summary" sx={{ cursor: 'pointer', py: 0.5, fontSize: '0.875rem' }}>
          {type === 'LISTE' ? 'Renommer ou changer les choix' : 'Renommer'}
        </Box>
        <Formulaire envoi={envoi} aria-label={`Modifier ${libelle}`}>
          <input type="hidden" name="champId" value={id} />
          <input type="hidden" name="version" value={version} />
          <FormErreur reponse={envoi.data} champs={['libelle', 'choix']} />
          <Box sx={{ ...LIGNE, mt: 1 }}>
            <Champs id={id} libelle={libelle} choix={choix} liste={type === 'LISTE'} reponse={envoi.data} />
            <Button type="submit" name="intent" value="modifier" variant="outlined" disabled={occupe}>
              Enregistrer
            </Button>
          </Box>
        </Formulaire>
      </details>
    </Box>
  )
}
