import { Box, Button, LinearProgress, Paper, Stack, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { Retour } from '#ui/kit/acte/retour'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { COUVERTURES } from '#domain/portail/couverture'
import { LIBELLE_COUVERTURE } from '#libelles/portail/lot'

type Champ = { nom: string; libelle: string; aide: string; accept: string; multiple?: boolean; requis?: boolean }

/** A file input with its name and what it takes. It is the browser's own: it can be dropped on, and read aloud. */
function ChampFichier({ nom, libelle, aide, accept, multiple, requis }: Champ) {
  return (
    <div>
      <Typography component="label" htmlFor={nom} variant="subtitle2" sx={{ display: 'block' }}>
        {libelle}
      </Typography>
      <Typography id={`${nom}-aide`} variant="body2" sx={{ color: 'text.secondary', mb: 0.5 }}>
        {aide}
      </Typography>
      <Box
        component="input"
        type="file"
        id={nom}
        name={nom}
        accept={accept}
        multiple={multiple}
        required={requis}
        aria-describedby={`${nom}-aide`}
        sx={{
          width: '100%',
          p: 1.5,
          border: 1,
          borderStyle: 'dashed',
          borderColor: 'divider',
          borderRadius: 1,
          font: 'inherit',
          color: 'text.primary',
          '&::file-selector-button': { font: 'inherit', mr: 1.5, py: 0.5 },
        }}
      />
    </div>
  )
}

function Bloc({ titre, bouton, children }: { titre: string; bouton: string; children: ReactNode }) {
  const envoi = useEnvoi<Reponse>({ nom: 'import', objet: titre })
  const enEnvoi = envoi.state !== 'idle'
  return (
    <Paper
      variant="outlined"
      component={Formulaire}
      envoi={envoi}
      encType="multipart/form-data"
      sx={{ p: 2, flex: 1, minWidth: 0 }}
    >
      <Stack spacing={2}>
        <Typography variant="h2">{titre}</Typography>
        <FormErreur reponse={envoi.data} />
        {children}
        {enEnvoi && <LinearProgress aria-label="Envoi des fichiers" />}
        <Button type="submit" variant="contained" disabled={enEnvoi} sx={{ alignSelf: 'flex-start' }}>
          {enEnvoi ? 'Envoi en cours…' : bouton}
        </Button>
      </Stack>
    </Paper>
  )
}

/** What the listing covers is asked, never guessed: what it lacks says nothing unless somebody says that it is whole. */
const ChoixCouverture = () => (
  <Box component="fieldset" sx={{ m: 0, p: 0, border: 0, minWidth: 0 }}>
    <Typography component="legend" variant="subtitle2" sx={{ p: 0 }}>
      Ce listing contient
    </Typography>
    {COUVERTURES.map((couverture) => (
      <Box component="label" key={couverture} sx={{ display: 'flex', gap: 1, py: 0.75, alignItems: 'flex-start' }}>
        <input type="radio" name="couverture" value={couverture} defaultChecked={couverture === 'PARTIE'} />
        <span>
          {LIBELLE_COUVERTURE[couverture]}
          <Typography component="span" variant="body2" sx={{ display: 'block', color: 'text.secondary' }}>
            {couverture === 'PARTIE'
              ? 'Ce qui n’y est pas ne change pas.'
              : 'Les dossiers connus qui n’y sont pas sont signalés comme absents du portail.'}
          </Typography>
        </span>
      </Box>
    ))}
  </Box>
)

/** The two deliveries that the MCEI receives: an extraction of the portal, and mails. */
export const ImportForm = () => (
  <Stack direction={{ xs: 'column', md: 'row' }} spacing={2} sx={{ mb: 4 }}>
    <Bloc titre="Demandes d’e-partenaire" bouton="Voir ce qui serait importé">
      <ChampFichier
        nom="listing"
        libelle="Listing des demandes"
        aide={'.xlsx ou .csv, 20\u00a0Mo au plus. L’ordre des colonnes n’importe pas.'}
        accept=".xlsx,.csv,.txt"
      />
      <ChampFichier
        nom="pieces"
        libelle="Pièces (facultatif)"
        aide={'Archive .zip avec un dossier par numéro de demande, 500\u00a0Mo au plus, 20\u00a0Mo par pièce.'}
        accept=".zip"
      />
      <ChoixCouverture />
    </Bloc>
    <Bloc titre="Messages reçus" bouton="Importer les messages">
      <ChampFichier
        nom="messages"
        libelle="Messages"
        aide={'Fichiers .eml ou .msg enregistrés depuis la messagerie, 200 au plus, 60\u00a0Mo chacun.'}
        accept=".eml,.msg,message/rfc822,application/vnd.ms-outlook"
        multiple
        requis
      />
      <Retour de="deposerLot" />
    </Bloc>
  </Stack>
)
