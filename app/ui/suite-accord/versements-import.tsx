import { Box, Button, Paper, Typography } from '@mui/material'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

/** The accountants’ file of payments: what it would record is shown line by line before any yes. */
export function VersementsImport() {
  const envoi = useEnvoi<Reponse>({ nom: 'fichierDeVersements', objet: 'versements' })
  return (
    <Paper
      variant="outlined"
      component={Formulaire}
      envoi={envoi}
      action="/importer/versements"
      encType="multipart/form-data"
      aria-label="Versements"
      sx={{ p: 2, mt: 2, display: 'grid', gap: 1.5 }}
    >
      <Typography variant="h2">Versements</Typography>
      <FormErreur reponse={envoi.data} />
      <div>
        <Typography component="label" htmlFor="versements" variant="subtitle2" sx={{ display: 'block' }}>
          Fichier des versements (.xlsx ou .csv)
        </Typography>
        <Typography id="versements-aide" variant="body2" sx={{ color: 'text.secondary', mb: 0.5 }}>
          Cinq colonnes{'\u00a0'}: Numéro de dossier, Nature (Acompte, Solde ou Reversement), Montant, Date, Référence.
          Vous verrez ce qui changera avant de dire oui{'\u00a0'}; un versement déjà enregistré ne l’est pas deux fois.
        </Typography>
        <Box
          component="input"
          type="file"
          id="versements"
          name="versements"
          accept=".xlsx,.csv"
          required
          aria-describedby="versements-aide"
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
      <div>
        <Button type="submit" variant="outlined" disabled={envoi.state !== 'idle'}>
          {envoi.state === 'idle' ? 'Voir ce qui changera' : 'Lecture en cours…'}
        </Button>
      </div>
    </Paper>
  )
}
