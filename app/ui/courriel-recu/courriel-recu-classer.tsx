import { Box, Button, Typography } from '@mui/material'
import { useLocation } from '@remix-run/react'
import type { NatureRecue } from '#domain/courriel-recu/reclassement'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'

type Props = { version: number; nature: NatureRecue }

/** The buttons by which an officer says what a mail is; the field serves the ones that need to know where it goes. */
export function CourrielRecuClasser({ version, nature }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'classement', objet: useLocation().pathname })
  return (
    <Formulaire envoi={envoi} aria-labelledby="classer">
      <Typography id="classer" variant="h2" sx={{ mt: 4, mb: 1 }}>
        Ce message est…
      </Typography>
      <input type="hidden" name="version" value={version} />
      <ChampTexte
        id="cible"
        name="cible"
        label="Numéro du dossier, ou adresse de la fiche"
        helperText="Par exemple 2025-01012, ou l’adresse de la page de la fiche. À donner pour le ranger avec l’un ou l’autre."
        html={{ maxLength: 300 }}
        sx={{ mb: 1.5, maxWidth: 560 }}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Bouton valeur="FICHE" texte="Une nouvelle fiche" />
        <Bouton valeur="NOUVELLE_VERSION" texte="Une nouvelle version de la fiche" />
        <Bouton valeur="DEMANDE_DEVERROUILLAGE" texte="Une demande de modifier le dossier" />
        <Bouton valeur="AUTRE" texte="Un autre message" />
        {nature === 'ILLISIBLE' && <Bouton valeur="RELIRE" texte="Relire ce message" />}
      </Box>
      <FormErreur reponse={envoi.data} />
    </Formulaire>
  )
}

const Bouton = ({ valeur, texte }: { valeur: string; texte: string }) => (
  <Button type="submit" name="nature" value={valeur} variant="outlined">
    {texte}
  </Button>
)
