import { Box, Button } from '@mui/material'
import { formatJour } from '#domain/temps/jour'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Dite = { id: string; version: number; nom: string; du: string; au: string; remplacant: string; peut: boolean }

/** Who is away or will be, until when, and who stands in. */
export const AbsencesListe = ({ absences }: { absences: readonly Dite[] }) =>
  absences.length === 0 ? (
    <p>Personne n’est en absence, et aucune n’est prévue.</p>
  ) : (
    <Box component="ul" aria-label="Absences dites" sx={{ m: 0, mb: 3, p: 0, listStyle: 'none', maxWidth: 880 }}>
      {absences.map((dite) => (
        <Une key={dite.id} dite={dite} />
      ))}
    </Box>
  )

function Une({ dite: { id, version, nom, du, au, remplacant, peut } }: { dite: Dite }) {
  const envoi = useEnvoi<Reponse>({ nom: 'absenceFinie', objet: id })
  return (
    <Box component="li" sx={LIGNE}>
      <span>
        <strong>{nom}</strong>, du {formatJour(du)} au {formatJour(au)} inclus{'\u00a0'}: voir {remplacant}
      </span>
      {peut && (
        <Formulaire envoi={envoi} action={`/absences/${id}`} aria-label={`Absence de ${nom} du ${formatJour(du)}`}>
          <input type="hidden" name="version" value={version} />
          <Button type="submit" size="small" disabled={envoi.state !== 'idle'}>
            Mettre fin
          </Button>
          <FormErreur reponse={envoi.data} />
        </Formulaire>
      )}
    </Box>
  )
}

const LIGNE = {
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  alignItems: 'center',
  gap: 1.5,
  minHeight: 40,
  borderBottom: 1,
  borderColor: 'divider',
} as const
