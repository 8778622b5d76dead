import { getFormProps, getInputProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Button, Stack } from '@mui/material'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { Entree } from '#ui/kit/entree'
import { FormTextField } from '#ui/kit/form-text-field'
import { PageError } from '#ui/kit/page-error'
import { seConnecter } from '#usecases/acces/se-connecter'
import { deps } from '#web/deps'
import { refuseOtherOrigin } from '#web/origin'
import { findAgent, openSession, safeRetour } from '#web/session'

const ConnexionForm = z.object({
  courriel: z.email('Saisissez une adresse mail, par exemple prenom.nom@pasdecalais.fr.').max(254),
  motDePasse: z.string('Saisissez votre mot de passe.').max(200, 'Ce mot de passe est trop long.'),
})

export const meta: MetaFunction = () => [{ title: 'Connexion – MCEI' }]

export async function loader({ request }: LoaderFunctionArgs) {
  if (await findAgent(request)) return redirect('/')
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  refuseOtherOrigin(request)
  const submission = parseWithZod(await request.formData(), { schema: ConnexionForm })
  if (submission.status !== 'success') return submission.reply({ hideFields: ['motDePasse'] })

  const ip = typeof context.ip === 'string' ? context.ip : 'inconnue'
  const answer = await seConnecter(deps, { ...submission.value, ip })
  if (!answer.ok) {
    const phrase =
      answer.reason === 'TROP_D_ESSAIS'
        ? `Trop d’essais. Attendez ${answer.detail} minute${answer.detail === '1' ? '' : 's'} avant de recommencer.`
        : 'Adresse mail ou mot de passe incorrect. Vérifiez les deux et recommencez.'
    return submission.reply({ formErrors: [phrase], hideFields: ['motDePasse'] })
  }
  const retour = safeRetour(new URL(request.url).searchParams.get('retour'))
  return redirect(retour, { headers: { 'Set-Cookie': await openSession(answer.value.agentId, request) } })
}

export default function Connexion() {
  const lastResult = useActionData<typeof action>()
  const busy = useNavigation().state === 'submitting'
  const [form, fields] = useForm({
    lastResult,
    shouldRevalidate: 'onBlur',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: ConnexionForm }),
  })
  return (
    <Entree
      titre="Connexion"
      texte="Instruction des demandes de mobilité européenne et internationale et de jumelage."
      erreur={form.errors?.[0]}
    >
      <Form method="post" {...getFormProps(form)}>
        <Stack spacing={2.5}>
          <FormTextField
            field={fields.courriel}
            label="Adresse mail"
            input={getInputProps(fields.courriel, { type: 'email' })}
            autoComplete="username"
          />
          <FormTextField
            field={fields.motDePasse}
            label="Mot de passe"
            input={getInputProps(fields.motDePasse, { type: 'password' })}
            autoComplete="current-password"
          />
          <Button type="submit" variant="contained" size="large" disabled={busy}>
            Se connecter
          </Button>
        </Stack>
      </Form>
    </Entree>
  )
}

export { PageError as ErrorBoundary }
