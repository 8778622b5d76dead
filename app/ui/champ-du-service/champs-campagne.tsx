import { Box, Typography } from '@mui/material'
import { useState } from 'react'
import {
  AIDE_CHAMP_MAX,
  type ChampDuService,
  LIBELLE_CHAMP_MAX,
  REPONDANTS,
  TYPES_DE_CHAMP,
  type TypeDeChamp,
} from '#domain/champ-du-service/champ'
import { compter } from '#domain/nombre'
import { LIBELLE_REPONDANT, LIBELLE_TYPE_DE_CHAMP } from '#libelles/champ-du-service/champ'
import { ACTE_DE_RANGEMENT, AjoutRegle, ElementRegle, ListeReglee } from '#ui/campagne/liste-reglee'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'

type Regle = ChampDuService & { version: number; dossiers: number }

/** The fields that the service gives to a campagne: one more, and what each may become. */
export const ChampsCampagne = ({ champs }: { champs: readonly Regle[] }) => (
  <Box sx={{ maxWidth: 880 }}>
    <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
      Ceux des agents se remplissent dans la synthèse de chaque dossier de cette campagne, et le demandeur ne les voit
      pas. Ceux de la structure lui sont demandés à l’étape Projet de sa demande en ligne, sous ce nom{'\u00a0'}; ses
      réponses se lisent, se filtrent et s’exportent avec les autres champs.
    </Typography>
    <Ajouter key={champs.length} />
    <ListeReglee nom="Champs du service">
      {champs.map((un) => (
        <Un key={un.id} un={un} />
      ))}
    </ListeReglee>
  </Box>
)

const CHAMP = { flex: '0 1 260px', width: 'auto' } as const

type Saisie = Pick<ChampDuService, 'id' | 'libelle' | 'choix' | 'repond' | 'aide'> & {
  liste: boolean
  reponse: Reponse | undefined
}

function Champs({ id, libelle, choix, repond, aide, liste, reponse }: Saisie) {
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
      <ChampChoix id={`${id}-repond`} name="repond" label="Qui répond" defaultValue={repond} sx={CHAMP}>
        {REPONDANTS.map((un) => (
          <option key={un} value={un}>
            {LIBELLE_REPONDANT[un]}
          </option>
        ))}
      </ChampChoix>
      <ChampTexte
        id={`${id}-aide`}
        name="aide"
        label="Explication (facultative)"
        defaultValue={aide}
        html={{ maxLength: AIDE_CHAMP_MAX }}
        sx={CHAMP}
        {...erreur('aide')}
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
    <AjoutRegle envoi={envoi} nom="Ajouter un champ" champs={['libelle', 'choix', 'aide']}>
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
      <Champs
        {...{ id: 'nouveau', libelle: '', choix: [], repond: 'SERVICE', aide: '' }}
        liste={type === 'LISTE'}
        reponse={envoi.data}
      />
    </AjoutRegle>
  )
}

function Un({ un }: { un: Regle }) {
  const { id, libelle, type, repond, archive, version, dossiers } = un
  const envoi = useEnvoi<Reponse>({ nom: 'champ', objet: id })
  const rangement = useEnvoi<Reponse>({ nom: 'champArchive', objet: id })
  const acte = archive ? ACTE_DE_RANGEMENT.reprendre : ACTE_DE_RANGEMENT.archiver
  return (
    <ElementRegle
      nom={libelle}
      vise={
        <>
          <input type="hidden" name="champId" value={id} />
          <input type="hidden" name="version" value={version} />
        </>
      }
      tete={
        <>
          <strong>{libelle}</strong>
          <Box component="span" sx={{ flexGrow: 1, fontSize: '0.875rem', color: 'text.secondary' }}>
            {LIBELLE_TYPE_DE_CHAMP[type]},{' '}
            {repond !== 'SERVICE' && `posé à la structure (${repond === 'STRUCTURE' ? 'facultatif' : 'obligatoire'}), `}
            {dossiers === 0 ? 'rempli sur aucun dossier' : `rempli sur ${compter(dossiers, 'dossier')}`}
            {archive && ', archivé'}
          </Box>
        </>
      }
      place={{ envoi: rangement, nom: `${acte.verbe} ${libelle}`, actes: [acte] }}
      changement={{
        ...{ envoi, nom: `Modifier ${libelle}`, champs: ['libelle', 'choix', 'aide'] },
        resume: type === 'LISTE' ? 'Renommer, changer les choix ou qui répond' : 'Renommer ou changer qui répond',
        children: <Champs {...un} liste={type === 'LISTE'} reponse={envoi.data} />,
      }}
    />
  )
}
