import { Box, Button, Typography } from '@mui/material'
import {
  type CouleurEtiquette,
  COULEURS_ETIQUETTE,
  type Etiquette,
  NOM_ETIQUETTE_MAX,
} from '#domain/etiquette/etiquette'
import { compter } from '#domain/nombre'
import { LIBELLE_COULEUR } from '#libelles/etiquette/etiquette'
import { ChipEtiquette } from '#ui/etiquette/chip-etiquette'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

export type EtiquetteReglee = Etiquette & { version: number; dossiers: number }

/** The étiquettes of a campagne in their order: one more, and what each may become. */
export const EtiquettesCampagne = ({ etiquettes }: { etiquettes: EtiquetteReglee[] }) => (
  <Box sx={{ maxWidth: 880 }}>
    <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
      Les agents les posent sur les dossiers de cette campagne, un par un ou par lot, et filtrent la bannette par elles.
      Le demandeur ne les voit pas.
    </Typography>
    <Ajouter key={etiquettes.length} />
    <Box component="ol" aria-label="Étiquettes" sx={{ m: 0, mt: 2, p: 0, listStyle: 'none' }}>
      {etiquettes.map((une, rang) => (
        <Une key={une.id} une={une} premiere={rang === 0} derniere={rang === etiquettes.length - 1} />
      ))}
    </Box>
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

const LIGNE = { display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-start' } as const

function Ajouter() {
  const envoi = useEnvoi<Reponse>({ nom: 'etiquetteAjoutee', objet: 'nouvelle' })
  return (
    <Formulaire envoi={envoi} aria-label="Ajouter une étiquette">
      <FormErreur reponse={envoi.data} champs={['nom']} />
      <Box sx={LIGNE}>
        <Champs id="nouvelle" nom="" couleur="BLEU" erreur={erreurDe(envoi.data, 'nom')} />
        <Button type="submit" name="intent" value="ajouter" variant="contained" disabled={envoi.state !== 'idle'}>
          Ajouter
        </Button>
      </Box>
    </Formulaire>
  )
}

function Une({ une, premiere, derniere }: { une: EtiquetteReglee; premiere: boolean; derniere: boolean }) {
  const { id, nom, couleur, archivee, version, dossiers } = une
  const envoi = useEnvoi<Reponse>({ nom: 'etiquette', objet: id })
  const place = useEnvoi<Reponse>({ nom: 'etiquettePlace', objet: id })
  const occupe = envoi.state !== 'idle' || place.state !== 'idle'
  const acte = (intent: string, verbe: string) => (
    <Button type="submit" name="intent" value={intent} size="small" disabled={occupe} aria-label={`${verbe} ${nom}`}>
      {verbe}
    </Button>
  )
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', py: 1 }}>
      <Box sx={{ ...LIGNE, alignItems: 'center' }}>
        <ChipEtiquette nom={nom} couleur={couleur} />
        <Box component="span" sx={{ flexGrow: 1, fontSize: '0.875rem', color: 'text.secondary' }}>
          {dossiers === 0 ? 'sur aucun dossier' : `sur ${compter(dossiers, 'dossier')}`}
          {archivee && ', archivée'}
        </Box>
        <Formulaire envoi={place} aria-label={`Place de ${nom}`}>
          <input type="hidden" name="etiquetteId" value={id} />
          <input type="hidden" name="version" value={version} />
          {!premiere && acte('monter', 'Monter')}
          {!derniere && acte('descendre', 'Descendre')}
          {archivee ? acte('reprendre', 'Reprendre') : acte('archiver', 'Archiver')}
          <FormErreur reponse={place.data} />
        </Formulaire>
      </Box>
      <details>
        <Box component="summary" sx={{ cursor: 'pointer', py: 0.5, fontSize: '0.875rem' }}>
          Renommer ou changer de couleur
        </Box>
        <Formulaire envoi={envoi} aria-label={`Modifier ${nom}`}>
          <input type="hidden" name="etiquetteId" value={id} />
          <input type="hidden" name="version" value={version} />
          <FormErreur reponse={envoi.data} champs={['nom']} />
          <Box sx={{ ...LIGNE, mt: 1 }}>
            <Champs id={id} nom={nom} couleur={couleur} erreur={erreurDe(envoi.data, 'nom')} />
            <Button type="submit" name="intent" value="modifier" variant="outlined" disabled={occupe}>
              Enregistrer
            </Button>
          </Box>
        </Formulaire>
      </details>
    </Box>
  )
}
