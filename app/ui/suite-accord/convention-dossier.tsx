import { Box, Button } from '@mui/material'
import type { EtatConvention } from '#domain/suite-accord/accord'
import { formatJour, type Jour } from '#domain/temps/jour'
import { phraseRetour } from '#libelles/journal/retours'
import { LIBELLE_ETAT_CONVENTION } from '#libelles/suite-accord/convention'
import { ChampDate } from '#ui/kit/date/champ-date'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = { action: string; version: number; etat: EtatConvention; signeeLe: Jour | null; peut: boolean }

/** Whether a convention is needed, whether it is signed, and the day an officer gives for it. */
export function ConventionDossier({ action, version, etat, signeeLe, peut }: Props) {
  if (signeeLe)
    return (
      <>
        <p>
          {LIBELLE_ETAT_CONVENTION.SIGNEE} le {formatJour(signeeLe)}.
        </p>
        {peut && <Reprendre action={action} version={version} />}
      </>
    )
  return (
    <>
      <p>{LIBELLE_ETAT_CONVENTION[etat]}</p>
      {etat === 'A_SIGNER' && peut && <Signer action={action} version={version} />}
    </>
  )
}

type PropsForm = Pick<Props, 'action' | 'version'>

function Signer({ action, version }: PropsForm) {
  const envoi = useEnvoi<Reponse>({ nom: 'convention', objet: action })
  const refus = erreurDe(envoi.data, 'le')
  return (
    <Box
      component={Formulaire}
      envoi={envoi}
      action={action}
      noValidate
      aria-label="Convention signée"
      sx={{ display: 'grid', gap: 1.5, maxWidth: 480, mt: 1 }}
    >
      <FormErreur reponse={envoi.data} champs={['le']} />
      <input type="hidden" name="intent" value="signer" />
      <input type="hidden" name="version" value={version} />
      <ChampDate
        name="le"
        label="Jour de la signature"
        error={Boolean(refus)}
        helperText={refus ?? `Celui de la dernière signature. ${phraseRetour('signerConvention')}`}
      />
      <div>
        <Button type="submit" variant="contained" disabled={envoi.state !== 'idle'}>
          Dire la convention signée
        </Button>
      </div>
    </Box>
  )
}

function Reprendre({ action, version }: PropsForm) {
  const envoi = useEnvoi<Reponse>({ nom: 'conventionReprise', objet: action })
  return (
    <Formulaire envoi={envoi} action={action} aria-label="Reprendre la signature">
      <FormErreur reponse={envoi.data} />
      <input type="hidden" name="intent" value="reprendre" />
      <input type="hidden" name="version" value={version} />
      <Button type="submit" size="small" disabled={envoi.state !== 'idle'}>
        Reprendre cette signature
      </Button>
    </Formulaire>
  )
}
