import { getFormProps, getInputProps, useForm } from '@conform-to/react'
import {
  Box,
  Button,
  Checkbox,
  FormControl,
  FormControlLabel,
  FormGroup,
  FormHelperText,
  FormLabel,
  Typography,
} from '@mui/material'
import { useFetcher } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { type Parties, type Section, SECTIONS } from '#domain/dossier/deverrouillage'
import { formatJour, type Jour, jourDeParis } from '#domain/temps/jour'
import { partiesOuvertes } from '#libelles/deverrouillage'
import { LIBELLE_SECTION } from '#libelles/dossier/dossier'
import { ConfirmerActe } from '#ui/courriel/confirmer-acte'
import type { CourrielMontre } from '#ui/courriel/courriel-apercu'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { FormTextField } from '#ui/kit/formulaire/form-text-field'
import { PartiesPrecises } from '#ui/deverrouillage/parties-precises'

type Champs = { sections: Section[]; champs: string[]; pieces: string[]; motif: string; echeance: string }

type Apercu = { deverrouillage: Parties & { echeance: Date }; courriel: CourrielMontre | null }

/** What is reopened, why and until when; then the mail that says it, before it leaves. */
export function DossierDeverrouillageForm({
  version,
  echeance,
  pieces,
}: {
  version: number
  /** Codes of the pièces asked of this dossier. */
  pieces: string[]
  echeance: { min: Jour; defaut: Jour; max: Jour }
}) {
  const fetcher = useFetcher<Reponse<{ apercu: Apercu }>>()
  const [vu, setVu] = useState<Apercu | null>(null)
  useEffect(() => setVu(fetcher.data?.apercu ?? null), [fetcher.data])
  const [form, fields] = useForm<Champs>({
    id: 'deverrouillage',
    lastResult: fetcher.data?.soumission,
    defaultValue: { echeance: echeance.defaut },
  })
  const busy = fetcher.state !== 'idle'
  return (
    <fetcher.Form method="post" {...getFormProps(form)}>
      <input type="hidden" name="version" value={version} />
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 640 }}>
        <FormErreur id={form.errorId} reponse={fetcher.data} champs={['sections', 'motif', 'echeance']} />
        <FormControl component="fieldset" error={Boolean(fields.sections.errors)}>
          <FormLabel component="legend">Parties que le demandeur pourra modifier</FormLabel>
          <FormGroup row>
            {SECTIONS.map((section) => (
              <FormControlLabel
                key={section}
                control={<Checkbox name="sections" value={section} />}
                label={LIBELLE_SECTION[section]}
              />
            ))}
          </FormGroup>
          <FormHelperText id={fields.sections.errorId}>{fields.sections.errors?.[0]}</FormHelperText>
        </FormControl>
        <PartiesPrecises pieces={pieces} />
        <FormTextField
          field={fields.motif}
          input={getInputProps(fields.motif, { type: 'text' })}
          label="Pourquoi (le demandeur le lira)"
          multiline
          minRows={3}
        />
        <FormTextField
          field={fields.echeance}
          input={{ ...getInputProps(fields.echeance, { type: 'date' }), min: echeance.min, max: echeance.max }}
          label="Jusqu’au (inclus)"
          helperText={`Du ${formatJour(echeance.min)} au ${formatJour(echeance.max)}, selon les réglages de la campagne.`}
          sx={{ maxWidth: 320 }}
        />
        <Box>
          <Button type="submit" name="intent" value="apercu" variant="contained">
            Voir le courriel avant d’ouvrir
          </Button>
        </Box>
      </Box>
      {vu && (
        <ConfirmerActe
          titre="Ouvrir ce dossier à modification"
          courriel={vu.courriel}
          sansCourriel={
            'Ce dossier n’a pas d’adresse mail\u00a0: aucun courriel ne partira. Prévenez le demandeur par téléphone.'
          }
          depart="Ce courriel partira cinq minutes après"
          formulaire={form.id}
          intent="ouvrir"
          verbe={`Ouvrir jusqu’au ${formatJour(jourDeParis(vu.deverrouillage.echeance))}`}
          busy={busy}
          fermer={() => setVu(null)}
        >
          <Typography>
            Le demandeur pourra modifier{'\u00a0'}: {partiesOuvertes(vu.deverrouillage).join(', ')}. Pendant ce temps,
            le dossier ne peut être ni déclaré complet ni décidé. Sa date de dépôt ne change pas.
          </Typography>
        </ConfirmerActe>
      )}
    </fetcher.Form>
  )
}
