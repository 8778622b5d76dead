import { Alert, Box, Button, Checkbox, FormControlLabel, TextField, Typography } from '@mui/material'
import { Form, useNavigation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { ChampReglement, SaisieReglement } from '#domain/campagne/reglement'
import { LIBELLE_REGLAGE } from '#libelles/campagne/campagne'

export type ErreurReglement = { champ: string | null; message: string; saisie: SaisieReglement } | undefined

const GROUPES: { titre: string; champs: readonly ChampReglement[] }[] = [
  {
    titre: 'Calendrier',
    champs: ['libelle', 'ouverteLe', 'echeanceFiche', 'echeanceDepot', 'commissionLe', 'projetDu', 'projetAu'],
  },
  { titre: 'Montants', champs: ['enveloppe', 'montantMin', 'montantMax'] },
  { titre: 'Délais', champs: ['complementJours', 'deverrouillageMin', 'deverrouillageDefaut', 'deverrouillageMax'] },
  {
    titre: 'Signature des courriels',
    champs: [
      'signatairePrenom',
      'signataireNom',
      'signataireQualite',
      'signataireService',
      'signataireAdresse',
      'signataireTelephone',
      'signataireCourriel',
    ],
  },
]

const JOURS = new Set<ChampReglement>([
  'ouverteLe',
  'echeanceFiche',
  'echeanceDepot',
  'commissionLe',
  'projetDu',
  'projetAu',
])

type Props = { saisie: SaisieReglement; version: number; erreur: ErreurReglement }

/** The settings of a campagne, to be changed. A refusal stands beside its field, and what was typed stays. */
export function CampagneReglement({ saisie, version, erreur }: Props) {
  const busy = useNavigation().state !== 'idle'
  const formulaire = useRef<HTMLFormElement>(null)
  const valeurs = erreur?.saisie ?? saisie
  useEffect(() => {
    if (erreur?.champ) formulaire.current?.querySelector<HTMLElement>(`[name="${erreur.champ}"]`)?.focus()
  }, [erreur])
  return (
    <Form method="post" ref={formulaire} noValidate key={version}>
      <input type="hidden" name="version" value={version} />
      {erreur && !erreur.champ && <Alert severity="error">{erreur.message}</Alert>}
      {GROUPES.map(({ titre, champs }) => (
        <Box component="fieldset" key={titre} sx={{ border: 0, p: 0, m: 0, mb: 3 }}>
          <Typography component="legend" variant="h2" sx={{ fontSize: '1.0625rem', mb: 1.5 }}>
            {titre}
          </Typography>
          <Box
            sx={{
              display: 'grid',
              gap: 2,
              gridTemplateColumns: { xs: '1fr', sm: 'repeat(auto-fill, minmax(280px, 1fr))' },
            }}
          >
            {champs.map((champ) => (
              <TextField
                key={champ}
                name={champ}
                label={LIBELLE_REGLAGE[champ]}
                defaultValue={valeurs[champ]}
                type={JOURS.has(champ) ? 'date' : 'text'}
                error={erreur?.champ === champ}
                helperText={erreur?.champ === champ ? erreur.message : undefined}
                slotProps={{ inputLabel: JOURS.has(champ) ? { shrink: true } : {} }}
              />
            ))}
          </Box>
        </Box>
      ))}
      <FormControlLabel
        control={<Checkbox name="accuseReception" value="oui" defaultChecked={valeurs.accuseReception === 'oui'} />}
        label={LIBELLE_REGLAGE.accuseReception}
      />
      <Box sx={{ mt: 2 }}>
        <Button type="submit" variant="contained" disabled={busy}>
          Enregistrer les réglages
        </Button>
      </Box>
    </Form>
  )
}
