import { getFormProps, getInputProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Alert, Box, Button, Paper, Stack, Typography } from '@mui/material'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { FormTextField } from '#ui/form-text-field'
import { PageError } from '#ui/page-error'
import { seConnecter } from '#usecases/se-connecter'
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
    <Box component="main" sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', p: 2 }}>
      <Paper variant="outlined" sx={{ p: { xs: 3, sm: 4 }, width: '100%', maxWidth: 400 }}>
        <Form method="post" {...getFormProps(form)}>
          <Stack spacing={2.5}>
            <div>
              <Typography variant="body2" sx={{ fontWeight: 700, color: 'primary.main', letterSpacing: '0.04em' }}>
                MCEI
              </Typography>
              <Typography variant="h1">Connexion</Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
                Instruction des demandes de mobilité européenne et internationale et de jumelage.
              </Typography>
            </div>
            {form.errors && (
              <Alert severity="error" id={form.errorId} tabIndex={-1} ref={(node) => node?.focus()}>
                {form.errors[0]}
              </Alert>
            )}
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
      </Paper>
    </Box>
  )
}

export { PageError as ErrorBoundary }
