import { getFormProps, useForm } from '@conform-to/react'
import {
  Alert,
  Box,
  Button,
  FormControl,
  FormControlLabel,
  FormHelperText,
  FormLabel,
  Radio,
  RadioGroup,
  TextField,
  Typography,
} from '@mui/material'
import type { SubmissionResult } from '@conform-to/react'
import { useFetcher } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { AVIS, type Avis } from '#domain/pre-projet/avis'
import type { EtatPreProjet } from '#domain/pre-projet/etat'
import { LIBELLE_AVIS, LIBELLE_ETAT_PRE_PROJET } from '#libelles/pre-projet'
import { ConfirmerActe } from '#ui/confirmer-acte'
import type { CourrielMontre } from '#ui/courriel-apercu'
import { FormErreur } from '#ui/form-erreur'

type Champs = { avis: Avis; texte: string }

type Reponse = {
  soumission: SubmissionResult | null
  apercu: { etat: EtatPreProjet; avis: Avis; courriel: CourrielMontre | null } | null
}

const VERBE: Record<Avis, string> = {
  FAVORABLE: 'Rendre l’avis favorable',
  A_RETRAVAILLER: 'Demander une nouvelle version',
  DEFAVORABLE: 'Rendre l’avis défavorable',
  HORS_CHAMP: 'Répondre hors champ',
}

/** The answer to the fiche; then the mail that says it, before it leaves. */
export function FicheAvis({ adresse, version, aRelire }: { adresse: string; version: number; aRelire: number }) {
  const fetcher = useFetcher<Reponse>()
  const [vu, setVu] = useState<Reponse['apercu']>(null)
  useEffect(() => setVu(fetcher.data?.apercu ?? null), [fetcher.data])
  const [form, fields] = useForm<Champs>({ id: 'avis', lastResult: fetcher.data?.soumission ?? null })
  const busy = fetcher.state !== 'idle'
  return (
    <Box component="section" aria-labelledby="titre-avis" id="rendre-avis" sx={{ mb: 3 }}>
      <Typography variant="h2" id="titre-avis" sx={{ mb: 1 }}>
        Rendre un avis
      </Typography>
      <fetcher.Form method="post" action={`${adresse}/avis`} {...getFormProps(form)}>
        <input type="hidden" name="version" value={version} />
        <Box sx={{ display: 'grid', gap: 2 }}>
          <FormErreur id={form.errorId} erreurs={form.errors} />
          {aRelire > 0 && (
            <Alert severity="info" sx={{ py: 0 }}>
              {aRelire === 1 ? 'Un champ reste' : `${aRelire} champs restent`} à relire dans la fiche.
            </Alert>
          )}
          <FormControl error={Boolean(fields.avis.errors)}>
            <FormLabel id="avis-legende">Votre avis</FormLabel>
            <RadioGroup row name="avis" aria-labelledby="avis-legende" aria-describedby={fields.avis.errorId}>
              {AVIS.map((avis) => (
                <FormControlLabel key={avis} value={avis} control={<Radio size="small" />} label={LIBELLE_AVIS[avis]} />
              ))}
            </RadioGroup>
            <FormHelperText id={fields.avis.errorId}>{fields.avis.errors?.[0]}</FormHelperText>
          </FormControl>
          <TextField
            id={fields.texte.id}
            name={fields.texte.name}
            label="Vos conseils à la structure (elle les lira)"
            multiline
            minRows={3}
            maxRows={12}
            error={Boolean(fields.texte.errors)}
            helperText={fields.texte.errors?.[0]}
            slotProps={{ htmlInput: { maxLength: 5000 }, formHelperText: { id: fields.texte.errorId } }}
          />
          <div>
            <Button type="submit" name="intent" value="apercu" variant="contained" disabled={busy}>
              Voir le courriel avant d’envoyer
            </Button>
          </div>
        </Box>
        {vu && (
          <ConfirmerActe
            titre={VERBE[vu.avis]}
            courriel={vu.courriel}
            sansCourriel="Cette fiche n’a pas d’adresse mail : aucun courriel ne partira. Répondez à la structure par téléphone."
            formulaire={form.id}
            intent="rendre"
            verbe={vu.courriel ? `${VERBE[vu.avis]} et envoyer` : VERBE[vu.avis]}
            busy={busy}
            fermer={() => setVu(null)}
          >
            <Typography>
              La fiche passera à l’état «{'\u00A0'}
              {LIBELLE_ETAT_PRE_PROJET[vu.etat]}
              {'\u00A0'}».
            </Typography>
          </ConfirmerActe>
        )}
      </fetcher.Form>
    </Box>
  )
}
