import { Box, Typography } from '@mui/material'
import {
  type CouleurEtiquette,
  COULEURS_ETIQUETTE,
  type Etiquette,
  NOM_ETIQUETTE_MAX,
} from '#domain/etiquette/etiquette'
import { compter } from '#domain/nombre'
import { LIBELLE_COULEUR } from '#libelles/etiquette/etiquette'
import { actesDePlace, AjoutRegle, ElementRegle, ListeReglee } from '#ui/campagne/liste-reglee'
import { ChipEtiquette } from '#ui/etiquette/chip-etiquette'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'

export type EtiquetteReglee = Etiquette & { version: number; dossiers: number }

/** The étiquettes of a campagne in their order: one more, and what each may become. */
export const EtiquettesCampagne = ({ etiquettes }: { etiquettes: EtiquetteReglee[] }) => (
  <Box sx={{ maxWidth: 880 }}>
    <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
      Les agents les posent sur les dossiers de cette campagne, un par un ou par lot, et filtrent la bannette par elles.
      Le demandeur ne les voit pas.
    </Typography>
    <Ajouter key={etiquettes.length} />
    <ListeReglee nom="Étiquettes">
      {etiquettes.map((une, rang) => (
        <Une key={une.id} une={une} premiere={rang === 0} derniere={rang === etiquettes.length - 1} />
      ))}
    </ListeReglee>
  </Box>
)

const CHAMP = { flex: '0 1 260px', width: 'auto' } as const

function Champs({ id, nom, couleur, erreur }: { id: string; nom: string; couleur: CouleurEtiquette; erreur?: string }) {
  return (
    <>
      <ChampTexte
        id={`${id}-nom`}
        name="nom"
        label="Nom"
        defaultValue={nom}
        html={{ maxLength: NOM_ETIQUETTE_MAX }}
        error={erreur !== undefined}
        helperText={erreur}
        sx={CHAMP}
      />
      <ChampChoix id={`${id}-couleur`} name="couleur" label="Couleur" defaultValue={couleur} sx={CHAMP}>
        {COULEURS_ETIQUETTE.map((une) => (
          <option key={une} value={une}>
            {LIBELLE_COULEUR[une]}
          </option>
        ))}
      </ChampChoix>
    </>
  )
}

function Ajouter() {
  const envoi = useEnvoi<Reponse>({ nom: 'etiquetteAjoutee', objet: 'nouvelle' })
  return (
    <AjoutRegle envoi={envoi} nom="Ajouter une étiquette" champs={['nom']}>
      <Champs id="nouvelle" nom="" couleur="BLEU" erreur={erreurDe(envoi.data, 'nom')} />
    </AjoutRegle>
  )
}

function Une({ une, premiere, derniere }: { une: EtiquetteReglee; premiere: boolean; derniere: boolean }) {
  const { id, nom, couleur, archivee, version, dossiers } = une
  const envoi = useEnvoi<Reponse>({ nom: 'etiquette', objet: id })
  const place = useEnvoi<Reponse>({ nom: 'etiquettePlace', objet: id })
  const actes = actesDePlace({ premier: premiere, dernier: derniere, archive: archivee })
  return (
    <ElementRegle
      nom={nom}
      vise={
        <>
          <input type="hidden" name="etiquetteId" value={id} />
          <input type="hidden" name="version" value={version} />
        </>
      }
      tete={
        <>
          <ChipEtiquette nom={nom} couleur={couleur} />
          <Box component="span" sx={{ flexGrow: 1, fontSize: '0.875rem', color: 'text.secondary' }}>
            {dossiers === 0 ? 'sur aucun dossier' : `sur ${compter(dossiers, 'dossier')}`}
            {archivee && ', archivée'}
          </Box>
        </>
      }
      place={{ envoi: place, nom: `Place de ${nom}`, actes }}
      changement={{
        ...{ envoi, nom: `Modifier ${nom}`, resume: 'Renommer ou changer de couleur', champs: ['nom'] },
        children: <Champs id={id} nom={nom} couleur={couleur} erreur={erreurDe(envoi.data, 'nom')} />,
      }}
    />
  )
}
