import { getFormProps, getInputProps, useForm } from '@conform-to/react'
import { Button, Stack } from '@mui/material'
import { redirect, type ActionFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import type { z } from 'zod'
import { compter } from '#domain/nombre'
import { LONGUEUR_MOT_DE_PASSE } from '#domain/acces/mot-de-passe'
import { LIBELLE_REFUS_MOT_DE_PASSE } from '#libelles/acces'
import { Entree } from '#ui/kit/formulaire/entree'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { FormTextField } from '#ui/kit/formulaire/form-text-field'
import { PageError } from '#ui/kit/page-error/page-error'
import { activerCompte } from '#usecases/acces/activer-compte'
import { deps } from '#web/deps'
import { readForm } from '#web/form'
import { MotDePasseForm } from '#web/mot-de-passe'
import { refuseOtherOrigin } from '#web/origin'
import { openSession } from '#web/session'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

const CHAMPS = ['motDePasse', 'confirmation']

const REFUS = {
  ...LIBELLE_REFUS_MOT_DE_PASSE,
  LIEN_INCONNU:
    'Ce lien ne sert plus\u00a0: il a déjà servi ou son délai est passé. Demandez-en un nouveau depuis la page de connexion, ou à l’administrateur.',
}

/** Judged by the server alone: the page does without what reads a schema. */
type Saisie = z.input<typeof MotDePasseForm>

export const meta: MetaFunction = () => [{ title: 'Choisir un mot de passe – MCEI' }]

/** Whoever holds the link is the person it was given to: no session is asked, and the act checks the link. */
export async function action({ request, params }: ActionFunctionArgs) {
  refuseOtherOrigin(request)
  const lu = await readForm(request, MotDePasseForm, CHAMPS)
  if (!lu.lue) return lu.reponse

  const answer = await activerCompte(deps, { jeton: params.jeton ?? '', motDePasse: lu.value.motDePasse })
  if (!answer.ok) return lu.refuser(REFUS[answer.reason])
  return redirect('/', { headers: { 'Set-Cookie': await openSession(answer.value.agentId, request) } })
}

export default function Activation() {
  const refusee = useActionData<Reponse>()
  const envoi = useEnvoi<Reponse>({ nom: 'activation', objet: '' })
  const reponse = envoi.data ?? refusee
  const busy = envoi.state === 'submitting'
  const [form, fields] = useForm<Saisie>({ lastResult: reponse?.soumission ?? null })
  const champ = { type: 'password' as const }
  return (
    <Entree titre="Choisir un mot de passe" texte="Votre compte sera ouvert aussitôt.">
      <FormErreur id={form.errorId} reponse={reponse} champs={CHAMPS} />

      <Formulaire envoi={envoi} {...getFormProps(form)}>
        <Stack spacing={2.5}>
          <FormTextField
            field={fields.motDePasse}
            label="Mot de passe"
            input={getInputProps(fields.motDePasse, champ)}
            autoComplete="new-password"
            helperText={`Au moins ${compter(LONGUEUR_MOT_DE_PASSE, 'caractère')}.`}
          />
          <FormTextField
            field={fields.confirmation}
            label="Le même, une seconde fois"
            input={getInputProps(fields.confirmation, champ)}
            autoComplete="new-password"
          />
          <Button type="submit" variant="contained" size="large" disabled={busy}>
            Ouvrir mon compte
          </Button>
        </Stack>
      </Formulaire>
    </Entree>
  )
}

export { PageError as ErrorBoundary }
